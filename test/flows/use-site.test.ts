import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useSite } from '../../src/flows/use-site.ts';
import { defineIntegration } from '../../src/integrations/index.ts';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { openServices } from './operator/open-services.ts';

const owner = { kind: 'user', bot: 'bot', channel: 'test', tenant: '', user: 'bob' } as const;
const here = { id: 's0', name: 'Home', url: 'https://home.example' };
const SITES = [
  here,
  { id: 's1', name: 'Acme', url: 'https://acme.example' },
  { id: 's2', name: 'acme', url: 'https://other.example' },
];

let product: TestServer;
let services: Awaited<ReturnType<typeof openServices>>;
beforeEach(async () => {
  product = await startServer(({ url }, response) =>
    answerJson(response, 200, url === '/sites' ? SITES : { id: 'bob' }),
  );
  const integration = defineIntegration({
    id: 'tracker',
    name: 'Tracker',
    baseUrl: `${product.origin}/{{siteId}}`,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'app',
        title: 'Account',
        method: 'oauth2',
        clientId: 'bot',
        authorizationUrl: `${product.origin}/authorize`,
        tokenUrl: `${product.origin}/token`,
      },
    ],
    sites: { noun: 'site', url: `${product.origin}/sites`, read: { id: 'id', name: 'name', url: 'url' } },
    check: { path: '/me', account: { id: 'id' } },
  });
  services = await openServices('sqlite::memory:', `k1:${randomBytes(32).toString('base64')}`, {
    integrations: new Map([[integration.id, integration]]),
    declared: [integration],
  });
  const account = { id: 'bob', label: 'bob' };
  const made = { integration: integration.id, profile: 'app', status: 'active', account, site: here } as const;
  await services.vault.connections.save(
    { id: 'mine', owner, ...made, scopes: [], createdAt: 1, updatedAt: 1 },
    { type: 'oauth2', accessToken: 'token', scopes: [] },
  );
});
afterEach(async () => {
  await services.vault.close();
  await product.close();
});

const use = (named: string) => useSite(services, { owner, integration: 'tracker', named });
const siteInUse = async () => (await services.vault.connections.byId('mine'))?.connection.site?.id;

it('of two sites with one name none is chosen for the person: both are named, with their hosts', async () => {
  for (const named of ['Acme', 'bob at ACME']) {
    expect(await use(named)).toMatchObject({ status: 'no_such_site' });
    expect(await siteInUse()).toBe('s0');
  }
  expect(await use('bob at acme (other.example)')).toMatchObject({ status: 'switched' });
  expect(await siteInUse()).toBe('s2');
});
