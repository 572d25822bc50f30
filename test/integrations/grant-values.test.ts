import { createHmac } from 'node:crypto';
import { defineIntegration, type IntegrationDefinition } from 'latchkey/integrations';
import { afterEach, describe, expect, it } from 'vitest';
import { verbsOf } from '../verbs-of.ts';
import { type LoopbackProduct, openLoopbackDefinition } from './loopback-product.ts';

let product: LoopbackProduct | undefined;
afterEach(async () => {
  await product?.close();
  product = undefined;
});
const open = async (...[definition, answers]: Parameters<typeof openLoopbackDefinition>) => {
  product = await openLoopbackDefinition(definition, answers);
  return product;
};
const lines = (opened: LoopbackProduct) => opened.asked().map(({ method, url }) => `${method} ${url}`);

const oauth = {
  id: 'system',
  title: 'Acme account',
  method: 'oauth2',
  clientId: 'client',
  clientSecret: 'secret',
  authorizationUrl: 'https://login.acme.example/authorize',
  tokenUrl: 'https://login.acme.example/token',
  revocationUrl: 'https://login.acme.example/revoke',
} as const;
const acme = {
  id: 'acme',
  name: 'Acme',
  baseUrl: '{{instanceUrl}}/api',
  profiles: [oauth],
  grantValues: { instanceUrl: { from: 'token', at: 'instance_url', hosts: ['.my.acme.example'] } },
  check: { path: '/me', account: { id: 'id' } },
} as const satisfies IntegrationDefinition;
const ME = { '/me': { id: 'ann' } };

describe('a value of the token answer as the base address', () => {
  const at = (host: string) => (origin: string) => ({ ...ME, token: { instance_url: `${origin}/${host}` } });

  it('is where the check and all calls go, also after a renewal that does not repeat it', async () => {
    const opened = await open(acme, at('x.my.acme.example'));
    await opened.consent();
    await opened.call('GET', '/deals');
    opened.advance(2 * 60 * 60 * 1000);
    await opened.call('GET', '/deals');
    const asked: string[] = [];
    const soFar = () => asked.push(...lines(opened).filter((line) => line.startsWith('GET')));
    await expect.poll(soFar, { timeout: 10_000 }).toBe(4);
    const [me, deals] = ['GET /x.my.acme.example/api/me', 'GET /x.my.acme.example/api/deals'];
    expect(asked.slice(0, 2)).toEqual([me, deals]);
    // after the renewal, the bot also verifies the account, in the background
    expect(asked.slice(2).sort()).toEqual([deals, me]);
  });

  it.each(['evil.example', 'x.my.acme.example/evil.example', 'a.b.my.acme.example', ''])(
    'gets no request where the host is %j, and the token is revoked',
    async (host) => {
      const opened = await open(acme, at(host));
      await expect(opened.consent()).rejects.toThrow('no code');
      await expect.poll(() => lines(opened)).toContain('POST /login.acme.example/revoke');
      expect(await verbsOf(opened.authorizer).listConnections(opened.owner)).toEqual([]);
    },
  );

  it('is needed', async () => {
    const opened = await open(acme, ME);
    await expect(opened.consent()).rejects.toThrow('no code');
  });
});

describe('a value of the user-info call', () => {
  const definition = {
    ...acme,
    baseUrl: '{{baseUri}}/restapi/accounts/{{accountId}}',
    grantValues: {
      accountId: { from: 'userInfo', at: 'accounts.0.account_id', pattern: '^[0-9a-f-]+$' },
      baseUri: { from: 'userInfo', at: 'accounts.0.base_uri', hosts: ['.acme.example'] },
    },
    userInfoUrl: 'https://login.acme.example/userinfo',
  } as const satisfies IntegrationDefinition;
  const info = (host: string, id: string) => (origin: string) => ({
    ...ME,
    '/userinfo': { accounts: [{ account_id: id, base_uri: `${origin}/${host}` }] },
  });

  it('is asked for once, with the token, before the check', async () => {
    const opened = await open(definition, info('na4.acme.example', 'a-1'));
    await opened.consent();
    await opened.call('GET', '/envelopes');
    expect(lines(opened)).toEqual([
      'POST /login.acme.example/token',
      'GET /login.acme.example/userinfo',
      'GET /na4.acme.example/restapi/accounts/a-1/me',
      'GET /na4.acme.example/restapi/accounts/a-1/envelopes',
    ]);
  });

  it.each([
    ['evil.example', 'a-1'],
    ['na4.acme.example', '../x'],
    ['na4.acme.example', ''],
  ])('is refused as %j and %j', async (host, id) => {
    const opened = await open(definition, info(host, id));
    await expect(opened.consent()).rejects.toThrow('no code');
    expect(lines(opened).filter((line) => line.startsWith('GET'))).toEqual(['GET /login.acme.example/userinfo']);
  });
});

describe('a value of the callback', () => {
  const books = {
    ...acme,
    baseUrl: 'https://api.acme.example',
    grantValues: { realmId: { from: 'callback', at: 'realmId', pattern: '^\\d+$' } },
    profiles: [
      {
        ...oauth,
        placements: [
          { in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' },
          { in: 'path', name: 'realmId', value: '{{realmId}}' },
        ],
      },
    ],
    check: { path: '/v3/company/{realmId}/companyinfo/{realmId}', account: { id: 'id' } },
  } as const satisfies IntegrationDefinition;

  it('fills paths', async () => {
    const opened = await open(books, { '/companyinfo/42': { id: 'c' } });
    await opened.consent(undefined, { realmId: '42' });
    await opened.call('GET', '/v3/company/{realmId}/query');
    expect(lines(opened)).toEqual([
      'POST /login.acme.example/token',
      'GET /api.acme.example/v3/company/42/companyinfo/42',
      'GET /api.acme.example/v3/company/42/query',
    ]);
  });

  it.each<Readonly<Record<string, string>>>([{}, { realmId: '' }, { realmId: '4/../2' }, { realmId: '42\n' }])(
    'is needed before the code is exchanged: %j',
    async (callback) => {
      const opened = await open(books, {});
      await expect(opened.consent(undefined, callback)).rejects.toThrow('no code');
      expect(lines(opened)).toEqual([]);
    },
  );

  const regional = {
    ...acme,
    baseUrl: 'https://api.acme.example',
    grantValues: {
      accountsServer: {
        from: 'callback',
        at: 'accounts-server',
        hosts: ['accounts.acme.example', 'accounts.acme.test-eu.example'],
      },
    },
    profiles: [{ ...oauth, tokenUrl: '{{accountsServer}}/token', revocationUrl: '{{accountsServer}}/revoke' }],
  } as const satisfies IntegrationDefinition;

  it('is where tokens come from, are renewed and revoked', async () => {
    const opened = await open(regional, ME);
    await opened.consent(undefined, { 'accounts-server': `${opened.origin}/accounts.acme.test-eu.example` });
    opened.advance(2 * 60 * 60 * 1000);
    await opened.call('GET', '/me');
    await opened.disconnect();
    const posts = lines(opened).filter((line) => line.startsWith('POST'));
    expect([...new Set(posts)]).toEqual([
      'POST /accounts.acme.test-eu.example/token',
      'POST /accounts.acme.test-eu.example/revoke',
    ]);
  });

  it.each(['https://evil.example', 'https://accounts.acme.example.evil.example', 'http://accounts.acme.example'])(
    'never leads the client secret to %s',
    async (server) => {
      const opened = await open(regional, ME);
      await expect(opened.consent(undefined, { 'accounts-server': server })).rejects.toThrow('no code');
      expect(lines(opened)).toEqual([]);
    },
  );
});

describe('a callback that the product signs', () => {
  const shop = {
    id: 'acme',
    name: 'Acme',
    baseUrl: 'https://{tenant}.acme.example/admin',
    tenant: { title: 'Shop', suffix: '.acme.example' },
    profiles: [
      {
        ...oauth,
        authorizationUrl: 'https://{tenant}.acme.example/authorize',
        tokenUrl: 'https://{tenant}.acme.example/token',
        revocationUrl: 'https://{tenant}.acme.example/revoke',
        callbackCheck: 'shopify_hmac',
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  } as const satisfies IntegrationDefinition;
  const signed =
    (shopHost: string, secret = 'secret', spoil = (text: string) => text) =>
    (given: Readonly<Record<string, string>>) => {
      const params = { ...given, shop: shopHost, timestamp: '1', host: 'YWRtaW4=' };
      const text = new URLSearchParams(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))).toString();
      return { ...params, hmac: spoil(createHmac('sha256', secret).update(text).digest('hex')) };
    };

  it('is believed', async () => {
    const opened = await open(shop, ME);
    const { connection } = await opened.consent('ann', signed('ann.acme.example'));
    expect(connection.tenant).toBe('ann');
  });

  it.each([
    ['another secret', signed('ann.acme.example', 'guessed')],
    ['another shop, well signed', signed('bob.acme.example')],
    ['a signature cut short', signed('ann.acme.example', 'secret', (text) => text.slice(2))],
    ['a signature that is none', signed('ann.acme.example', 'secret', () => 'z'.repeat(64))],
    ['no signature', (given: object) => ({ ...given, shop: 'ann.acme.example' })],
    [
      'a changed code',
      (given: Readonly<Record<string, string>>) => ({ ...signed('ann.acme.example')(given), code: 'D' }),
    ],
  ])('is not believed with %s, and no code is exchanged', async (_what, callback) => {
    const opened = await open(shop, ME);
    await expect(opened.consent('ann', callback)).rejects.toThrow('no code');
    expect(lines(opened)).toEqual([]);
  });
});

describe('hosts of several endings, and those that a deployment lists', () => {
  const okta = {
    ...acme,
    baseUrl: 'https://{tenant}/api',
    grantValues: {},
    tenant: { title: 'Domain', suffixes: ['.acme.example', '.acme-preview.example'], hosts: ['login.ann.example'] },
    profiles: [
      {
        ...oauth,
        authorizationUrl: 'https://{tenant}/authorize',
        tokenUrl: 'https://{tenant}/token',
        revocationUrl: 'https://{tenant}/revoke',
      },
    ],
  } as const satisfies IntegrationDefinition;

  it.each([
    ['ann', 'ann.acme.example'],
    ['https://ann.acme-preview.example/dashboard', 'ann.acme-preview.example'],
    ['LOGIN.ann.example', 'login.ann.example'],
  ])('%s is %s', async (typed, host) => {
    const opened = await open(okta, ME);
    const { address, connection } = await opened.consent(typed);
    expect(address.pathname).toBe(`/${host}/authorize`);
    expect(connection.tenant).toBe(host);
    expect(lines(opened)).toEqual([`POST /${host}/token`, `GET /${host}/api/me`]);
  });

  it.each(['evil.example', 'ann.acme.example.evil.example', 'a.b.acme.example', 'acme.example', 'ann.example'])(
    '%s is nobody’s',
    async (typed) => {
      const opened = await open(okta, ME);
      await expect(opened.consent(typed)).rejects.toThrow();
      expect(lines(opened)).toEqual([]);
    },
  );

  it('is chosen where every host is known', () => {
    const { tenant } = defineIntegration({
      ...okta,
      tenant: { title: 'Host', suffixes: [], hosts: ['a.example', 'b.example'] },
    });
    expect(tenant).toEqual({
      title: 'Host',
      choices: [
        { value: 'a.example', title: 'a.example' },
        { value: 'b.example', title: 'b.example' },
      ],
    });
  });
});

describe('what is refused at the start', () => {
  it.each<readonly [string, Partial<IntegrationDefinition>]>([
    [
      'baseUrl: {{instanceUrl}} decides the host: list its hosts',
      { grantValues: { instanceUrl: { from: 'token', at: 'x' } } },
    ],
    ['baseUrl: {{instanceUrl}} is an address: start with it', { baseUrl: 'https://api.acme.example/{{instanceUrl}}' }],
    ['baseUrl: {{instanceUrl}} is an address: start with it', { baseUrl: '{{instanceUrl}}.evil.example/x' }],
    ['baseUrl: {{instanceUrl}} is an address: start with it', { baseUrl: '{{instanceUrl}}{{instanceUrl}}' }],
    ['profiles[0].fields: the base URL needs a field other', { baseUrl: '{{other}}/x' }],
    [
      'grantValues.instanceUrl.hosts: at least one',
      { grantValues: { instanceUrl: { from: 'token', at: 'x', hosts: [] } } },
    ],
    ...[
      '.com',
      'https://acme.example',
      'acme.example:8443',
      '*.acme.example',
      'Acme.example',
      '127.0.0.1',
      '.corp',
      'acme.internal',
      '',
    ].map(
      (host) =>
        [
          'grantValues.instanceUrl.hosts[0]: it ',
          { grantValues: { instanceUrl: { from: 'token', at: 'x', hosts: [host] } } },
        ] as const,
    ),
    [
      'grantValues.tenant: {{tenant}} is reserved',
      { grantValues: { ...acme.grantValues, tenant: { from: 'token', at: 'x' } } },
    ],
    ['grantValues.a-b: its name', { grantValues: { ...acme.grantValues, 'a-b': { from: 'token', at: 'x' } } }],
    [
      'grantValues.a.pattern: it must match the whole value',
      { grantValues: { ...acme.grantValues, a: { from: 'token', at: 'x', pattern: 'a' } } },
    ],
    [
      'userInfoUrl: it is missing: a grant value comes',
      { grantValues: { ...acme.grantValues, a: { from: 'userInfo', at: 'x' } } },
    ],
    ['userInfoUrl: no grant value', { userInfoUrl: 'https://acme.example/me' }],
    [
      'profiles[0].tokenUrl: {{instanceUrl}} is not a known name',
      { profiles: [{ ...oauth, tokenUrl: '{{instanceUrl}}/token' }] },
    ],
    [
      'profiles[0].authorizationUrl: {{server}} is not a known name',
      {
        grantValues: { ...acme.grantValues, server: { from: 'callback', at: 's', hosts: ['a.example'] } },
        profiles: [{ ...oauth, authorizationUrl: '{{server}}/authorize' }],
      },
    ],
    ['tenant.suffixes[0]: it must be like', { tenant: { title: 'T', suffixes: ['acme.example'] } }],
    [
      'tenant.hosts[0]: it must be a whole host',
      { tenant: { title: 'T', suffixes: ['.acme.example'], hosts: ['.b.example'] } },
    ],
    [
      'baseUrl: {tenant} is a whole host here',
      { baseUrl: 'https://api.{tenant}/x', tenant: { title: 'T', suffixes: ['.acme.example'] } },
    ],
    [
      'profiles[0].callbackCheck: it needs the client secret',
      {
        profiles: [
          {
            id: 'system',
            title: 'A',
            method: 'oauth2',
            clientId: 'c',
            authorizationUrl: 'https://acme.example/a',
            tokenUrl: 'https://acme.example/t',
            callbackCheck: 'shopify_hmac',
          },
        ],
      },
    ],
    ['allowPrivateHosts[0]: no request may ever', { allowPrivateHosts: ['localhost'] }],
    ['allowPrivateHosts[0]: no request may ever', { allowPrivateHosts: ['metadata.google.internal'] }],
    ['allowPrivateHosts[0]: no request may ever', { allowPrivateHosts: ['169.254.169.254'] }],
    ['allowPrivateHosts[0]: no request may ever', { allowPrivateHosts: ['10.0.0.1'] }],
    ['allowPrivateHosts[0]: it must be one whole host name', { allowPrivateHosts: ['*.corp'] }],
    ['allowPrivateHosts[0]: it must be one whole host name', { allowPrivateHosts: ['.corp'] }],
    ['allowPrivateHosts[0]: it must be a host name', { allowPrivateHosts: ['[fd00::1]'] }],
  ])('%s', (expected, changes) => {
    expect(() => defineIntegration({ ...acme, ...changes })).toThrow(expected);
  });

  it('is not a host of the deployment’s own network that it names', () => {
    const inside = { ...acme, baseUrl: 'https://jira.corp/rest', grantValues: {}, allowPrivateHosts: ['jira.corp'] };
    expect(defineIntegration(inside).allowPrivateHosts).toEqual(['jira.corp']);
    expect(() => defineIntegration({ ...inside, baseUrl: 'https://wiki.corp/rest' })).toThrow(
      'wiki.corp is not a public host',
    );
  });
});
