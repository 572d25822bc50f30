import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, createAuthorizer } from 'latchkey';
import { defineIntegration, type IntegrationDefinition, loadIntegrations } from 'latchkey/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CERTIFICATE, EDDSA_KEY as PRIVATE_KEY } from '../auth-methods/client-keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-integrations-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (file: string, content: unknown) =>
  writeFile(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
/** Without functions. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const refusal = async (secrets?: (name: string) => string | undefined): Promise<readonly string[]> => {
  const loading = loadIntegrations(folder, secrets === undefined ? {} : { secrets });
  const error: unknown = await loading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ConfigurationError)) throw new Error('it was not refused');
  return error.message.split('\n');
};

const acme = {
  id: 'acme',
  name: 'Acme',
  baseUrl: 'https://api.acme.example',
  profiles: [
    {
      id: 'api-key',
      title: 'API key',
      method: 'api_key',
      fields: [{ key: 'apiKey', title: 'API key', type: 'password' }],
      placements: [{ in: 'header', name: 'X-Key', value: '{{apiKey}}' }],
    },
  ],
  check: { path: '/me', account: { id: 'id' } },
} as const satisfies IntegrationDefinition;
const oauth = {
  id: 'custom',
  title: 'Acme account',
  method: 'oauth2',
  clientId: 'client',
  authorizationUrl: 'https://acme.example/authorize',
  tokenUrl: 'https://acme.example/token',
} as const;

type CodeProfile = Extract<IntegrationDefinition['profiles'][number], { readonly authorizationUrl: string }>;

/** Every member that JSON can hold; a new one of the model does not compile here until the file may have it, too. */
const everything: Required<Omit<IntegrationDefinition, 'judgeFailure' | 'statusOf'>> = {
  id: 'everything',
  name: 'Everything',
  icon: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  baseUrl: 'http://127.0.0.1:1/{tenant}',
  apis: { sheets: 'http://127.0.0.1:2/{tenant}' },
  tenant: {
    title: 'Region',
    hint: 'Where',
    choices: [{ value: 'eu', title: 'Europe', address: 'eu-1', signInAt: 'eu-2' }],
  },
  profiles: [
    {
      id: 'form',
      title: 'Login',
      method: 'basic',
      endsOn: '2030-01-01',
      fields: [
        {
          key: 'user',
          title: 'User',
          hint: 'Yours',
          type: 'textbox',
          required: true,
          visibility: 'visible',
          value: 'ann',
          pattern: '^[a-z]+$',
          shape: 'be small letters',
          stripPrefix: 'user ',
        },
        { key: 'team', title: 'Team', choices: [{ value: 'a', title: 'A' }] },
      ],
      userName: '{{user}}',
      password: 'x',
      placements: [
        { in: 'header', name: 'Authorization', value: 'Basic {{basic}}' },
        { in: 'query', name: 'team', value: '{{team}}' },
        { in: 'body', name: 'team', value: '{{team}}' },
        { in: 'path', name: 'team', value: '{tenant}' },
      ],
    },
    {
      id: 'code',
      title: 'Account',
      method: 'oauth2',
      grant: 'authorization_code',
      endsOn: '2030-01-01',
      baseUrl: 'http://127.0.0.1:3',
      origin: 'system',
      clientId: 'c',
      clientSecret: 's',
      clientsByTenant: { eu: { clientId: 'e', clientSecret: 'es' } },
      authorizationUrl: 'http://127.0.0.1:1/{tenant}/authorize',
      tokenUrl: 'http://127.0.0.1:1/{tenant}/token',
      refreshUrl: 'http://127.0.0.1:1/{tenant}/refresh',
      revocationUrl: 'http://127.0.0.1:1/{tenant}/revoke',
      revocationRequest: 'rfc7009',
      revocationEnds: 'token',
      refreshTokens: 'single_use',
      issuer: 'https://issuer.example',
      requiresIss: false,
      scopes: ['read'],
      scopeSeparator: ',',
      callbackCheck: 'shopify_hmac',
      optionalScopes: ['write'],
      optionalScopeParam: 'optional_scope',
      authorizationParams: { prompt: 'consent' },
      tokenParams: { audience: 'a' },
      tokenHeaders: { 'x-app': 'a' },
      tokenRequestFormat: 'json',
      clientAuthentication: 'private_key_jwt',
      clientKey: { privateKey: PRIVATE_KEY, id: 'k', algorithm: 'EdDSA', certificate: CERTIFICATE },
      pkce: false,
      tokenTypeIsBearer: true,
      defaultExpiresIn: 60,
      deadGrantErrors: ['dead'],
      grantLifeDays: 365,
      grantIdleDays: 90,
      placements: [{ in: 'header', name: 'Authorization', value: 'Zoho {{accessToken}}' }],
    } satisfies Required<Omit<CodeProfile, 'revocation'>>,
    {
      id: 'bot',
      title: 'The bot itself',
      method: 'oauth2',
      grant: 'client_credentials',
      clientId: 'c',
      clientSecret: 's',
      tokenUrl: 'http://127.0.0.1:1/token',
      assertion: { issuer: 'i', subject: 's', audience: 'a', lifetime: 60, scopesIn: 'claim' },
      clientKey: { privateKey: PRIVATE_KEY, algorithm: 'EdDSA' },
      revocation: {
        url: 'http://127.0.0.1:1/{tenant}/revoke/{token}',
        method: 'DELETE',
        placements: [{ in: 'path', name: 'token', value: '{{token}}' }],
        format: 'json',
        tokens: ['access_token'],
        endedStatuses: [404],
      },
    },
  ],
  check: { method: 'POST', path: '/me', body: { deep: [1, null] }, account: { id: ['a', 'b'], label: 'l', role: 'r' } },
  grantValues: { org: { from: 'userInfo', at: ['org', 'team'], pattern: '^o$', required: false } },
  userInfoUrl: 'http://127.0.0.1:1/user-info',
  allowPrivateHosts: ['acme.corp'],
  sites: {
    noun: 'site',
    hosts: ['.acme.example'],
    url: 'http://127.0.0.1:1/sites',
    read: { single: false, list: 'sites', id: 'id', name: 'name', url: 'url' },
  },
  customProfile: {
    id: 'custom',
    title: 'Own app',
    method: 'oauth2',
    authorizationUrl: 'http://127.0.0.1:1/authorize',
    tokenUrl: 'http://127.0.0.1:1/token',
  },
  setupGuides: [{ title: 'A key', methods: ['basic'], url: 'https://acme.example', steps: ['Go.'], notes: ['Mind.'] }],
  manageUrl: 'https://acme.example/apps',
  scopeTexts: { read: 'Read' },
  scopeIncludes: { all: ['read', 'write'] },
  refreshScope: 'offline',
  statusFrom: 'code',
  failures: { at: 'ok', is: false, code: ['error'], credential: ['a'], scope: ['b'], busy: ['c'] },
  authErrorStatuses: [401, 403],
  verified: { on: '2026-11-27', sources: ['https://acme.example/docs'] },
  unverified: ['how long a token lives'],
  allowInsecureLoopback: true,
};

describe('a folder of integrations', () => {
  it('is read in the order of its file names, and other files are left alone', async () => {
    await write('b.json', acme);
    await write('a.json', { ...acme, id: 'before' });
    await write('notes.txt', 'no integration');
    expect((await loadIntegrations(folder)).map(({ id }) => id)).toEqual(['before', 'acme']);
  });

  it('gives the same as the definition in code', async () => {
    await write('everything.json', everything);
    const [loaded] = await loadIntegrations(folder);
    expect(asJson(loaded)).toEqual(asJson(defineIntegration(everything)));
    expect(loaded?.check.account({ b: 'me', l: 'Me', r: 'boss' }, {})).toEqual({ id: 'me', label: 'Me', role: 'boss' });
  });

  it('is what a bot begins with', async () => {
    await write('acme.json', acme);
    const options = { publicUrl: 'http://127.0.0.1:1', store: 'sqlite::memory:', keys: `k1:${btoa('x'.repeat(32))}` };
    const integrations = await loadIntegrations(folder);
    const authorizer = await createAuthorizer({ ...options, integrations, allowUnauthenticatedLoopback: true });
    expect(authorizer.integrations.find(({ id }) => id === 'acme')?.name).toBe('Acme');
    await authorizer.close();
    const twice = createAuthorizer({
      ...options,
      integrations: [...integrations, ...integrations],
      allowUnauthenticatedLoopback: true,
    });
    await expect(twice).rejects.toThrow('acme: duplicate id');
  });
});

describe('what is wrong with a file', () => {
  it('names the file and the member, for every file at once', async () => {
    const [profile] = acme.profiles;
    const badKey = { ...profile, fields: [...profile.fields, { key: 'api-key', title: 'Again' }] };
    await write('acme.json', { ...acme, profiles: [badKey] });
    await write('globex.json', { ...acme, id: 'globex', nam: 'Globex' });
    await write('initech.json', '{ "id": ');
    const { name: _, ...nameless } = acme;
    await write('nameless.json', { ...nameless, id: 'nameless' });
    expect(await refusal()).toEqual([
      'acme.json: profiles[0].fields[1].key: use letters, digits and _ only, and start with a letter',
      'globex.json: nam: no such member; did you mean name?',
      'initech.json: it is not JSON: look at line 1, column 9',
      'nameless.json: name: it is missing',
    ]);
  });

  it.each<readonly [string, object]>([
    ['profiles[0].method: expected api_key, basic or oauth2; OAuth 1', { profiles: [{ ...oauth, method: 'oauth1' }] }],
    [
      'profiles[0].grant: expected authorization_code or client_credentials; the password',
      { profiles: [{ ...oauth, grant: 'password' }] },
    ],
    ['profiles[0].authorizationUrl: it is missing', { profiles: [{ ...oauth, authorizationUrl: undefined }] }],
    ['profiles[0].clientId: it is missing', { profiles: [{ ...oauth, clientId: '' }] }],
    ['profiles[0].clientSecret: expected a string, or', { profiles: [{ ...oauth, clientSecret: 1 }] }],
    [
      'profiles[0].placements[0].in: Invalid',
      { profiles: [{ ...oauth, placements: [{ in: 'cookie', name: 'x', value: '{{accessToken}}' }] }] },
    ],
    ['profiles[0].pkce: Invalid', { profiles: [{ ...oauth, pkce: 'no' }] }],
    ['profiles: at least one is needed', { profiles: [] }],
    ['check.account: expected', { check: { path: '/me', account: 'me' } }],
    ['check.account: expected', { check: { path: '/me', account: { label: 'x' } } }],
    ['tenant: it needs either a suffix, or suffixes and hosts, or choices', { tenant: { title: 'T' } }],
    ['tenant: it needs either', { tenant: { title: 'T', suffix: '.acme.example', choices: [] } }],
    [
      'tenant.choices[0].titel: no such member; did you mean title?',
      { tenant: { title: 'T', choices: [{ value: 'a', title: 'A', titel: 'A' }] } },
    ],
    ['judgeFailure: no such member', { judgeFailure: 'other' }],
  ])('%s', async (expected, changes) => {
    await write('acme.json', { ...acme, ...changes });
    const [line, ...more] = await refusal();
    expect(line).toContain(`acme.json: ${expected}`);
    expect(more).toEqual([]);
  });

  it('is also an id that another file has', async () => {
    await write('a.json', acme);
    await write('b.json', acme);
    expect(await refusal()).toEqual(['b.json: id: another file has this id']);
  });

  it('is said at one start: a member that nobody knows hides nothing else', async () => {
    const [profile] = acme.profiles;
    const [field] = profile.fields;
    await write('a.json', acme);
    await write('b.json', {
      ...acme,
      baseUrl: 'http://api.acme.example',
      colour: 'blue',
      profiles: [
        {
          ...profile,
          fields: [{ ...field, visible: 'hidden' }],
          placements: [{ in: 'header', name: 'X-Key', value: '{{apiKey}} {{key}}' }],
        },
      ],
    });
    await write('c.json', { id: 'acme' });
    expect(await refusal()).toEqual([
      'b.json: profiles[0].fields[0].visible: no such member; did you mean visibility?',
      'b.json: colour: no such member',
      expect.stringMatching(/^b\.json: baseUrl: .*https/),
      'b.json: profiles[0].placements[0].value: {{key}} is not a known name; known names: {{apiKey}}',
      'c.json: name: it is missing',
      'c.json: baseUrl: it is missing',
      'c.json: profiles: it is missing',
      'c.json: check: it is missing',
      'b.json: id: another file has this id',
      'c.json: id: another file has this id',
    ]);
  });

  it.each([
    ['', 1, 1],
    ['{\n  "id": "acme",\n}', 3, 1],
    ['{\n  "id": }', 2, 9],
    ['{\n  "secret canary\n', 2, 3],
    ['{ "a": [1, 2 3] }', 1, 14],
    ['{ "a": [1,] }', 1, 11],
    ['{ "a": 01 }', 1, 9],
    ['{ "a" 1 }', 1, 7],
    ['{ a: 1 }', 1, 3],
    ['[1}', 1, 3],
    ['{} {}', 1, 4],
    ["{ 'a': 1 }", 1, 3],
  ])('is the place where it stops being JSON, without a word of it: %j', async (text, line, column) => {
    await write('acme.json', text);
    expect(await refusal()).toEqual([`acme.json: it is not JSON: look at line ${line}, column ${column}`]);
  });

  it('is a folder that is not there', async () => {
    await expect(loadIntegrations(join(folder, 'nowhere'))).rejects.toThrow(/folder of integrations.*cannot be read/);
  });
});

describe('a secret in a file', () => {
  const withSecrets = {
    ...acme,
    profiles: [
      {
        ...oauth,
        clientSecret: { secret: 'ACME_CLIENT_SECRET' },
        placements: [
          { in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' },
          { in: 'header', name: 'X-App-Secret', value: { secret: 'ACME_APP_SECRET' } },
        ],
      },
    ],
  };

  it('is what the caller knows by its name', async () => {
    await write('acme.json', withSecrets);
    const secrets = new Map([
      ['ACME_CLIENT_SECRET', 's1'],
      ['ACME_APP_SECRET', 's2'],
    ]);
    const [loaded] = await loadIntegrations(folder, { secrets: (name) => secrets.get(name) });
    expect(loaded?.profiles).toMatchObject([{ clientSecret: 's1', placements: [{}, { value: 's2' }] }]);
  });

  it('is refused where nobody knows it', async () => {
    await write('acme.json', withSecrets);
    expect(await refusal()).toEqual([
      'acme.json: profiles[0].placements[1].value: there is no secret called ACME_APP_SECRET',
      'acme.json: profiles[0].clientSecret: there is no secret called ACME_CLIENT_SECRET',
    ]);
  });

  it('is refused where it is no text: a promise, or what every object has', async () => {
    await write('acme.json', withSecrets);
    const promised = () => Promise.resolve('canary');
    const lines = await refusal(promised as never);
    expect(lines).toHaveLength(2);
    expect(lines.join()).toContain('the secret ACME_CLIENT_SECRET is not a string: "secrets" must return it directly');
    await write('acme.json', JSON.stringify(withSecrets).replace('ACME_CLIENT_SECRET', 'constructor'));
    const inherited = (name: string) => Reflect.get({ ACME_APP_SECRET: 's2' }, name);
    expect(await refusal(inherited)).toEqual([expect.stringContaining('the secret constructor is not a string')]);
  });

  it('is never a template, and never in a message (R46)', async () => {
    await write('acme.json', withSecrets);
    const lines = await refusal(() => 'canary {{accessToken}}');
    expect(lines).toHaveLength(2);
    expect(lines.join()).toContain('must not contain {{');
    expect(lines.join()).not.toContain('canary');
  });
});
