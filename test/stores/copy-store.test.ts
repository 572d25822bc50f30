import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthorizer } from 'latchkey';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import { copyStore } from '../../src/stores/copy-store.ts';
import { migrateStore } from '../../src/stores/migrate-store.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { openVault } from '../../src/vault/vault.ts';
import { connectionRow, sessionRow } from '../contracts/rows.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from './test-postgres.ts';

const KEYS = `k1:${randomBytes(32).toString('base64')}`;

let postgres: TestPostgres;
let target: TestDatabase;
let folder: string;
let source: string;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-copy-'));
  source = `sqlite:${join(folder, 'latchkey.db')}`;
  target = await postgres.newDatabase();
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await target.drop();
  };
});

test('a store moves from SQLite to PostgreSQL, and the same keys open what is sealed there', async () => {
  const store = await openStore(source);
  const vault = await openVault(store, parseKeys(KEYS));
  await vault.secrets.put('pepper', 'only sealed', 1);
  for (const what of ['first', 'second']) {
    await vault.audit.append({ at: 1, actor: 'a', what, subject: 's', result: 'ok', ref: null });
  }
  await vault.close();

  const copied = await copyStore(source, target.url);
  expect(Object.fromEntries(copied.map(({ table, rows }) => [table, rows]))).toEqual({
    authorizations: 0,
    connections: 0,
    errands: 0,
    outbox: 0,
    sessions: 0,
    botState: 0,
    settings: 1,
    audit: 2,
    facts: 2,
    uses: 0,
  });

  const moved = await openVault(await openStore(target.url), parseKeys(KEYS));
  expect(await moved.secrets.get('pepper')).toBe('only sealed');
  expect((await moved.audit.list({ limit: 9 })).map(({ what }) => what)).toEqual(['second', 'first']);
  await moved.audit.append({ at: 2, actor: 'a', what: 'third', subject: 's', result: 'ok', ref: null });
  expect((await moved.audit.list({ limit: 1 })).map(({ what }) => what)).toEqual(['third']);
  await moved.close();
});

test('every row arrives as it was, however many there are', async () => {
  const store = await openStore(source);
  const many = Array.from({ length: 1203 }, (_, at) => `s${at}`);
  for (const sidHash of many) await store.sessions.set(sessionRow({ sidHash }));
  const row = connectionRow({ sealed: randomBytes(3000), expiresAt: 9_007_199_254_740_991 });
  await store.connections.insert(row);
  await store.close();

  expect(await copyStore(source, target.url)).toContainEqual({ table: 'sessions', rows: 1203 });
  const moved = await openStore(target.url);
  const arrived = await moved.connections.byId(row.id);
  expect({ ...arrived, sealed: Buffer.from(arrived?.sealed ?? []) }).toEqual({
    ...row,
    sealed: Buffer.from(row.sealed),
  });
  await moved.close();
});

test('nothing is copied into a store that has something already, a second time for instance', async () => {
  const store = await openStore(source);
  await store.sessions.set(sessionRow({}));
  await store.close();
  await copyStore(source, target.url);
  await expect(copyStore(source, target.url)).rejects.toThrow(ConfigurationError);
  await expect(copyStore(source, target.url)).rejects.toThrow('has rows already (sessions)');
});

test('what the tables were before is said', async () => {
  expect(await migrateStore(source)).toEqual({ engine: 'sqlite', from: undefined, to: expect.stringMatching(/^0/) });
  const again = await migrateStore(source);
  expect(again.from).toBe(again.to);
});

test.each(['from', 'to'] as const)(
  'nothing is copied %s a store that a bot works on, until it is closed',
  async (which) => {
    const store = which === 'from' ? source : target.url;
    // what no bot has used is refused for that
    await (await openStore(source)).close();
    const bot = await createAuthorizer({
      publicUrl: 'http://127.0.0.1:1',
      store,
      keys: KEYS,
      integrations: [],
      allowUnauthenticatedLoopback: true,
      logger: () => {},
    });
    const facts = await openStore(store);
    expect(await facts.facts.under('instance/')).toHaveLength(1);
    const copy = () => copyStore(source, target.url);
    await expect(copy()).rejects.toThrow(
      /a bot works on the store (copied from|to copy to) \(1 process\): stop it first/,
    );
    await bot.close();
    expect(await facts.facts.under('instance/')).toEqual([]);
    await facts.close();
    // a store that a bot has worked on is not empty
    if (which === 'from') await copy();
    else await expect(copy()).rejects.toThrow('has rows already (');
  },
);

test('a bot that was killed keeps nobody from copying for more than a minute, and is not copied', async () => {
  const store = await openStore(source);
  await store.facts.set('instance/killed', String((await store.now()) - 30_000));
  await expect(copyStore(source, target.url)).rejects.toThrow('a bot works on the store');
  await store.facts.set('instance/killed', String((await store.now()) - 60_000));
  await store.close();
  await copyStore(source, target.url);
  const moved = await openStore(target.url);
  expect(await moved.facts.under('instance/')).toEqual([]);
  await moved.close();
});

test('a bot that begins to work while it is copied undoes the copy', async () => {
  const other = await postgres.newDatabase();
  const store = await openStore(other.url);
  const copying = copyStore(other.url, target.url, async () => {
    await store.facts.set('instance/new', String(await store.now()));
  });
  await expect(copying).rejects.toThrow('a bot works on the store');
  const moved = await openStore(target.url);
  expect(await moved.settings.count('secret')).toBe(0);
  await moved.close();
  await store.close();
  await other.drop();
});
