import { describe, expect, it } from 'vitest';
import { authMethodOf } from '../../src/auth-methods/auth-methods.ts';
import { checkProfile } from '../../src/auth-methods/check-profile.ts';
import { ConfigurationError } from '../../src/errors.ts';
import type { KeyCredential, TokenCredential } from '../../src/model/credential.ts';
import type { FormProfile, OAuth2Profile, Profile } from '../../src/model/profile.ts';

const parts = { path: '/x', headers: {}, query: {} };
const context = {
  send: async () => {
    throw new Error('nothing is sent');
  },
  now: 0,
};
const email = { key: 'email', title: 'E-mail' };
const key = { key: 'apiKey', title: 'API key', type: 'password' } as const;

const keyProfile: FormProfile = {
  id: 'key',
  title: 'API key',
  method: 'api_key',
  fields: [key],
  placements: [{ in: 'header', name: 'APIKEY', value: '{{apiKey}}' }],
};
const basicProfile: FormProfile = {
  id: 'basic',
  title: 'E-mail and API key',
  method: 'basic',
  fields: [email, key],
  placements: [{ in: 'header', name: 'Authorization', value: 'Basic {{basic}}' }],
};
const oauthProfile: OAuth2Profile = {
  id: 'system',
  title: 'Account',
  method: 'oauth2',
  origin: 'system',
  clientId: 'c',
  authorizationUrl: 'https://{tenant}.example.com/authorize',
  tokenUrl: 'https://{tenant}.example.com/token',
  scopes: [],
  placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
};

const credential = (type: KeyCredential['type'], values: Readonly<Record<string, string>>): KeyCredential => ({
  type,
  values,
});
const token: TokenCredential = { type: 'oauth2', accessToken: 'at-1', scopes: [] };
const userPass = (profile: FormProfile, values: Readonly<Record<string, string>>): string => {
  const { headers } = authMethodOf('basic').apply(parts, profile, credential('basic', values), {});
  return Buffer.from(headers.Authorization?.replace('Basic ', '') ?? '', 'base64').toString('utf8');
};

describe('an API key', () => {
  it('goes where the placements say', () => {
    const placed = authMethodOf('api_key').apply(parts, keyProfile, credential('api_key', { apiKey: 'k1' }), {});
    expect(placed.headers).toEqual({ APIKEY: 'k1' });
  });

  it('can be renewed and revoked only by the person, in the product', async () => {
    const method = authMethodOf('api_key');
    const held = credential('api_key', { apiKey: 'k1' });
    expect(await method.renew(keyProfile, held, context)).toBeUndefined();
    expect(await method.revoke(keyProfile, held, context)).toBe('unsupported');
  });
});

describe('user name and password', () => {
  it('become Basic by RFC 7617, in UTF-8', () => {
    expect(userPass(basicProfile, { email: 'jane@example.com', apiKey: 'pä:ss' })).toBe('jane@example.com:pä:ss');
    const { headers } = authMethodOf('basic').apply(
      parts,
      basicProfile,
      credential('basic', { email: 'Aladdin', apiKey: 'open sesame' }),
      {},
    );
    expect(headers.Authorization).toBe('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
  });

  it('can be spelled by the profile', () => {
    const profile = { ...basicProfile, userName: '{{email}}/token', password: '{{apiKey}}' };
    expect(userPass(profile, { email: 'jane@example.com', apiKey: 'k1' })).toBe('jane@example.com/token:k1');
    const keyOnly = { ...basicProfile, fields: [key], userName: '{{apiKey}}', password: 'X' };
    expect(userPass(keyOnly, { apiKey: 'k1' })).toBe('k1:X');
  });

  it('do not get the end of the user name twice when somebody typed it already', () => {
    const profile = { ...basicProfile, userName: '{{email}}/token' };
    expect(userPass(profile, { email: 'jane@example.com/token', apiKey: 'k1' })).toBe('jane@example.com/token:k1');
  });

  it('are refused with a colon in the user name', () => {
    expect(() => userPass(basicProfile, { email: 'a:b', apiKey: 'k1' })).toThrow(ConfigurationError);
  });

  it('can be renewed and revoked only by the person, in the product', async () => {
    const held = credential('basic', { email: 'a', apiKey: 'k1' });
    expect(await authMethodOf('basic').renew(basicProfile, held, context)).toBeUndefined();
    expect(await authMethodOf('basic').revoke(basicProfile, held, context)).toBe('unsupported');
  });
});

describe('an OAuth 2.0 token', () => {
  it('goes where the placements say', () => {
    expect(authMethodOf('oauth2').apply(parts, oauthProfile, token, {}).headers).toEqual({
      Authorization: 'Bearer at-1',
    });
  });

  it('never gives the refresh token to a placement (R33)', () => {
    const curious = { ...oauthProfile, placements: [{ in: 'header', name: 'X', value: '{{refreshToken}}' } as const] };
    expect(() => authMethodOf('oauth2').apply(parts, curious, { ...token, refreshToken: 'rt' }, {})).toThrow(
      ConfigurationError,
    );
  });

  it('has no renewal without a refresh token', async () => {
    expect(await authMethodOf('oauth2').renew(oauthProfile, token, context)).toBeUndefined();
  });

  it('cannot be revoked where the product has no way', async () => {
    expect(await authMethodOf('oauth2').revoke(oauthProfile, token, context)).toBe('unsupported');
  });
});

it('refuses a credential of another method instead of sending it somewhere', () => {
  const wrong: readonly (readonly [Profile, KeyCredential | TokenCredential])[] = [
    [keyProfile, token],
    [keyProfile, credential('basic', { apiKey: 'k' })],
    [basicProfile, credential('api_key', { email: 'a', apiKey: 'k' })],
    [oauthProfile, credential('api_key', { apiKey: 'k' })],
  ];
  for (const [profile, held] of wrong) {
    expect(() => authMethodOf(profile.method).apply(parts, profile, held, {})).toThrow(ConfigurationError);
  }
});

describe('checking a profile at start', () => {
  const surroundings = {
    baseUrl: 'https://{tenant}.example.com',
    tenant: { title: 'Subdomain', suffix: '.example.com' },
  };

  it.each<readonly [string, Profile]>([
    ['an API key', keyProfile],
    ['Basic', basicProfile],
    ['OAuth 2.0', oauthProfile],
    [
      'a sandbox',
      {
        ...oauthProfile,
        tokenUrl: 'http://127.0.0.1:3979/{tenant}/token',
        authorizationUrl: 'http://localhost:3979/a',
      },
    ],
  ])('takes %s that can work', (_what, profile) => {
    expect(() => checkProfile(profile, { ...surroundings, allowInsecureLoopback: true })).not.toThrow();
  });

  it.each<readonly [string, Profile]>([
    ['a header over an unknown name', { ...keyProfile, placements: [{ in: 'header', name: 'X', value: '{{key}}' }] }],
    ['{{basic}} without Basic', { ...keyProfile, placements: [{ in: 'header', name: 'X', value: 'Basic {{basic}}' }] }],
    ['a user name over an unknown name', { ...basicProfile, userName: '{{mail}}' }],
    ['a password over an unknown name', { ...basicProfile, password: '{{pass}}' }],
    ['the refresh token', { ...oauthProfile, placements: [{ in: 'header', name: 'X', value: '{{refreshToken}}' }] }],
    ['a token endpoint without TLS', { ...oauthProfile, tokenUrl: 'http://auth.example.com/token' }],
    ['an authorization endpoint that is a script', { ...oauthProfile, authorizationUrl: 'javascript:alert(1)' }],
    ['a revocation endpoint that is no address', { ...oauthProfile, revocationUrl: '/revoke' }],
    ['iss without an issuer', { ...oauthProfile, requiresIss: true }],
  ])('refuses %s', (_what, profile) => {
    expect(() => checkProfile(profile, surroundings)).toThrow(ConfigurationError);
  });
});
