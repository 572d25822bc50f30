import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { disconnect } from '../../../src/flows/disconnect.ts';
import { changeSetup } from '../../../src/flows/operator/change-setup.ts';
import { revokeConnection } from '../../../src/flows/operator/revoke-connections.ts';
import { testProfile } from '../../../src/flows/operator/test-profile.ts';
import { sweep } from '../../../src/flows/sweep.ts';
import { defineIntegration } from '../../../src/integrations/index.ts';
import { ownerKey } from '../../../src/model/owner.ts';
import { readFacts } from '../../../src/model/stored-facts.ts';
import { answerJson, startServer, type TestServer } from '../../http/start-server.ts';
import { startTestPostgres } from '../../stores/test-postgres.ts';
import { openServices } from './open-services.ts';

const actor = { name: 'dev' };
const integration = 'ledger';
const owner = { kind: 'user', bot: 'bot', channel: 'test', tenant: '', user: 'ann' } as const;
const DAY = 86_400_000;

let product: TestServer;
let services: Awaited<ReturnType<typeof openServices>>;
let clock: number;
beforeEach(async () => {
  clock = Date.parse('2026-06-01T12:00:00Z');
  product = await startServer(({ headers }, response) =>
    answerJson(response, headers['x-key'] === 'right-12345678' ? 200 : 401, { id: 'ann' }),
  );
  const ledger = defineIntegration({
    id: integration,
    name: 'Ledger',
    baseUrl: product.origin,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'key',
        title: 'Ledger key',
        method: 'api_key',
        fields: [{ key: 'key', title: 'Ledger key', type: 'password' }],
        placements: [{ in: 'header', name: 'x-key', value: '{{key}}' }],
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
  services = await openServices('sqlite::memory:', `k1:${randomBytes(32).toString('base64')}`, {
    integrations: new Map([[integration, ledger]]),
    declared: [ledger],
    now: () => clock,
  });
});
afterEach(async () => {
  await services.vault.close();
  await product.close();
});

const lines = async () =>
  (await services.vault.audit.list({ limit: 20 })).map(({ actor, what, result }) => `${actor} ${what} ${result}`);
const connect = (id: string) =>
  services.vault.connections.save(
    {
      id,
      owner,
      integration,
      profile: 'key',
      status: 'active',
      account: { id, label: id },
      scopes: [],
      createdAt: 1,
      updatedAt: 1,
    },
    { type: 'api_key', values: { key: 'right-12345678' } },
  );

it('what a developer revokes is not written as what the person disconnected', async () => {
  await connect('one');
  await connect('two');
  await revokeConnection(services, { actor, id: 'one' });
  expect(await lines()).toEqual([
    'operator:dev connection_revoked {"kind":"removed","integration":"ledger","atProduct":"unsupported"}',
  ]);
  await disconnect(services, { owner, integration, connectionId: 'two' });
  expect((await lines())[0]).toBe(`${ownerKey(owner)} disconnected unsupported`);
  expect(await lines()).toHaveLength(2);
});

it.each([
  ['right-12345678', 'accepted'],
  ['wrong-12345678', 'not_accepted'],
  ['', 'invalid'],
])('a test of a profile says how it went: “%s” is %s', async (key, result) => {
  await testProfile(services, { actor, integration, profile: 'key', values: { key } });
  expect(await lines()).toEqual([`operator:dev profile_tested ${result}`]);
});

it('a product that does not answer is said too', async () => {
  await product.close();
  await testProfile(services, { actor, integration, profile: 'key', values: { key: 'right-12345678' } });
  expect(await lines()).toEqual(['operator:dev profile_tested unanswered']);
});

it('what was changed is written as facts, without words', async () => {
  const audience = { kind: 'users', users: ['test//ann', 'test//bob'] } as const;
  await changeSetup(services, {
    actor,
    integration,
    change: { enabled: false, mode: 'preauthorized', profile: 'key', audience },
  });
  const [line] = await services.vault.audit.list({ limit: 1 });
  expect(readFacts(line?.what ?? '', line?.result ?? '')).toEqual({
    kind: 'setup',
    enabled: false,
    mode: 'preauthorized',
    profile: { name: 'Ledger key', builtIn: true },
    audience: { kind: 'users', count: 2 },
  });
  // who they are is not for everybody who reads the log
  expect(line?.result).not.toContain('ann');
});

it('lines are kept for as long as the deployment says', async () => {
  await connect('one');
  await disconnect(services, { owner, integration, connectionId: 'one' });
  clock += 40 * DAY;
  await sweep(services);
  expect(await lines()).toHaveLength(1);
  await sweep({ ...services, settings: { ...services.settings, auditDays: 41 } });
  expect(await lines()).toHaveLength(1);
  await sweep({ ...services, settings: { ...services.settings, auditDays: 30 } });
  expect(await lines()).toEqual([]);
});

it.each([1e300, 1e11, 30.1, 400 / 7])('an audit log of %s days can be kept on PostgreSQL too', async (auditDays) => {
  const postgres = await startTestPostgres();
  const { url } = await postgres.newDatabase();
  const there = await openServices(url, `k1:${randomBytes(32).toString('base64')}`);
  const at = there.now();
  await there.vault.audit.append({ at, actor: 'ann', what: 'connected', subject: '', result: 'ok', ref: null });
  await sweep({ ...there, settings: { ...there.settings, auditDays } });
  expect(await there.vault.audit.list({ limit: 5 })).toHaveLength(1);
  await there.vault.close();
  await postgres.stop();
});
