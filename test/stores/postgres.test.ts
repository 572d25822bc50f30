import { inspect } from 'node:util';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConfigurationError, StoreUnavailableError } from '../../src/errors.ts';
import { outsideTransaction } from '../../src/stores/inside-transaction.ts';
import { openStore } from '../../src/stores/open-store.ts';
import type { Store } from '../../src/stores/store.ts';
import { connectionRow, outboxRow } from '../contracts/rows.ts';
import { storeContract } from '../contracts/store-contract.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from './test-postgres.ts';

let server: TestPostgres;

// the first run on a machine fetches the server
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);

afterAll(async () => {
  await server?.stop();
});

storeContract('PostgreSQL', async () => {
  const database = await server.newDatabase();
  return { setting: database.url, wipe: database.drop };
});

describe('a PostgreSQL store', () => {
  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await server.newDatabase();
    store = await openStore(database.url);
  });

  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  const asked = async (statement: string) => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  };

  test('goes on when its idle connections break', async () => {
    await store.facts.setOnce('f', 'value');
    await asked('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
    await expect.poll(() => store.facts.get('f').catch(() => undefined)).toBe('value');
  });

  test('goes on when a connection breaks in the middle of a transaction', async () => {
    await store.facts.setOnce('f', 'value');
    const broken = store.transaction(async (inner) => {
      await inner.facts.get('f');
      await asked('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
      // not an answer to any query: the connection just ends while nobody waits for it
      await new Promise((resolve) => setTimeout(resolve, 100));
      await inner.facts.get('f');
    });
    await expect(broken).rejects.toThrow(StoreUnavailableError);
    expect(await store.facts.get('f')).toBe('value');
  });

  test('that is gone is a store that does not answer', async () => {
    await database.drop();
    await expect(store.ping()).rejects.toThrow(StoreUnavailableError);
    await expect(store.transaction((inner) => inner.ping())).rejects.toThrow(StoreUnavailableError);
  });

  test('lets no worker wait for the claim of another', { timeout: 5000 }, async () => {
    await store.outbox.enqueue(outboxRow({ id: 'o1', dueAt: 1 }));
    await store.outbox.enqueue(outboxRow({ id: 'o2', dueAt: 2 }));
    await store.transaction(async (inner) => {
      expect(await inner.outbox.claim(100, 200, 'first', 1)).toMatchObject([{ id: 'o1' }]);
      const second = outsideTransaction(() => store.outbox.claim(100, 200, 'second', 10));
      expect(await second).toMatchObject([{ id: 'o2' }]);
    });
  });

  test('finds what every turn of a chat asks through an index, in its order', async () => {
    await store.connections.insert(connectionRow());
    const plan = async (statement: string) => {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      // an empty table would be read as a whole
      await client.query('set enable_seqscan = off; set enable_bitmapscan = off');
      const { rows } = await client.query(`explain ${statement}`);
      await client.end();
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const current = await plan(
      `select * from connections where "ownerKey" = '' and integration = ''
       order by "isDefault" desc, "createdAt" desc, id desc limit 1`,
    );
    expect(current).toContain('Index Scan using connections_current');
    expect(current).not.toContain('Sort');
    const open = await plan(`select * from authorizations where open = 1 and "ownerKey" = '' order by "createdAt", id`);
    expect(open).toContain('Index Scan using authorizations_open_of_owner');
    expect(open).not.toContain('Sort');
  });

  test('keeps no use of a connection that is removed in that moment', async () => {
    const store = await openStore(database.url);
    for (const id of ['c1', 'c2']) {
      await store.connections.insert(connectionRow({ id, accountKey: id, ownerKey: 'ann' }));
    }
    const other = await openStore(database.url);
    let removed = (): void => {};
    const isRemoved = new Promise<void>((resolve) => {
      removed = resolve;
    });
    let keep = (): void => {};
    const removing = store.transaction(async (inner) => {
      await inner.connections.remove('c1');
      removed();
      await new Promise<void>((resolve) => {
        keep = resolve;
      });
    });
    await isRemoved;
    await other.uses.note([
      { connectionId: 'c1', at: 1 },
      { connectionId: 'c2', at: 1 },
    ]);
    keep();
    await removing;
    await other.close();
    expect(await store.uses.of(['c1', 'c2'])).toEqual([{ connectionId: 'c2', at: 1 }]);
    await store.close();
  });

  describe('that cannot work', () => {
    const refusal = async (setting: string): Promise<Error> => {
      const error: unknown = await openStore(setting).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (!(error instanceof Error)) throw new Error('this store should be refused');
      return error;
    };

    test('says how to correct the setting', async () => {
      const absent = new URL(database.url);
      absent.pathname = '/absent';
      const error = await refusal(absent.href);
      expect(error).toBeInstanceOf(ConfigurationError);
      expect(error.message).toMatch(/LATCHKEY_STORE.*"absent" does not exist.*name a server/);
    });

    test('says when the server does not answer', async () => {
      const error = await refusal('postgres://ann:my-password@127.0.0.1:1/latchkey');
      expect(error).toBeInstanceOf(StoreUnavailableError);
      expect(error.message).toMatch(/LATCHKEY_STORE.*ECONNREFUSED/);
      expect(inspect(error, { depth: null })).not.toContain('my-password');
    });

    test('says when a newer version was here that it could not work beside', async () => {
      await asked(`insert into "latchkeyMigrations" (name, timestamp) values ('9999_tomorrow_alone', '')`);
      expect((await refusal(database.url)).message).toMatch(/LATCHKEY_STORE.*newer version/);
    });

    test.each(['postgres://ann:my-password@[', 'postgres://ann:my-password@no such host/x'])(
      'shows no password of %s',
      async (setting) => {
        const error = await refusal(setting);
        expect(error.message).toContain('LATCHKEY_STORE');
        expect(inspect(error, { depth: null, showHidden: true })).not.toContain('my-password');
      },
    );
  });
});
