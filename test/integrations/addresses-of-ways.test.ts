import { type AnyAction, ConfigurationError, defineAction, z } from 'latchkey';
import { afterEach, describe, expect, it } from 'vitest';
import { fromCatalog } from '../../src/integrations/from-catalog.ts';
import { profileForTenant } from '../../src/model/profile-for-tenant.ts';
import { callOf, openPlayedWorld, type PlayedWorld } from './played-world.ts';

let world: PlayedWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const oauth = {
  id: 'system',
  title: 'Sign in to Acme',
  method: 'oauth2',
  clientId: { secret: 'ACME_CLIENT_ID' },
  clientSecret: { secret: 'ACME_CLIENT_SECRET' },
  authorizationUrl: 'https://login.acme.example/authorize',
  tokenUrl: 'https://login.acme.example/token',
  refreshTokens: 'single_use',
};
const key = {
  id: 'key',
  title: 'API key',
  method: 'api_key',
  fields: [{ key: 'key', title: 'Key', type: 'password' }],
  placements: [{ in: 'header', name: 'X-Key', value: '{{key}}' }],
};
const acme = {
  id: 'acme',
  name: 'Acme',
  baseUrl: 'https://www.acme.example/v1',
  apis: { sheets: 'https://sheets.acme.example/v4', 'sheets-2': 'https://x.acme.example' },
  profiles: [oauth, key],
  check: { path: '/me', account: { id: 'id', label: 'email' } },
};
const twoApis = { ...acme, apis: { sheets: 'https://sheets.acme.example/v4' } };

async function connected(definition: typeof twoApis, way: 'system' | 'key') {
  world = await openPlayedWorld([definition]);
  const product = world.sandbox.product('acme');
  const person = world.person();
  if (way === 'system') await person.consent('acme', { profile: way });
  else await person.type('acme', product.typed(way), way);
  product.arrived();
  const lines = () => product.arrived().map(({ method, path, status }) => `${method} ${path} ${status}`);
  return { opened: world, product, person, lines };
}

/** @param path of a GET at the API `sheets` */
function getAt(path: string, name = 'sheets', config: object = {}): AnyAction {
  return defineAction({
    id: 'acme.get',
    title: 'Get',
    purpose: 'get it',
    integration: 'acme',
    scopes: [],
    effect: 'read',
    input: z.object({}),
    run: async (_api, _input, { apiAt }) => (await apiAt(name).get<unknown>(path, config)).data,
  });
}

describe('another API of a product', () => {
  it.each(['system', 'key'] as const)('gets the credential of “%s” where that way places it', async (way) => {
    const { person, lines } = await connected(twoApis, way);
    expect(await person.run(getAt('/rows'))).toMatchObject({ status: 'done' });
    expect(await person.run(callOf('acme'))).toMatchObject({ status: 'done' });
    expect(lines()).toEqual(['GET sheets.acme.example/v4/rows 200', 'POST www.acme.example/v1/things 200']);
  });

  it('shares one renewal with the first: what one call learned the next one knows', async () => {
    const { opened, person, product } = await connected(twoApis, 'system');
    opened.advance(31 * 24 * 60 * 60 * 1000);
    const both = defineAction({
      id: 'acme.both',
      title: 'Both',
      purpose: 'do both',
      integration: 'acme',
      scopes: [],
      effect: 'read',
      input: z.object({}),
      run: async (api, _input, { apiAt }) => {
        await Promise.all([api.get('/a'), apiAt('sheets').get('/b'), apiAt('sheets').get('/c')]);
      },
    });
    expect(await person.run(both)).toMatchObject({ status: 'done' });
    const renewals = product.arrived().filter(({ path }) => path === 'login.acme.example/token');
    expect(renewals).toHaveLength(1);
  });

  it.each([
    ['/../../x', 'sheets'],
    ['https://evil.example/rows', 'sheets'],
    ['//evil.example/rows', 'sheets'],
    ['/rows', 'drive'],
    ['/rows', 'constructor'],
    ['/rows', 'https://evil.example'],
  ])('is left for nothing else: %s at %s', async (path, name) => {
    const { person, lines } = await connected(twoApis, 'key');
    expect(await person.run(getAt(path, name))).toMatchObject({ status: 'failed' });
    expect(lines()).toEqual([]);
  });

  it('is what its definition says, whatever the action writes into its config', async () => {
    const { person, lines } = await connected(twoApis, 'key');
    await person.run(getAt('/rows', 'sheets', { baseURL: 'https://evil.example', allowAbsoluteUrls: true }));
    expect(lines()).toEqual(['GET sheets.acme.example/v4/rows 200']);
  });

  it('is refused at start where no credential may go', () => {
    const problems = (definition: object) => {
      try {
        fromCatalog({ ...acme, ...definition }, { clientId: 'c', clientSecret: 's' } as object);
        return '';
      } catch (error) {
        if (error instanceof ConfigurationError) return error.message;
        throw error;
      }
    };
    expect(problems({})).toContain('acme: apis.sheets-2: its name must be letters, digits and _');
    const refused = (address: string) => problems({ apis: { a: address } });
    expect(refused('http://sheets.acme.example')).toContain('apis.a: it must be https');
    expect(refused('https://10.0.0.1')).toContain('apis.a: 10.0.0.1 is not a public host');
    expect(refused('https://me@sheets.acme.example')).toContain('apis.a: it must be an absolute https address');
    expect(refused('https://{{key}}.example')).toContain('apis.a: the host must end in a fixed domain');
    expect(refused('{{key}}/x')).toContain('apis.a: {{key}} decides the host: list its hosts');
    expect(refused('https://a.acme.example/{{team}}')).toContain('profiles[0].fields: the API a needs a field team');
    expect(refused('https://{tenant}.acme.example')).toContain('apis.a: {tenant} needs a `tenant`');
    expect(refused('https://a.acme.example?x=1')).toContain('apis.a: it must not have a query');
  });
});

const confluence = {
  ...acme,
  apis: {},
  baseUrl: 'https://gateway.acme.example/ex/{{siteId}}',
  tenant: { title: 'Site', suffix: '.acme.example' },
  sites: {
    noun: 'site',
    url: 'https://gateway.acme.example/sites',
    read: { id: 'id', name: 'name', url: 'url' },
  },
  profiles: [oauth, { ...key, baseUrl: 'https://{tenant}.acme.example' }],
};

describe('a way in with an address of its own', () => {
  it('goes there, and asks for the customer, while the other way does neither', async () => {
    world = await openPlayedWorld([confluence]);
    const product = world.sandbox.product('acme');
    const [ann, bob] = [world.person(), world.person()];
    expect(product.typed('key')).toMatchObject({ tenant: 'acme' });
    await ann.type('acme', product.typed('key'), 'key');
    await bob.consent('acme', { profile: 'system' });
    await ann.run(callOf('acme'));
    await bob.run(callOf('acme'));
    const calls = product.arrived().filter(({ path }) => /things|me$/.test(path));
    expect(calls.map(({ path }) => path)).toEqual([
      'acme.acme.example/me',
      'gateway.acme.example/ex/site-1/me',
      'acme.acme.example/things',
      'gateway.acme.example/ex/site-1/things',
    ]);
    expect(await ann.connections()).toMatchObject([{ tenant: 'acme' }]);
    const [connection] = await bob.connections();
    expect(connection).not.toHaveProperty('tenant');
  });

  it.each<readonly [string, object]>([
    ['profiles[1].baseUrl: it must be https', { profiles: [{ ...key, baseUrl: 'http://x.acme.example' }] }],
    [
      'profiles[1].baseUrl: the host must end in a fixed domain',
      { profiles: [{ ...key, baseUrl: 'https://{tenant}' }] },
    ],
    [
      'profiles[1].baseUrl: {{siteId}} is not a known name',
      { profiles: [{ ...key, baseUrl: 'https://x.acme.example/{{siteId}}' }] },
    ],
  ])(
    'is refused at start where it cannot work: %s',
    (expected, { profiles, ...changes }: { readonly profiles?: readonly object[] }) => {
      const definition = { ...confluence, profiles: [confluence.profiles[0], ...(profiles ?? [])], ...changes };
      const json: unknown = JSON.parse(JSON.stringify(definition));
      expect(() => fromCatalog(json, { clientId: 'c', clientSecret: 's' } as object)).toThrow(expected);
    },
  );
});

const regions = {
  ...acme,
  apis: {},
  baseUrl: 'https://{tenant}',
  tenant: {
    title: 'Region',
    choices: [
      { value: 'us', title: 'US', address: 'api.acme.example' },
      { value: 'eu', title: 'EU', address: 'api.eu.acme.example', signInAt: 'api.acme.example' },
    ],
  },
  profiles: [{ ...oauth, authorizationUrl: 'https://{tenant}/authorize', tokenUrl: 'https://{tenant}/token' }, key],
};

describe('a customer that the authorization server knows by another name', () => {
  it('signs in there, and its calls go to the region', async () => {
    world = await openPlayedWorld([regions]);
    const person = world.person();
    await person.consent('acme', { profile: 'system', tenant: 'eu' });
    await person.run(callOf('acme'));
    world.advance(31 * 24 * 60 * 60 * 1000);
    await person.run(callOf('acme'));
    const paths = world.sandbox
      .product('acme')
      .arrived()
      .map(({ method, path }) => `${method} ${path.split('?')[0]}`);
    expect([...new Set(paths)]).toEqual([
      'GET api.acme.example/authorize',
      'POST api.acme.example/authorize',
      'POST api.acme.example/token',
      'GET api.eu.acme.example/me',
      'POST api.eu.acme.example/things',
    ]);
  });

  const named = {
    ...regions,
    baseUrl: 'https://{tenant}.acme.example',
    tenant: { title: 'Account', suffix: '.acme.example' },
    profiles: [
      {
        ...oauth,
        authorizationUrl: 'https://{tenant}.login.example/authorize',
        tokenUrl: 'https://{tenant}.login.example/token',
      },
      key,
    ],
  };
  const withClient = (signInAt: string, json: object = named) =>
    fromCatalog(json, { clients: { globex: { clientId: 'c', clientSecret: 's', signInAt } } });

  it('has the name that the deployment gives for it', () => {
    const integration = withClient('globex-group');
    const [profile] = integration.profiles;
    if (profile === undefined) throw new Error('there is a profile');
    expect(profileForTenant(integration, profile, 'globex')).toMatchObject({
      clientId: 'c',
      authorizationUrl: 'https://globex-group.login.example/authorize',
      tokenUrl: 'https://globex-group.login.example/token',
    });
    expect(profileForTenant(integration, profile, 'acme')).toBeUndefined();
  });

  it.each(['evil.example/', 'a.b', '', 'A', 'x@evil.example', '{tenant}'])(
    'is one label of a host, and not %j',
    (name) => {
      expect(() => withClient(name)).toThrow(/clientsByTenant\.globex\.signInAt: it (?:must be one label|is empty)/);
    },
  );

  it('is said by choices themselves, which may not lead elsewhere either', () => {
    const choices = [{ value: 'us', title: 'US', address: 'api.acme.example', signInAt: '10.0.0.1' }];
    const json = { ...regions, tenant: { title: 'Region', choices } };
    expect(() => fromCatalog(json, { clientId: 'c', clientSecret: 's' } as object)).toThrow(
      'profiles[0].tokenUrl: 10.0.0.1 is not a public host',
    );
    const clients = { us: { clientId: 'c', clientSecret: 's', signInAt: 'eu' } };
    expect(() => fromCatalog(regions, { clients })).toThrow('signInAt: it only applies to a tenant with one suffix');
  });
});

describe('a client that is known by its secret alone', () => {
  it('sends it as the user name of Basic authentication, without a password', async () => {
    const definition = { ...twoApis, profiles: [{ ...oauth, clientAuthentication: 'client_secret_as_user' }, key] };
    world = await openPlayedWorld([definition]);
    expect(await world.person().consent('acme', { profile: 'system' })).toMatchObject({ status: 'done' });
    const [request] = world.sandbox
      .product('acme')
      .arrived()
      .filter(({ path }) => path === 'login.acme.example/token');
    expect(request?.headers.authorization).toBe(`Basic ${Buffer.from('acme_client_secret:').toString('base64')}`);
    expect(request?.body).not.toContain('acme_client_secret');
  });

  it('is not taken where the product wants another way', async () => {
    const wrong = { ...twoApis, profiles: [{ ...oauth, clientAuthentication: 'client_secret_as_user' }, key] };
    world = await openPlayedWorld([twoApis], { as: [wrong] });
    await expect(world.person().consent('acme', { profile: 'system' })).resolves.toMatchObject({ status: 'failed' });
  });
});
