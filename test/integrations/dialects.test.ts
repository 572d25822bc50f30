import { defineIntegration, type IntegrationDefinition } from 'latchkey/integrations';
import { afterEach, describe, expect, it } from 'vitest';
import { type LoopbackProduct, openLoopbackDefinition } from './loopback-product.ts';

let product: LoopbackProduct | undefined;
afterEach(async () => {
  await product?.close();
  product = undefined;
});
const open = async (definition: IntegrationDefinition, answers: Readonly<Record<string, unknown>>) => {
  product = await openLoopbackDefinition(definition, answers);
  return product;
};

const key = {
  id: 'key',
  title: 'API key',
  method: 'api_key',
  fields: [{ key: 'key', title: 'API key', type: 'password' }],
  placements: [{ in: 'header', name: 'X-Key', value: '{{key}}' }],
} as const;
const oauth = {
  id: 'system',
  title: 'Acme account',
  method: 'oauth2',
  clientId: 'client',
  clientSecret: 'secret',
  authorizationUrl: 'https://acme.example/authorize',
  tokenUrl: 'https://acme.example/token',
} as const;
const acme = {
  id: 'acme',
  name: 'Acme',
  baseUrl: 'https://api.acme.example',
  profiles: [key],
  check: { path: '/me', account: { id: 'id' } },
} as const satisfies IntegrationDefinition;
const ME = { '/me': { id: 'ann' } };

describe('a check', () => {
  it('by POST without a body has neither body nor type', async () => {
    const { type, asked } = await open({ ...acme, check: { ...acme.check, method: 'POST', body: 'none' } }, ME);
    await type({ key: 'k' });
    const [check] = asked();
    expect(check).toMatchObject({ method: 'POST', url: '/api.acme.example/me', headers: { 'x-key': 'k' }, body: {} });
  });

  it('without a body is refused where the credential would go into it', () => {
    const placements = [{ in: 'body', name: 'key', value: '{{key}}' }] as const;
    const check = { path: '/me', method: 'POST', body: 'none', account: 'unnamed' } as const;
    expect(() => defineIntegration({ ...acme, profiles: [{ ...key, placements }], check })).toThrow(
      'check.body: a placement needs a body',
    );
    expect(() => defineIntegration({ ...acme, check: { ...check, method: 'GET' } })).toThrow('a GET has no body');
  });
});

describe('a key with a fixed part', () => {
  const fixed = (userName: string, password: string) =>
    ({
      ...acme,
      profiles: [{ id: 'key', title: 'API key', method: 'basic', fields: key.fields, userName, password }],
    }) as const;

  it.each([
    ['{{key}}', 'X', 'k:X'],
    ['{{key}}', '', 'k:'],
    ['apikey', '{{key}}', 'apikey:k'],
  ])('goes as %j and %j', async (userName, password, sent) => {
    const { type, asked } = await open(fixed(userName, password), ME);
    await type({ key: 'k' });
    expect(asked()).toMatchObject([{ headers: { authorization: `Basic ${btoa(sent)}` } }]);
  });

  it('is masked, although it is the user name', () => {
    const [profile] = defineIntegration(fixed('{{key}}', 'X')).profiles;
    expect(profile).toMatchObject({ fields: [{ type: 'password' }] });
  });
});

describe('a sign-in', () => {
  it('keeps the query of the token address, also when it renews', async () => {
    const profile = { ...oauth, tokenUrl: 'https://acme.example/token?flow=bots&v=2' };
    const { consent, call, asked, advance } = await open({ ...acme, profiles: [profile] }, ME);
    await consent();
    advance(2 * 60 * 60 * 1000);
    await call('GET', '/me');
    const lines = asked().map(({ method, url }) => `${method} ${url}`);
    expect(lines.filter((line) => line.includes('/token'))).toEqual([
      'POST /acme.example/token?flow=bots&v=2',
      'POST /acme.example/token?flow=bots&v=2',
    ]);
  });

  it('asks for optional scopes in the product’s own parameter', async () => {
    const profile = {
      ...oauth,
      scopes: ['oauth'],
      optionalScopes: ['deals', 'oauth'],
      optionalScopeParam: 'optional_scope',
    };
    const { consent } = await open({ ...acme, profiles: [profile] }, ME);
    const { address, connection } = await consent();
    expect(address.searchParams.get('scope')).toBe('oauth');
    expect(address.searchParams.get('optional_scope')).toBe('deals');
    // granted is what the answer says; without a word of it, only what was needed
    expect(connection.scopes).toEqual(['oauth']);
  });

  it('asks for them beside the others where the product has no such parameter', async () => {
    const profile = { ...oauth, scopes: ['read'], optionalScopes: ['write'], scopeSeparator: ',' };
    const { consent } = await open({ ...acme, profiles: [profile] }, { ...ME, token: { scope: 'read,write' } });
    const { address, connection } = await consent();
    expect(address.searchParams.get('scope')).toBe('read,write');
    expect(connection.scopes).toEqual(['read', 'write']);
  });

  it.each(['state', 'client_id', 'redirect_uri'])('has no optional scopes in %s', (optionalScopeParam) => {
    const profile = { ...oauth, optionalScopes: ['x'], optionalScopeParam };
    expect(() => defineIntegration({ ...acme, profiles: [profile] })).toThrow('the protocol sets it');
  });

  it('finds its one place in an answer that is no list', async () => {
    const sites = {
      noun: 'account',
      url: 'https://login.acme.example/metadata',
      read: { single: true, id: 'dc', name: 'accountname', url: 'api_endpoint' },
    };
    const definition = { ...acme, baseUrl: 'https://{{siteId}}.api.acme.example', profiles: [oauth], sites } as const;
    const metadata = { dc: 'us6', accountname: 'Ann’s shop', api_endpoint: 'https://us6.api.acme.example' };
    const { consent, asked } = await open(definition, { ...ME, '/metadata': metadata });
    const { connection } = await consent();
    expect(connection.site).toMatchObject({ id: 'us6', name: 'Ann’s shop' });
    expect(asked().at(-1)).toMatchObject({ url: '/us6.api.acme.example/me' });
  });
});

describe('a refusal with HTTP 200', () => {
  const chat = {
    ...acme,
    failures: { at: 'ok', is: false, code: 'error', credential: ['invalid_auth'], scope: ['missing_scope'] },
  } as const satisfies IntegrationDefinition;

  it.each([
    ['invalid_auth', { status: 'needs_authorization', reason: 'ended' }],
    ['missing_scope', { status: 'needs_authorization', reason: 'scope' }],
  ])('%s of a call that changes something has changed nothing', async (error, outcome) => {
    const { type, call } = await open(chat, { '/me': { ok: true, id: 'ann' }, '/things': { ok: false, error } });
    await type({ key: 'k-1' });
    expect(await call('POST', '/things', { a: 1 })).toMatchObject(outcome);
  });
});
