import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownerKey } from '../../src/model/owner.ts';
import { openStore } from '../../src/stores/open-store.ts';
import type { Store } from '../../src/stores/store.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { openVault, type Vault } from '../../src/vault/vault.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { ann, authorization, connection, credential, KEYS } from './records.ts';

let server: TestPostgres;
let database: TestDatabase;
let vault: Vault;

beforeAll(async () => {
  server = await startTestPostgres();
  database = await server.newDatabase();
  vault = await openVault(await openStore(database.url), parseKeys(KEYS));
}, 180_000);

afterAll(async () => {
  await vault?.close();
  await database?.drop();
  await server?.stop();
});

test('on PostgreSQL, a connection saved by many at once is one connection', async () => {
  const ids = Array.from({ length: 10 }, (_, index) => `c${index}`);
  const saved = await Promise.all(ids.map((id) => vault.connections.save(connection({ id }), credential)));
  expect(new Set(saved.map(({ id }) => id))).toHaveLength(1);
  expect(new Set(saved.map(({ version }) => version))).toHaveLength(10);
  expect(await vault.connections.current(ownerKey(ann), 'acme')).toMatchObject({ credential });
});

test('on PostgreSQL, saving inside a transaction survives that somebody else connects the same account', async () => {
  const other = { ...connection({ id: 'theirs', account: { id: '7', label: 'Ann' } }) };
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  // waits out here: a query outside the open transaction is refused
  const outside = begun.then(() =>
    vault.transaction(async (rival) => {
      await rival.connections.save(other, credential);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }),
  );
  const saved = await vault.transaction(async (inner) => {
    begin();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const mine = await inner.connections.save({ ...other, id: 'mine' }, credential);
    await inner.authorizations.insert(authorization());
    return mine;
  });
  await outside;
  expect(saved).toMatchObject({ id: 'theirs', version: 2 });
  expect(await vault.authorizations.byId('a1')).toBeDefined();
});

test('on PostgreSQL, two instances that start a new store with different keys do not both succeed', async () => {
  const empty = await server.newDatabase();
  const inStep = lockstep(2);
  const stores = await Promise.all([openStore(empty.url), openStore(empty.url)]);
  const rings = [1, 2].map((byte) => parseKeys(`k1:${Buffer.alloc(32, byte).toString('base64')}`));
  const outcomes = await Promise.allSettled(
    stores.map((store, index) => openVault(inStep(store), rings[index] ?? parseKeys(KEYS))),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await Promise.all(stores.map((store) => store.close()));
  await empty.drop();
});

/** Stores whose users have all read a fact before one of them goes on. */
function lockstep(users: number): (store: Store) => Store {
  let waiting: (() => void)[] = [];
  const allThere = () =>
    new Promise<void>((goOn) => {
      waiting.push(goOn);
      if (waiting.length < users) return;
      for (const resume of waiting) resume();
      waiting = [];
    });
  return (store) => ({
    ...store,
    facts: {
      ...store.facts,
      get: async (name) => {
        const value = await store.facts.get(name);
        await allThere();
        return value;
      },
    },
  });
}
