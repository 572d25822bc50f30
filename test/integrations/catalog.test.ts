import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ConfigurationError, type Integration } from 'latchkey';
import { box } from 'latchkey/catalog/box';
import { hubspot } from 'latchkey/catalog/hubspot';
import { servicenow } from 'latchkey/catalog/servicenow';
import { describe, expect, it } from 'vitest';
import {
  CATALOG_FOLDER,
  generatedFiles,
  moduleOf,
  productFiles,
  products,
  staleModules,
} from '../../scripts/catalog-files.ts';
import { catalogProblems } from '../../scripts/catalog-problems.ts';
import { staleProducts } from '../../scripts/stale-products.ts';
import { fromCatalog } from '../../src/integrations/from-catalog.ts';
import { readCatalog } from '../../src/integrations/read-catalog.ts';
import { optionName, secretsIn } from '../../src/integrations/secrets-in.ts';
import type { ClientsOptions } from '../../src/integrations/tenant-clients.ts';
import { parsedJson, record } from '../../src/model/json.ts';
import { profileForTenant } from '../../src/model/profile-for-tenant.ts';
import { secretOf } from './played-world.ts';

const root = resolve(import.meta.dirname, '../..');
const client = { clientId: 'c', clientSecret: 's' };
/** Something for every option that a product may have. */
const everyOption = (json: unknown, id: string) => ({
  ...Object.fromEntries(secretsIn(json).map((secret) => [optionName(id, secret), secretOf(secret)])),
  ...(Array.isArray(Object(Object(json).tenant).hosts) ? { hosts: ['own.acme.example'] } : {}),
});

describe.each(productFiles())('the catalogue’s $file', (product) => {
  const json = record(parsedJson(product.text));
  const id = String(json.id);

  it('has all that the catalogue needs, and is called by its id', () => {
    expect(catalogProblems(product)).toEqual([]);
  });

  it('is a definition that works', () => {
    const integration = fromCatalog(json, everyOption(json, id));
    expect(integration.profiles.length).toBeGreaterThan(0);
  });

  it('has a current module: else run `npm run catalog`', () => {
    const module = join(root, CATALOG_FOLDER, product.file.replace('.json', '.ts'));
    expect(readFileSync(module, 'utf8')).toBe(moduleOf(json));
  });
});

describe('what is made of the catalogue', () => {
  it.each(['src/integrations/catalog-index.ts', 'docs/integrations/README.md'])(
    '%s is current: else run `npm run catalog`',
    (path) => {
      expect(readFileSync(join(root, path), 'utf8')).toBe(generatedFiles().get(path));
    },
  );

  it('has no module of a product that has gone: else run `npm run catalog`', () => {
    expect(staleModules()).toEqual([]);
  });

  it('loads one product and no other', async () => {
    const script = `
      import { registerHooks } from 'node:module';
      registerHooks({ load: (url, context, next) => { if (url.includes('/catalog/')) console.log(url.split('/').at(-1)); return next(url, context); } });
      const { hubspot } = await import('latchkey/catalog/hubspot');
      hubspot({ ways: ['private-app'] });
    `;
    const words = ['--conditions=@latchkey/source', '--input-type=module', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root });
    expect(stdout.trim().split('\n').toSorted()).toEqual(['hubspot.json', 'hubspot.ts']);
  });

  it('reads one file for those who know its name only at run time', async () => {
    expect(await readCatalog('linear')).toMatchObject({ name: 'Linear' });
    await expect(readCatalog('../../package')).rejects.toThrow(ConfigurationError);
  });
});

describe('a product of the catalogue', () => {
  it('has the deployment’s client, and no secret in what is shown', () => {
    const { profiles } = hubspot(client);
    expect(profiles).toMatchObject([{ id: 'system', clientId: 'c', clientSecret: 's' }, { id: 'private-app' }]);
  });

  it('does not start without its client', () => {
    const mistaken: object = { clientSecret: 's' };
    expect(() => fromCatalog(products().find(({ file }) => file === 'hubspot.json')?.json, mistaken)).toThrow(
      new ConfigurationError('hubspot: clientId is missing'),
    );
    expect(() => hubspot({ ...client, clientId: '' })).toThrow('hubspot: clientId is missing');
    // as JavaScript may call it
    expect(() => Reflect.apply(hubspot, undefined, [])).toThrow('hubspot: clientId is missing');
  });

  it('takes no template for a client', () => {
    expect(() => hubspot({ clientId: '{{accessToken}}', clientSecret: 's' })).toThrow(
      'the secret HUBSPOT_CLIENT_ID must not contain {{',
    );
  });

  it('offers the ways that were chosen, and needs no client for the others', () => {
    expect(hubspot({ ways: ['private-app'] }).profiles).toMatchObject([{ id: 'private-app' }]);
    const swapped = hubspot({ ...client, ways: ['private-app', 'system'] });
    expect(swapped.profiles.map(({ id }) => id)).toEqual(['private-app', 'system']);
  });

  it('has a client for each instance, and none for another', () => {
    const clients = {
      'acme.service-now.com': client,
      'globex.service-now.com': { clientId: 'c2', clientSecret: 's2' },
    };
    const integration = servicenow({ clients, ways: ['system'] });
    const [profile] = integration.profiles;
    if (profile === undefined) throw new Error('the way is gone');
    expect(profileForTenant(integration, profile, 'globex.service-now.com')).toMatchObject({
      clientId: 'c2',
      clientSecret: 's2',
      tokenUrl: 'https://globex.service-now.com/oauth_token.do',
    });
    expect(profileForTenant(integration, profile, 'hooli.service-now.com')).toBeUndefined();
  });

  it('does not start with a client of a place that nobody could name, without its id, or with a template in it', () => {
    const start = (clients: ClientsOptions['clients']) => () => servicenow({ clients, ways: ['system'] });
    expect(start({ acme: client })).toThrow('clientsByTenant.acme: write acme.service-now.com');
    expect(start({ 'acme.example': client })).toThrow('the integration has no such tenant');
    expect(start({ 'acme.service-now.com': { ...client, clientId: '' } })).toThrow(
      'servicenow: clients.acme.service-now.com.clientId is missing',
    );
    expect(start({ 'acme.service-now.com': { ...client, clientSecret: '{{accessToken}}' } })).toThrow(
      'must not contain {{',
    );
  });

  it('asks for the scopes that were chosen', () => {
    expect(hubspot({ ...client, scopes: ['oauth', 'tickets'] }).profiles[0]).toMatchObject({
      scopes: ['oauth', 'tickets'],
    });
  });

  it('is wrong for the compiler without a client, or with a way that it has not', async () => {
    const complaints = await complaintsAbout([
      `hubspot({ clientSecret: 's' });`,
      `hubspot({});`,
      `hubspot({ clientId: 'c', clientSecret: 's', ways: ['oauth'] });`,
      `hubspot({ ways: ['system'] });`,
    ]);
    expect(complaints).toEqual([3, 4, 5, 6]);
    expect(
      await complaintsAbout([`hubspot({ clientId: 'c', clientSecret: 's' });`, `hubspot({ ways: ['private-app'] });`]),
    ).toEqual([]);
  });

  it('needs the options of the ways that were chosen, and no others', async () => {
    const person = "clientId: 'c', clientSecret: 's'";
    const service = "serviceClientId: 'c', serviceClientSecret: 's', enterpriseId: 'e'";
    const lines = [
      `box({ ways: ['system'], ${person} });`,
      `box({ ways: ['bot'], ${service} });`,
      `box({ ${person}, ${service} });`,
      `box({ ${person} });`,
      `box({ ways: ['bot'], ${person} });`,
      `box({ ways: ['system'], ${person}, enterpriseId: 'e' });`,
    ];
    expect(await complaintsAbout(lines, 'box')).toEqual([7, 8]);
    expect(box({ ways: ['system'], ...client }).profiles.map(({ id }) => id)).toEqual(['system']);
  });

  it('leaves out what the bot signs in with by itself where nothing of that is given, and wants all of it else', () => {
    const service = { serviceClientId: 'c', serviceClientSecret: 's', enterpriseId: 'e' };
    const idsOf = (integration: Integration) => integration.profiles.map(({ id }) => id);
    expect(idsOf(box(client))).toEqual(['system']);
    expect(idsOf(box({ ...client, ...service }))).toEqual(['system', 'bot']);
    const json = products().find(({ file }) => file === 'box.json')?.json;
    const some: object = { ...client, enterpriseId: 'e' };
    expect(() => fromCatalog(json, some)).toThrow('box: serviceClientId is missing');
  });

  it('is at its stand-in with all of its addresses, a folder for each host', () => {
    const { baseUrl, profiles } = hubspot({ ...client, sandbox: { url: 'http://127.0.0.1:1/hubspot/' } });
    expect(baseUrl).toBe('http://127.0.0.1:1/hubspot/api.hubapi.com');
    expect(profiles[0]).toMatchObject({
      authorizationUrl: 'http://127.0.0.1:1/hubspot/app.hubspot.com/oauth/authorize',
      tokenUrl: 'http://127.0.0.1:1/hubspot/api.hubapi.com/oauth/2026-03/token',
    });
  });
});

describe('a product whose customers have hosts of their own', () => {
  const git = {
    id: 'git',
    name: 'Git',
    baseUrl: 'https://{tenant}/api',
    tenant: { title: 'Host', hosts: ['git.example'] },
    profiles: [
      {
        ...{ id: 'key', title: 'Key', method: 'api_key', fields: [{ key: 'key', title: 'Key' }] },
        placements: [{ in: 'header', name: 'X-Key', value: '{{key}}' }],
      },
    ],
    check: { path: '/me', account: 'unnamed' },
  };
  const own = (json: object, options: object) => fromCatalog(json, options).tenant;

  it('is reached at those that the deployment lists', () => {
    expect(own(git, { hosts: ['git.acme.example'] })).toMatchObject({
      choices: [{ value: 'git.example' }, { value: 'git.acme.example' }],
    });
    const suffixed = { ...git, tenant: { title: 'Domain', suffixes: ['.git.example'], hosts: [] } };
    expect(own(suffixed, { hosts: ['login.acme.example'] })).toMatchObject({ hosts: ['login.acme.example'] });
    expect(own(suffixed, {})).toMatchObject({ suffixes: ['.git.example'] });
  });

  it('is in a private network only by an exact name', () => {
    const options = { hosts: ['git.corp'], allowPrivateHosts: ['git.corp'] };
    expect(fromCatalog(git, options).allowPrivateHosts).toEqual(['git.corp']);
    expect(() => own(git, { hosts: ['git.corp'] })).toThrow('git: baseUrl: git.corp is not a public host');
    expect(() => own(git, { hosts: ['localhost'], allowPrivateHosts: ['localhost'] })).toThrow('no request may ever');
  });

  it('does not start where no host is known, and takes none where the product has none', () => {
    expect(() => own({ ...git, tenant: { title: 'Shop', hosts: [] } }, {})).toThrow('git: hosts is missing');
    const json = products().find(({ file }) => file === 'hubspot.json')?.json;
    expect(() => fromCatalog(json, { ...client, hosts: ['a.example'] })).toThrow(
      'this product only has hosts of its own',
    );
  });
});

describe('what is out of date', () => {
  const json = { id: 'acme', verified: { on: '2026-06-01', sources: [] }, unverified: ['how long a token lives'] };

  it.each([
    ['2026-11-28', false],
    ['2026-11-29', true],
  ])('counts 180 days: on %s too old is %s', (today, old) => {
    const found = staleProducts(new Date(today), [{ file: 'acme.json', json }]);
    expect(found.old).toBe(old);
    expect(found.lines).toContain('acme.json: not verified: how long a token lives');
  });

  it('is also a file without a date', () => {
    expect(staleProducts(new Date(), [{ file: 'acme.json', json: { id: 'acme' } }]).old).toBe(true);
  });
});

/** The lines of a module, after its first two, that the compiler refuses. */
async function complaintsAbout(lines: readonly string[], product = 'hubspot'): Promise<readonly number[]> {
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
  const folder = mkdtempSync(join(import.meta.dirname, '.types-'));
  try {
    const code = [`import { ${product} } from 'latchkey/catalog/${product}';`, '', ...lines].join('\n');
    writeFileSync(join(folder, 'bot.ts'), code);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../../tsconfig.json', include: ['bot.ts'], compilerOptions: { noEmit: true } }),
    );
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const said = await promisify(execFile)(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
      cwd: root,
    })
      .then(({ stdout }) => stdout)
      .catch((error: { readonly stdout?: string }) => error.stdout ?? '');
    return [...said.matchAll(/bot\.ts\((\d+),/g)].map(([, line]) => Number(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
