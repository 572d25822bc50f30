import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileProblems } from '../../src/auth-methods/check-profile.ts';
import { clientCredentialsGrant, exchangeCode } from '../../src/auth-methods/oauth2/protocol.ts';
import { revoke } from '../../src/auth-methods/oauth2/revocation.ts';
import { createGuardedHttp } from '../../src/http/guarded-http.ts';
import { problemLine } from '../../src/model/problem.ts';
import type { AnyOAuth2Profile, ClientCredentialsProfile, ClientKey, OAuth2Profile } from '../../src/model/profile.ts';
import { publicProfile } from '../../src/model/public-profile.ts';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { CERTIFICATE, EDDSA_KEY, ES256_KEY, SERVER_CERTIFICATE } from './client-keys.ts';

const NOW = 1_800_000_000_000;
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const RSA_KEY = RSA.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

let server: TestServer;
beforeEach(async () => {
  server = await startServer((_request, response) =>
    answerJson(response, 200, { access_token: 'at', refresh_token: 'rt', token_type: 'Bearer', expires_in: 60 }),
  );
});
afterEach(() => server.close());

const placements = [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }] as const;
const bot = (changes: Partial<ClientCredentialsProfile>): ClientCredentialsProfile => ({
  ...{ id: 'bot', title: 'The bot', method: 'oauth2', grant: 'client_credentials', origin: 'system' },
  ...{ clientId: 'client', tokenUrl: `${server.origin}/token`, scopes: ['read', 'write'], placements },
  ...changes,
});
const context = () => ({
  send: createGuardedHttp().sender({ origins: [server.origin], allowInsecureLoopback: true }),
  now: NOW,
});
const asked = () => {
  const [{ headers, body } = { headers: {}, body: '' }] = server.received.splice(0);
  return { authorization: headers.authorization, form: Object.fromEntries(new URLSearchParams(body)) };
};
const parts = (jwt = '') => jwt.split('.').map((part) => Buffer.from(part, 'base64url'));
const claimsOf = (jwt?: string) => JSON.parse(parts(jwt)[1]?.toString() ?? '');
const headerOf = (jwt?: string) => JSON.parse(parts(jwt)[0]?.toString() ?? '');

describe('the JWT bearer grant (RFC 7523)', () => {
  it('signs whom the bot acts for', async () => {
    const profile = bot({
      clientKey: { privateKey: RSA_KEY, id: 'k7' },
      assertion: { subject: 'ann', audience: 'https://acme.example' },
    });
    expect(await clientCredentialsGrant(profile, context())).toMatchObject({
      accessToken: 'at',
      scopes: ['read', 'write'],
    });
    const { form, authorization } = asked();
    expect(authorization).toBeUndefined();
    expect(form).toMatchObject({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', scope: 'read write' });
    expect(headerOf(form.assertion)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'k7' });
    expect(claimsOf(form.assertion)).toEqual({
      ...{ iss: 'client', sub: 'ann', aud: 'https://acme.example', iat: NOW / 1000, exp: NOW / 1000 + 300 },
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const text = form.assertion?.slice(0, form.assertion.lastIndexOf('.')) ?? '';
    expect(verify('sha256', Buffer.from(text), RSA.publicKey, parts(form.assertion)[2] ?? Buffer.alloc(0))).toBe(true);
  });

  it('keeps no refresh token, has the endpoint for its audience, and scopes as a claim where they are wanted there', async () => {
    const profile = bot({
      clientKey: { privateKey: RSA_KEY },
      assertion: { issuer: 'robot@acme', lifetime: 3600, scopesIn: 'claim' },
    });
    expect(await clientCredentialsGrant(profile, context())).not.toHaveProperty('refreshToken');
    const { form } = asked();
    expect(form).not.toHaveProperty('scope');
    const { iss, aud, scope, sub, exp, iat } = claimsOf(form.assertion);
    expect({ iss, aud, scope, sub, life: exp - iat }).toEqual({
      ...{ iss: 'robot@acme', aud: `${server.origin}/token`, scope: 'read write', sub: undefined, life: 3600 },
    });
  });

  it('never uses an assertion twice', async () => {
    const profile = bot({ clientKey: { privateKey: RSA_KEY }, assertion: {} });
    const ids = new Set<string>();
    for (const _ of [1, 2]) {
      await clientCredentialsGrant(profile, context());
      ids.add(claimsOf(asked().form.assertion).jti);
    }
    expect(ids.size).toBe(2);
  });

  it.each([
    ['ES256', ES256_KEY, { key: createPublicKey(ES256_KEY), dsaEncoding: 'ieee-p1363' as const }, 'sha256'],
    ['EdDSA', EDDSA_KEY, createPublicKey(EDDSA_KEY), null],
    ['PS256', RSA_KEY, { key: RSA.publicKey, padding: 6, saltLength: 32 }, 'sha256'],
  ] as const)(
    'signs with %s, also where the line ends of a key are spelled out',
    async (algorithm, privateKey, key, digest) => {
      const spelled = privateKey.replaceAll('\n', '\\n');
      await clientCredentialsGrant(bot({ clientKey: { privateKey: spelled, algorithm }, assertion: {} }), context());
      const { assertion = '' } = asked().form;
      expect(headerOf(assertion).alg).toBe(algorithm);
      const text = Buffer.from(assertion.slice(0, assertion.lastIndexOf('.')));
      expect(verify(digest, text, key, parts(assertion)[2] ?? Buffer.alloc(0))).toBe(true);
    },
  );
});

describe('account credentials', () => {
  it('name the account, with the client as it is declared', async () => {
    const profile = bot({ accountId: 'acc-1', clientSecret: 's', clientAuthentication: 'client_secret_basic' });
    await clientCredentialsGrant(profile, context());
    expect(asked()).toEqual({
      authorization: `Basic ${btoa('client:s')}`,
      form: { grant_type: 'account_credentials', account_id: 'acc-1', scope: 'read write' },
    });
  });
});

describe('private_key_jwt', () => {
  const key: ClientKey = { privateKey: EDDSA_KEY, algorithm: 'EdDSA', id: 'k', certificate: CERTIFICATE };
  const person: OAuth2Profile = {
    ...{ id: 'system', title: 'A', method: 'oauth2', origin: 'system', clientId: 'client', placements, scopes: [] },
    ...{
      authorizationUrl: 'http://127.0.0.1:1/authorize',
      tokenUrl: '',
      clientAuthentication: 'private_key_jwt',
      clientKey: key,
    },
  };

  it('authenticates the client at the token endpoint and where tokens are revoked, without any secret', async () => {
    const profile = { ...person, tokenUrl: `${server.origin}/token`, revocationUrl: `${server.origin}/revoke` };
    const params = new URLSearchParams({ code: 'C', state: 's' });
    const answer = {
      params,
      state: 's',
      redirectUri: 'http://127.0.0.1:1/cb',
      requestedScopes: [],
      codeVerifier: 'v'.repeat(43),
    };
    const token = await exchangeCode(profile, answer, context());
    const { form } = asked();
    expect(form).toMatchObject({
      client_id: 'client',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
    expect(form).not.toHaveProperty('client_secret');
    expect(claimsOf(form.client_assertion)).toMatchObject({
      iss: 'client',
      sub: 'client',
      aud: `${server.origin}/token`,
    });
    const { raw } = new X509Certificate(CERTIFICATE);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(raw))).toString('base64url');
    expect(headerOf(form.client_assertion)).toEqual({ alg: 'EdDSA', typ: 'JWT', kid: 'k', 'x5t#S256': digest });
    expect(await revoke(profile, token, context())).toBe('revoked');
    expect(claimsOf(asked().form.client_assertion)).toMatchObject({ aud: `${server.origin}/revoke` });
  });

  it('has the issuer for its audience where there is one', async () => {
    const profile = { ...person, tokenUrl: `${server.origin}/token`, issuer: 'https://issuer.example' };
    const params = new URLSearchParams({ code: 'C', state: 's', iss: 'https://issuer.example' });
    await exchangeCode(
      profile,
      { params, state: 's', redirectUri: 'http://127.0.0.1:1/cb', requestedScopes: [] },
      context(),
    );
    expect(claimsOf(asked().form.client_assertion).aud).toBe('https://issuer.example');
  });

  it('is not given away', () => {
    expect(JSON.stringify(publicProfile(person))).not.toContain('PRIVATE');
  });
});

describe('mutual TLS', () => {
  it('shows the certificate to the token endpoint, and to nobody else', async () => {
    const seen: string[] = [];
    const settings = {
      key: ES256_KEY,
      cert: SERVER_CERTIFICATE,
      ca: CERTIFICATE,
      requestCert: true,
      rejectUnauthorized: false,
    };
    const secure = createServer(settings, ({ socket, url }, response) => {
      const subject = (socket as TLSSocket).getPeerCertificate().subject as { readonly CN?: string } | undefined;
      seen.push(`${url} ${subject?.CN ?? 'nobody'}`);
      response.setHeader('content-type', 'application/json');
      const answer = () => response.end(JSON.stringify({ access_token: 'at', token_type: 'Bearer' }));
      if (url === '/token') return void answer();
      // only when the connection that showed the certificate is closed
      const alone = setInterval(() => secure.getConnections((_error, open) => open === 1 && answer()), 10);
      response.on('close', () => clearInterval(alone));
    });
    // longer than a call may take
    secure.keepAliveTimeout = 60_000;
    await new Promise<void>((done) => secure.listen(0, '127.0.0.1', done));
    const origin = `https://127.0.0.1:${(secure.address() as AddressInfo).port}`;
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-tls-'));
    writeFileSync(join(folder, 'ca.pem'), SERVER_CERTIFICATE);
    const root = resolve(import.meta.dirname, '../..');
    const profile = {
      ...bot({
        clientAuthentication: 'tls_client_auth',
        clientKey: { privateKey: EDDSA_KEY, certificate: CERTIFICATE },
      }),
      tokenUrl: `${origin}/token`,
    };
    const script = `
      const { clientCredentialsGrant } = await import('./src/auth-methods/oauth2/protocol.ts');
      const { createGuardedHttp } = await import('./src/http/guarded-http.ts');
      const send = createGuardedHttp().sender({ origins: ['${origin}'], allowInsecureLoopback: true });
      await clientCredentialsGrant(${JSON.stringify(profile)}, { send, now: Date.now() });
      await send({ method: 'GET', url: '${origin}/me' });
    `;
    try {
      // Node reads further authorities when it starts
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') };
      await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, env });
      expect(seen).toEqual(['/token client', '/me nobody']);
    } finally {
      rmSync(folder, { recursive: true });
      secure.closeAllConnections();
      secure.close();
    }
  });
});

describe('what is refused at the start', () => {
  const signs = { clientKey: { privateKey: RSA_KEY }, assertion: {} };
  it.each<readonly [string, Partial<AnyOAuth2Profile>]>([
    ['clientKey: private_key_jwt needs it', { clientAuthentication: 'private_key_jwt' }],
    ['clientKey: tls_client_auth needs it', { clientAuthentication: 'tls_client_auth' }],
    ['clientKey: an assertion needs it', { assertion: {} }],
    ['clientKey: nothing uses it', { clientKey: { privateKey: RSA_KEY }, clientSecret: 's' }],
    ['clientKey: the private key is not PEM', { ...signs, clientKey: { privateKey: 'secret-canary' } }],
    [
      'clientKey: the private key is not one for ES256',
      { ...signs, clientKey: { privateKey: RSA_KEY, algorithm: 'ES256' } },
    ],
    [
      'clientKey: the certificate is not PEM',
      { ...signs, clientKey: { privateKey: RSA_KEY, certificate: 'secret-canary' } },
    ],
    [
      'clientKey.certificate: mutual TLS needs it',
      { clientAuthentication: 'tls_client_auth', clientKey: { privateKey: RSA_KEY } },
    ],
    ['accountId: there is an assertion too', { ...signs, accountId: 'a' }],
    ['clientSecret: a bot that authorizes itself needs a secret', {}],
  ])('%s', (expected, changes) => {
    const profile: AnyOAuth2Profile = {
      ...bot({}),
      tokenUrl: 'https://acme.example/token',
      ...(changes as Partial<ClientCredentialsProfile>),
    };
    const lines = profileProblems(profile, { baseUrl: 'https://acme.example' }).map(problemLine);
    expect(lines.join('\n')).toContain(expected);
    expect(lines.join('\n')).not.toContain('canary');
  });

  it('is nothing of a bot that signs or shows its certificate', () => {
    const tls = {
      clientAuthentication: 'tls_client_auth',
      clientKey: { privateKey: EDDSA_KEY, certificate: CERTIFICATE },
    } as const;
    for (const changes of [signs, tls]) {
      const profile = { ...bot(changes), tokenUrl: 'https://acme.example/token' };
      const problems = profileProblems(profile, { baseUrl: 'https://acme.example' }).map(problemLine);
      expect(problems).toEqual([]);
    }
  });
});
