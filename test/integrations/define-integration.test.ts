import { ConfigurationError } from 'latchkey';
import { defineIntegration, type IntegrationDefinition, type ProfileDefinition } from 'latchkey/integrations';
import { describe, expect, it } from 'vitest';

const acme: IntegrationDefinition = {
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
  check: { path: '/me', account: { id: 'user.id', label: ['user.email', 'user.name'], role: 'user.roles.0' } },
};
const SUBDOMAIN = { title: 'Acme subdomain', suffix: '.acme.example' };
const oauth = {
  id: 'system',
  title: 'Acme account',
  method: 'oauth2',
  clientId: 'c',
  clientSecret: 's',
  authorizationUrl: 'https://acme.example/authorize',
  tokenUrl: 'https://acme.example/token',
} as const;

const [key] = acme.profiles;
if (key?.method !== 'api_key') throw new Error('the first profile is a key');
const keyWith = (changes: Partial<typeof key>) => ({ profiles: [{ ...key, ...changes }] });
const field = { key: 'apiKey', title: 'API key', type: 'password' } as const;
const header = { in: 'header', name: 'X-Key', value: '{{apiKey}}' } as const;

describe('an account by dot paths', () => {
  const read = (body: unknown) => defineIntegration(acme).check.account(body, {});

  it('has an id, the first label that is there, and a role', () => {
    const user = { id: 7, email: 'ann@acme.example', name: 'Ann', roles: ['admin', 'user'] };
    expect(read({ user })).toEqual({ id: '7', label: 'ann@acme.example', role: 'admin' });
    expect(read({ user: { id: 'u1', name: 'Ann' } })).toEqual({ id: 'u1', label: 'Ann' });
    expect(read({ user: { id: 'u1', email: '' } })).toEqual({ id: 'u1', label: 'u1' });
  });

  it.each([undefined, null, 'ok', [], {}, { user: null }, { user: { id: null } }, { user: { id: '' } }])(
    'is not proven by %j',
    (body) => {
      expect(read(body)).toBeUndefined();
    },
  );

  it('never reads what every object has', () => {
    const integration = defineIntegration({ ...acme, check: { path: '/me', account: { id: 'constructor.name' } } });
    expect(integration.check.account({}, {})).toBeUndefined();
  });

  it('is what came with the grant, or was typed without a mask, where the answer does not say it', () => {
    const fields = [field, { key: 'company', title: 'Company', type: 'textbox' }] as const;
    const integration = defineIntegration({
      ...acme,
      profiles: [{ ...key, fields }, oauth],
      grantValues: { company: { from: 'callback', at: 'realm' } },
      check: { path: '/me', account: { value: 'company', label: 'name' } },
    });
    const { account } = integration.check;
    expect(account({ name: 'Acme' }, { values: { company: 'c1' } })).toEqual({ id: 'c1', label: 'Acme' });
    expect(account({ name: 'Acme' }, { values: {} })).toBeUndefined();
  });

  it('is the customer where the product knows nobody else', () => {
    const tenant = { ...acme, baseUrl: 'https://{tenant}.acme.example', tenant: SUBDOMAIN };
    const named = defineIntegration({ ...tenant, check: { path: '/ping', account: 'tenant' } });
    expect(named.check.account({}, { tenant: 'globex' })).toEqual({ id: 'globex', label: 'globex.acme.example' });
    const choices = [{ value: 'eu', title: 'Europe' }];
    const region = { ...tenant, tenant: { title: 'Region', choices } };
    const chosen = defineIntegration({ ...region, check: { path: '/ping', account: 'tenant' } });
    expect(chosen.check.account({}, { tenant: 'eu' })).toEqual({ id: 'eu', label: 'Europe' });
  });

  it('has the name of the product where nothing is known of it', () => {
    const integration = defineIntegration({ ...acme, check: { path: '/ping', account: 'unnamed' } });
    expect(integration.check.account({}, {})).toEqual({ id: 'unnamed', label: 'Acme' });
  });

  it('can be read by a function in code', () => {
    const account = () => ({ id: 'x', label: 'X' });
    expect(defineIntegration({ ...acme, check: { path: '/me', account } }).check.account).toBe(account);
  });
});

describe('what is not said', () => {
  it('is user name and password in a Basic header', () => {
    const { profiles } = defineIntegration({ ...acme, profiles: [{ id: 'basic', title: 'Login', method: 'basic' }] });
    expect(profiles).toMatchObject([
      {
        fields: [{ key: 'userName' }, { key: 'password', type: 'password' }],
        placements: [{ in: 'header', name: 'Authorization', value: 'Basic {{basic}}' }],
      },
    ]);
  });

  it('is a bearer token of the developer’s own app, without scopes', () => {
    const { profiles } = defineIntegration({ ...acme, profiles: [oauth] });
    expect(profiles).toMatchObject([
      {
        origin: 'custom',
        scopes: [],
        placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
      },
    ]);
  });

  it('is a GET for the check, and a client that is entered later for the developer’s own profile', () => {
    const { clientId: _, clientSecret: __, ...customProfile } = oauth;
    const integration = defineIntegration({ ...acme, customProfile });
    expect(integration.check.method).toBe('GET');
    expect(integration.customProfile).toMatchObject({ clientId: '', scopes: [] });
  });
});

describe('sites and statuses by dot paths', () => {
  const sites = { noun: 'site', url: 'https://api.acme.example/sites' };

  it('reads a list of sites', () => {
    const read = { list: 'data.sites', id: 'id', name: ['title', 'id'], url: 'links.0.href' };
    const integration = defineIntegration({ ...acme, profiles: [oauth], sites: { ...sites, read } });
    const body = { data: { sites: [{ id: 1, title: 'One', links: [{ href: 'https://one' }] }, { id: 2 }, {}] } };
    expect(integration.sites?.read(body)).toEqual([
      { id: '1', name: 'One', url: 'https://one' },
      { id: '2', name: '2', url: '' },
    ]);
    expect(integration.sites?.read('<html>')).toBeUndefined();
  });

  it('reads the status that counts off a success', () => {
    const { statusOf } = defineIntegration({ ...acme, statusFrom: 'meta.code' });
    const counts = (status: number, body: unknown) => statusOf?.({ status, body, headers: {} });
    expect(counts(200, { meta: { code: 401 } })).toBe(401);
    expect(counts(200, { meta: { code: '429' } })).toBe(429);
    expect(counts(503, { meta: { code: 200 } })).toBe(503);
    expect(counts(200, { meta: { code: 7 } })).toBe(200);
    expect(counts(200, 'ok')).toBe(200);
  });
});

describe('what cannot work is refused in words', () => {
  const refusal = (changes: Partial<IntegrationDefinition>): string => {
    try {
      defineIntegration({ ...acme, ...changes });
      return 'nothing';
    } catch (error) {
      if (error instanceof ConfigurationError) return error.message;
      throw error;
    }
  };

  it.each<readonly [string, Partial<IntegrationDefinition>]>([
    ['acme corp: id: it must be', { id: 'acme corp' }],
    ['acme: name: it is empty', { name: '' }],
    ['baseUrl: it must be https', { baseUrl: 'http://api.acme.example' }],
    ['baseUrl: a loopback address is only for a sandbox', { baseUrl: 'http://127.0.0.1:8080' }],
    ['baseUrl: it must be an absolute https address', { baseUrl: 'api.acme.example' }],
    ['baseUrl: it must be an absolute https address', { baseUrl: 'https://me@api.acme.example' }],
    ['baseUrl: it must not have a query', { baseUrl: 'https://api.acme.example?a=b' }],
    ['baseUrl: it must not contain a port', { baseUrl: 'https://api.acme.example:8443' }],
    ['baseUrl: {tenant} needs a `tenant`', { baseUrl: 'https://{tenant}.acme.example' }],
    ['baseUrl: {{siteId}} is not a known name', { baseUrl: 'https://api.acme.example/{{siteId}}' }],
    ['baseUrl: the host must end in a fixed domain', { baseUrl: 'https://{tenant}', tenant: SUBDOMAIN }],
    ['baseUrl: the host must end in a fixed domain', { baseUrl: 'https://acme.{tenant}', tenant: SUBDOMAIN }],
    ['profiles[0].fields: the base URL needs a field team', { baseUrl: 'https://api.acme.example/{{team}}' }],
    [
      'profiles[0].fields[0].required: the base URL needs it, so it cannot be optional',
      { baseUrl: 'https://api.acme.example/{{apiKey}}', ...keyWith({ fields: [{ ...field, required: false }] }) },
    ],
    ['baseUrl: the field apiKey is part of a host', { baseUrl: 'https://{{apiKey}}.acme.example' }],
    ['tenant.suffix: it must be like .example.com', { tenant: { title: 'T', suffix: 'acme.example' } }],
    ['tenant.choices: there must be at least one', { tenant: { title: 'T', choices: [] } }],
    ['manageUrl: it must be an https address', { manageUrl: 'acme.example/apps' }],
    [
      'setupGuides[0].url: it must be an https address',
      { setupGuides: [{ title: 'A key', methods: ['api_key'], url: 'javascript:alert(1)', steps: ['Go.'] }] },
    ],
    ['fields[0]: a secret must not be part of the base URL', { baseUrl: 'https://api.acme.example/{{apiKey}}' }],
    [
      'fields[0]: a secret must not be part of the API files',
      {
        apis: { files: 'https://{{apiKey}}.acme.example' },
        ...keyWith({ fields: [{ ...field, pattern: '^[a-z]+$' }] }),
      },
    ],
    [
      'placements[0].value: a header cannot have',
      keyWith({ placements: [{ ...header, value: 'a\r\nb: {{apiKey}}' }] }),
    ],
    ['tokenHeaders.X-A: a header cannot have', { profiles: [{ ...oauth, tokenHeaders: { 'X-A': 'a\r\nHost: b' } }] }],
    ['tokenHeaders.X A: it is not a header name', { profiles: [{ ...oauth, tokenHeaders: { 'X A': 'a' } }] }],
    [
      'manageUrl: it must be an https address',
      { manageUrl: 'javascript:alert(document.cookie)//https://acme.example' },
    ],
    ['manageUrl: it must be an https address', { manageUrl: 'data:text/html,acme' }],
    ['authErrorStatuses[1]: it must be a status from 300', { authErrorStatuses: [401, 200] }],
    ['check.path: it must begin with /', { check: { path: 'me', account: 'unnamed' } }],
    ['check.path: it must begin with /', { check: { path: '/../me', account: 'unnamed' } }],
    ['check.path: no placement in the path fills {account}', { check: { path: '/{account}/me', account: 'unnamed' } }],
    ['check.body: a GET has no body', { check: { path: '/me', body: {}, account: 'unnamed' } }],
    ['check.account.value: each profile needs it', { check: { path: '/me', account: { value: 'company' } } }],
    ['check.account.value: each profile needs it', { check: { path: '/me', account: { value: 'apiKey' } } }],
    [
      'sites.url: {tenant} needs a `tenant`',
      { sites: { noun: 'site', url: 'https://{tenant}.acme.example', read: { id: 'id', name: 'name' } } },
    ],
    ['profiles[1].id: another profile has this id', { profiles: [key, { ...key, title: 'Another' }] }],
    [
      'profiles[1].title: another profile has this title, by which people choose',
      { profiles: [key, { ...key, id: 'another', title: `${key.title} ` }] },
    ],
    ['profiles[0].fields[1].key: another field has this key', keyWith({ fields: [field, field] })],
    ['profiles[0].fields[0].key: use letters, digits and _ only', keyWith({ fields: [{ ...field, key: 'api-key' }] })],
    ['profiles[0].fields[0].key: {{accessToken}} is reserved', keyWith({ fields: [{ ...field, key: 'accessToken' }] })],
    ['fields[0].pattern: it is not a regular', keyWith({ fields: [{ ...field, pattern: '^(' }] })],
    ['fields[0].pattern: it must match the whole value', keyWith({ fields: [{ ...field, pattern: '[a-z]+' }] })],
    ['fields[0].pattern: it must match the whole value', keyWith({ fields: [{ ...field, pattern: '^a|b$' }] })],
    ['fields[0].value: a hidden field needs', keyWith({ fields: [{ ...field, visibility: 'hidden' }] })],
    [
      'fields[0].type: a field with choices cannot be masked',
      keyWith({ fields: [{ ...field, choices: [{ value: 'a', title: 'A' }] }] }),
    ],
    ['profiles[0].placements: no placement contains the credential', keyWith({ placements: [] })],
    ['placements[0].value: write {{apiKey}}', keyWith({ placements: [{ ...header, value: '{apiKey}' }] })],
    ['placements[0].value: {{key}} is not a known name', keyWith({ placements: [{ ...header, value: '{{key}}' }] })],
    ['placements[0].value: {tenant} needs', keyWith({ placements: [{ ...header, value: '{tenant}:{{apiKey}}' }] })],
    [
      'placements[1].name: another placement has this header',
      keyWith({ placements: [header, { ...header, name: 'x-key' }] }),
    ],
    ['placements[0].name: it is not a header name', keyWith({ placements: [{ ...header, name: 'X Key' }] })],
    [
      'placements[0].name: a credential must not set this header',
      keyWith({ placements: [{ ...header, name: 'Host' }] }),
    ],
    ['profiles[0].tokenUrl: it must be https', { profiles: [{ ...oauth, tokenUrl: 'http://acme.example/token' }] }],
    [
      'profiles[0].refreshUrl: {tenant} needs',
      { profiles: [{ ...oauth, refreshUrl: 'https://{tenant}.acme.example' }] },
    ],
    ['profiles[0].clientsByTenant: the integration has no', { profiles: [{ ...oauth, clientsByTenant: {} }] }],
    ['profiles[0].authorizationParams.state', { profiles: [{ ...oauth, authorizationParams: { state: 'x' } }] }],
    ['profiles[0].tokenParams.grant_type', { profiles: [{ ...oauth, tokenParams: { grant_type: 'password' } }] }],
    ['profiles[0].tokenHeaders.Host', { profiles: [{ ...oauth, tokenHeaders: { Host: 'x' } }] }],
    ['profiles[0].scopes[0]: it must be one scope', { profiles: [{ ...oauth, scopes: ['read write'] }] }],
    ['profiles[0].issuer: requiresIss needs', { profiles: [{ ...oauth, requiresIss: true }] }],
    ['profiles[0].revocationEnds: it needs revocationUrl', { profiles: [{ ...oauth, revocationEnds: 'token' }] }],
    ['profiles[0].revocationRequest: it needs', { profiles: [{ ...oauth, revocationRequest: 'delete' }] }],
    [
      'profiles[0].grantIdleDays: it must be a whole number of days, 1 or more',
      { profiles: [{ ...oauth, grantIdleDays: 0 }] },
    ],
    [
      'profiles[0].grantLifeDays: it must be a whole number of days, 1 or more',
      { profiles: [{ ...oauth, grantLifeDays: 1.5 }] },
    ],
    [
      'profiles[0].clientSecret: a bot that authorizes itself needs a secret',
      {
        profiles: [
          {
            id: 'bot',
            title: 'Bot',
            method: 'oauth2',
            grant: 'client_credentials',
            clientId: 'c',
            tokenUrl: oauth.tokenUrl,
          },
        ],
      },
    ],
  ])('%s', (expected, changes) => {
    expect(refusal(changes)).toContain(expected);
  });

  it('all at once, a line each', () => {
    expect(refusal({ id: 'Acme', baseUrl: 'http://api.acme.example' }).split('\n')).toHaveLength(2);
  });

  it('but not what only looks like it', () => {
    expect(refusal({ baseUrl: 'https://{tenant}.acme.example/api', tenant: SUBDOMAIN })).toBe('nothing');
    const choices = [
      { value: 'us', title: 'US', address: 'https://api.acme.example' },
      { value: 'own', title: 'Own', address: 'https://{{host}}.acme.example/API' },
    ];
    const fields: Extract<ProfileDefinition, { method: 'api_key' }>['fields'] = [
      field,
      { key: 'region', title: 'Region', choices },
      { key: 'host', title: 'Name', type: 'textbox', required: false, pattern: '^[a-z0-9-]+$' },
    ];
    expect(refusal({ baseUrl: '{{region}}', ...keyWith({ fields }) })).toBe('nothing');
    const loopback = { baseUrl: 'http://127.0.0.1:8080/{tenant}', tenant: SUBDOMAIN, allowInsecureLoopback: true };
    expect(refusal(loopback)).toBe('nothing');
  });
});

/** A definition with every kind of member. */
const whole: IntegrationDefinition = {
  ...acme,
  baseUrl: 'https://{tenant}.acme.example',
  apis: { sheets: 'https://sheets.acme.example' },
  tenant: SUBDOMAIN,
  profiles: [
    {
      ...oauth,
      scopes: ['read'],
      optionalScopes: ['write'],
      tokenHeaders: { 'X-Version': '3' },
      authorizationParams: { prompt: 'consent' },
      revocation: { url: 'https://acme.example/end', placements: [{ in: 'body', name: 'token', value: '{{token}}' }] },
      deadGrantErrors: ['gone'],
    },
  ],
  check: { path: '/me', refusedWhen: { ok: false }, account: { id: 'id', label: ['mail', 'name'] } },
  grantValues: { place: { from: 'token', at: 'place', pattern: '^[a-z]+$' } },
  sites: { noun: 'site', url: 'https://acme.example/sites', read: { id: 'id', name: 'name' } },
  failures: { at: 'ok', is: false, code: 'error', credential: ['invalid'] },
  scopeTexts: { read: 'Read' },
  scopeIncludes: { write: ['read'] },
  setupGuides: [{ title: 'An app', methods: ['oauth2'], steps: ['Enter {callbackUrl}'] }],
  verified: { on: '2026-11-27', sources: ['https://acme.example/docs'] },
  authErrorStatuses: [401],
  allowPrivateHosts: ['login.acme.example'],
  customProfile: { ...oauth, id: 'own', title: 'Own app' },
};

/** What code without types can write in place of a member. */
const ANYTHING: Readonly<Record<string, unknown>> = {
  null: null,
  'a number': 5,
  'an empty text': '',
  'a list of nothing': [null],
  'an empty object': {},
  'a function': () => 'x',
  'a date': new Date(0),
  'a key that names the prototype': JSON.parse('{ "__proto__": 5 }'),
};

function placesIn(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [[...at, name], ...placesIn(one, [...at, name])]);
}

function put(target: object, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) Reflect.set(target, name, value);
  else put(Object(Reflect.get(target, name)), rest, value);
}

describe.each([
  ['with a sign-in', whole],
  ['with a key', acme],
])('whatever a member of a definition %s is, in code without types', (_what, genuine) => {
  it.each(placesIn(genuine).map((place) => [place.join('.'), place] as const))('%s', (_name, place) => {
    for (const value of [undefined, ...Object.values(ANYTHING)]) {
      const changed = structuredClone(genuine);
      put(changed, place, value);
      try {
        defineIntegration(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigurationError);
      }
    }
  });
});

describe('a definition in code without types', () => {
  const refused = (change: object) => () => Reflect.apply(defineIntegration, undefined, [{ ...whole, ...change }]);

  it('names the member of a wrong type, and each that does not exist with the rest', () => {
    expect(refused({ baseUrl: 5 })).toThrow('acme: baseUrl: ');
    expect(refused({ statusOf: 'responseCode' })).toThrow('acme: statusOf: it must be a function');
    expect(refused({ id: undefined })).toThrow('an integration: id: it is missing');
    expect(refused({ basURL: '', manageUrl: 'http://acme.example' })).toThrow(
      'acme: basURL: no such member; did you mean baseUrl?\nacme: manageUrl: it must be an https address',
    );
    for (const nothing of [undefined, null, 'acme']) {
      expect(() => Reflect.apply(defineIntegration, undefined, [nothing])).toThrow(ConfigurationError);
    }
  });

  it('has the default of what is undefined, and does not change afterwards', () => {
    const profiles = [{ ...oauth, scopes: undefined, placements: undefined }];
    const made = { ...acme, icon: undefined, profiles };
    const integration = Reflect.apply(defineIntegration, undefined, [made]);
    put(made, ['profiles', '0', 'tokenUrl'], 'https://evil.example');
    expect(integration.profiles[0]).toMatchObject({
      scopes: [],
      placements: [{ value: 'Bearer {{accessToken}}' }],
      tokenUrl: oauth.tokenUrl,
    });
    expect(integration).not.toHaveProperty('icon');
  });
});
