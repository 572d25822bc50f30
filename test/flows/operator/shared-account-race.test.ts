import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteSetup } from '../../../src/flows/operator/change-setup.ts';
import { removeOperator } from '../../../src/flows/operator/remove-operator.ts';
import { shareConnection } from '../../../src/flows/operator/share-connection.ts';
import { defineIntegration } from '../../../src/integrations/index.ts';
import type { StartedBy } from '../../../src/model/operator.ts';
import { sharedOwnerKey } from '../../../src/model/setup.ts';
import { answerJson, startServer, type TestServer } from '../../http/start-server.ts';
import { startTestPostgres, type TestPostgres } from '../../stores/test-postgres.ts';
import { openServices } from './open-services.ts';

const integration = 'ledger';
const ROUNDS = 10;

let server: TestPostgres;
let product: TestServer;
beforeAll(async () => {
  server = await startTestPostgres();
  product = await startServer(({ headers }, response) =>
    answerJson(response, 200, { id: `account of ${headers['x-key']}` }),
  );
}, 180_000);
afterAll(async () => {
  await product.close();
  await server?.stop();
});

/** Two processes with a console each, on one store. */
async function consoles(engine: string) {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-race-'));
  const database = engine === 'PostgreSQL' ? await server.newDatabase() : undefined;
  const keys = `k1:${randomBytes(32).toString('base64')}`;
  const ledger = defineIntegration({
    id: integration,
    name: 'Ledger',
    baseUrl: product.origin,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'key',
        title: 'Key',
        method: 'api_key',
        fields: [{ key: 'apiKey', title: 'Key', type: 'password' }],
        placements: [{ in: 'header', name: 'X-Key', value: '{{apiKey}}' }],
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
  const open = () =>
    openServices(database?.url ?? `sqlite:${join(folder, 'latchkey.db')}`, keys, {
      integrations: new Map([[integration, ledger]]),
      declared: [ledger],
    });
  const [one, other] = [await open(), await open()];
  const share = (services: typeof one, apiKey: string, startedBy?: StartedBy) =>
    shareConnection(services, {
      actor: { name: 'dev' },
      integration,
      profile: 'key',
      values: { apiKey },
      ...(startedBy === undefined ? {} : { startedBy }),
    });
  return {
    one,
    other,
    share,
    shared: () => one.vault.connections.list(sharedOwnerKey(one.bot)),
    close: async () => {
      await one.vault.close();
      await other.vault.close();
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test.each(['PostgreSQL', 'SQLite'])(
  'two developers who connect a shared account at once leave one: %s',
  async (engine) => {
    const { one, other, share, shared, close } = await consoles(engine);
    for (let round = 0; round < ROUNDS; round += 1) {
      const outcomes = await Promise.all([share(one, `a${round}`), share(other, `b${round}`)]);
      expect(outcomes.map(({ status }) => status)).toEqual(['connected', 'connected']);
      expect((await shared()).map(({ account }) => account.id)).toHaveLength(1);
      if (round % 3 === 2) await deleteSetup(one, { actor: { name: 'dev' }, integration });
    }
    await close();
  },
);

test.each(['PostgreSQL', 'SQLite'])(
  'a developer who is removed at that moment connects it before, or not at all: %s',
  async (engine) => {
    const { one, other, share, shared, close } = await consoles(engine);
    const ann = { id: 'ann', version: 1, name: 'ann', createdAt: 1, updatedAt: 1 };
    await one.vault.operators.put(ann);
    for (let round = 0; round < ROUNDS; round += 1) {
      const omar = { ...ann, id: `omar${round}`, name: `omar${round}` };
      const session = { id: 's', startedAt: 1, browser: 'Firefox' };
      await one.vault.operators.put({ ...omar, passwordHash: 'argon2id$', sessions: [session] });
      const startedBy = { operatorId: omar.id, sessionId: session.id };
      const [outcome, removed] = await Promise.all([
        share(one, `key${round}`, startedBy),
        wait(round).then(() => removeOperator(other, { actor: ann, id: omar.id })),
      ]);
      expect(removed).toBe('removed');
      const accounts = (await shared()).map(({ account }) => account.id);
      if (outcome.status === 'connected') expect(accounts).toEqual([`account of key${round}`]);
      else expect([outcome.status, accounts.includes(`account of key${round}`)]).toEqual(['signed_out', false]);
      expect(await one.vault.authorizations.openOf(sharedOwnerKey(one.bot))).toEqual([]);
    }
    await close();
  },
);
