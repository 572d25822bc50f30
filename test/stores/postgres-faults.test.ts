import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConfigurationError, StoreUnavailableError } from '../../src/errors.ts';
import { causeOf } from '../../src/model/cause-of.ts';
import { openStore } from '../../src/stores/open-store.ts';
import type { Store } from '../../src/stores/store.ts';
import { eventually } from '../eventually.ts';
import { startPostgresProxy } from './postgres-proxy.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from './test-postgres.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());

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
  await client.query('set default_transaction_read_only = off');
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
};
const others = 'from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()';
const nameOf = async () => (await asked('select current_database() as name'))[0].name;

describe('a store on PostgreSQL', () => {
  const write = (index: number) => store.facts.setOnce(`f${index}`, 'value');
  const failures = async (writes: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(writes)).filter(({ status }) => status === 'rejected').length;

  test('leaves a demoted primary at the first refusal, with all its connections', async () => {
    // as many sessions as the pool has, all with a server that does not take writes any more
    await asked(`alter database ${await nameOf()} set default_transaction_read_only = on`);
    await asked(`select pg_terminate_backend(pid) ${others}`);
    await Promise.allSettled(Array.from({ length: 10 }, () => store.facts.get('f')));
    await Promise.allSettled(Array.from({ length: 10 }, () => store.facts.get('f')));
    // the address leads to the new primary now; the sessions are still with the old one
    await asked(`alter database ${await nameOf()} reset default_transaction_read_only`);
    let failed = 0;
    for (let index = 0; index < 29; index += 1) failed += await failures([write(index)]);
    expect(failed).toBe(1);
  });

  test('inside a transaction too', async () => {
    await asked(`alter database ${await nameOf()} set default_transaction_read_only = on`);
    await asked(`select pg_terminate_backend(pid) ${others}`);
    await Promise.allSettled([store.facts.get('f')]);
    await Promise.allSettled([store.facts.get('f')]);
    await asked(`alter database ${await nameOf()} reset default_transaction_read_only`);
    const refused = store.transaction((inner) => inner.facts.setOnce('f', 'value'));
    await expect(refused).rejects.toThrow(StoreUnavailableError);
    await expect(store.transaction((inner) => inner.facts.setOnce('f', 'value'))).resolves.toBe('value');
  });

  test('a statement that is refused for what it says keeps its connection', async () => {
    const backends = async () => (await asked(`select pid ${others} order by pid`)).map(({ pid }) => pid);
    const before = await backends();
    const row = {
      id: 'x',
      ownerKey: '',
      conversationKey: '',
      integration: '',
      createdAt: 0,
      version: 1,
      status: 'new',
    };
    const whole = { ...row, open: 1, linkHash: 'l', stateHash: null, updatedAt: 0, expiresAt: 0, keyId: '' } as const;
    await store.authorizations.insert({ ...whole, sealed: Uint8Array.of(1) }, 'source');
    const twice = store.authorizations.insert({ ...whole, sealed: Uint8Array.of(1) }, 'source');
    await expect(twice).rejects.toThrow(StoreUnavailableError);
    expect(await backends()).toEqual(before);
  });

  const working = `${others} and application_name <> 'latchkey listen'`;
  const sessions = async () => (await asked(`select pid ${working} order by pid`)).map(({ pid }) => Number(pid));
  /** Every statement that writes a fact is answered with this code. */
  const answeringWith = async (code: string) => {
    await asked(`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'my-password' using errcode = tg_argv[0]; end $$`);
    await asked(`create trigger refuse before insert on facts for each statement execute function refuse('${code}')`);
  };

  // PostgreSQL's appendix A. `fresh`: the connection is worth nothing any more, and those opened before it neither
  test.each([
    ['08000', 'fresh'], // connection_exception
    ['08003', 'fresh'], // connection_does_not_exist
    ['08006', 'fresh'], // connection_failure
    ['08P01', 'fresh'], // protocol_violation
    ['57000', 'fresh'], // operator_intervention
    ['57P01', 'fresh'], // admin_shutdown
    ['57P02', 'fresh'], // crash_shutdown
    ['57P03', 'fresh'], // cannot_connect_now
    ['57P04', 'fresh'], // database_dropped
    ['57P05', 'fresh'], // idle_session_timeout
    ['25006', 'fresh'], // read_only_sql_transaction
    ['25P03', 'fresh'], // idle_in_transaction_session_timeout
    ['25P04', 'fresh'], // transaction_timeout
    ['57014', 'kept'], // query_canceled, also by statement_timeout
    ['53000', 'kept'], // insufficient_resources
    ['53100', 'kept'], // disk_full
    ['53200', 'kept'], // out_of_memory
    ['53300', 'kept'], // too_many_connections
    ['53400', 'kept'], // configuration_limit_exceeded
    ['55P03', 'kept'], // lock_not_available
    ['40001', 'kept'], // serialization_failure
    ['40P01', 'kept'], // deadlock_detected
    ['42501', 'kept'], // insufficient_privilege
    ['58030', 'kept'], // io_error
  ])('that answers %s is away for this statement, and its connection is %s', async (code, connection) => {
    await write(1);
    const before = await sessions();
    expect(before).not.toEqual([]);
    await answeringWith(code);
    // one after the other: a rejection that nobody awaits yet ends the run
    for (const refused of [() => write(2), () => store.transaction((inner) => inner.facts.setOnce('f3', 'value'))]) {
      const error = await refused().catch((one: unknown) => one);
      expect(error).toBeInstanceOf(StoreUnavailableError);
      expect(causeOf(error)).toBe(`database: ${code}`);
    }
    await asked('drop trigger refuse on facts');
    expect(await failures([write(4)])).toBe(0);
    expect(await store.facts.get('f2')).toBeUndefined();
    expect((await sessions()).some((pid) => before.includes(pid))).toBe(connection === 'kept');
  });

  test('whose statement_timeout ends what waits for a lock does not lose its connections', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, index) => write(index)));
    await asked(`alter database ${await nameOf()} set statement_timeout = '200ms'`);
    await asked(`select pg_terminate_backend(pid) ${others}`);
    await Promise.allSettled(Array.from({ length: 10 }, () => store.facts.get('f1')));
    await Promise.all(Array.from({ length: 5 }, () => store.facts.get('f1')));
    const before = await sessions();
    const other = new Client({ connectionString: database.url });
    await other.connect();
    await other.query('begin; lock table facts in access exclusive mode');
    expect(await failures(Array.from({ length: 5 }, (_, index) => write(10 + index)))).toBe(5);
    await other.query('rollback');
    await other.end();
    expect(await failures(Array.from({ length: 5 }, (_, index) => write(20 + index)))).toBe(0);
    expect((await sessions()).filter((pid) => !before.includes(pid))).toEqual([]);
  });

  test('that hangs is given up on within 10 seconds, whatever was begun', { timeout: 30_000 }, async () => {
    const proxy = await startPostgresProxy(database.url);
    const hanging = await openStore(proxy.url);
    proxy.hold();
    const began = performance.now();
    const tries = [
      hanging.facts.get('f'),
      hanging.transaction((inner) => inner.facts.setOnce('f', 'value')),
      ...Array.from({ length: 20 }, () => hanging.ping()),
    ];
    const settled = await Promise.allSettled(tries);
    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
    // and once more, as a turn that says so may
    await expect(hanging.facts.get('f')).rejects.toThrow(StoreUnavailableError);
    expect(performance.now() - began).toBeLessThan(10_000);
    await proxy.close();
    await hanging.close();
  });

  test('names the first refusal of a transaction, and not that the rest was ignored', async () => {
    await answeringWith('42501');
    const work = store.transaction(async (inner) => {
      await inner.facts.setOnce('f1', 'value').catch(() => {});
      return inner.facts.get('f1');
    });
    expect(causeOf(await work.catch((error: unknown) => error))).toBe('database: 42501');
    await asked('drop trigger refuse on facts');
    await expect(store.transaction((inner) => inner.facts.setOnce('f2', 'value'))).resolves.toBe('value');
  });

  test('whose user may not create tables says that, and not what came of it', async () => {
    const name = `weak_${await nameOf()}`;
    await asked(`create role ${name}`);
    const empty = await server.newDatabase();
    const url = new URL(empty.url);
    url.searchParams.set('options', `-c role=${name}`);
    await expect(openStore(url.href)).rejects.toThrow(/LATCHKEY_STORE.*permission denied for schema public/);
    await empty.drop();
    await asked(`drop role ${name}`);
  });

  test('that hangs keeps no process from ending', { timeout: 30_000 }, async () => {
    const proxy = await startPostgresProxy(database.url);
    const worker = fileURLToPath(new URL('../contracts/store-worker.ts', import.meta.url));
    const child = spawn(process.execPath, [worker, proxy.url, 'close'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const lines = createInterface({ input: child.stdout });
    const told: string[] = [];
    lines.on('line', (line) => told.push(line));
    await once(lines, 'line');
    proxy.hold();
    child.stdin.end('close\n');
    const [code] = await ended;
    expect(told).toEqual(['"listening"']);
    expect(code).toBe(0);
    await proxy.close();
  });

  test('a connection that was used last and that the server has closed since is given to nobody', async () => {
    const url = `${database.url}${database.url.includes('?') ? '&' : '?'}pool_size=1&listen=off`;
    const single = await openStore(url);
    for (let round = 0; round < 5; round += 1) {
      await single.facts.setOnce('f', 'value');
      await asked(`select pg_terminate_backend(pid) ${others}`);
      await expect.poll(async () => (await asked(`select pid ${others}`)).length).toBe(0);
      expect(await single.facts.get('f')).toBe('value');
      // a transaction has the same one
      await single.transaction((inner) => inner.facts.setOnce(`g${round}`, 'value'));
    }
    await single.close();
  });

  test('has as many connections as its address says', async () => {
    const url = new URL(database.url);
    url.searchParams.set('pool_size', '2');
    const small = await openStore(url.href);
    await Promise.all(Array.from({ length: 12 }, () => small.ping()));
    // besides the one of the other store
    expect((await asked(`select count(*)::int as count ${others}`))[0].count).toBeLessThanOrEqual(3);
    await small.close();
  });

  test('replaces a connection that has been used for as long as its address says', async () => {
    const pids = async () => (await asked(`select pid ${working}`)).map(({ pid }) => Number(pid));
    const before = await pids();
    const url = `${database.url}${database.url.includes('?') ? '&' : '?'}pool_size=1&pool_lifetime=1&listen=off`;
    const brief = await openStore(url);
    await brief.ping();
    const own = (await pids()).filter((pid) => !before.includes(pid));
    expect(own.length).toBeGreaterThan(0);
    await eventually(async () => {
      await brief.ping();
      expect((await pids()).filter((pid) => own.includes(pid))).toEqual([]);
    });
    await brief.close();
  });

  test.each(['pool_size=none', 'query_timeout=0', 'connect_timeout=-1', 'pool_lifetime=1.5'])(
    'does not open with %s',
    async (wrong) => {
      const url = `${database.url}&${wrong}`;
      const name = wrong.split('=')[0] ?? '';
      await expect(openStore(url)).rejects.toThrow(ConfigurationError);
      await expect(openStore(url)).rejects.toThrow(`LATCHKEY_STORE: ${name} must be a whole number`);
    },
  );

  test.each([
    ['poolsize', 'pool_size'],
    ['queryTimeout', 'query_timeout'],
    ['connect-timeout', 'connect_timeout'],
    ['LISTEN', 'listen'],
  ])('does not open with %s, which would be ignored', async (wrong, meant) => {
    const message = `LATCHKEY_STORE: ${wrong} must be written ${meant}`;
    await expect(openStore(`${database.url}&${wrong}=5`)).rejects.toThrow(message);
  });
});

test('a server with a certificate of its own making is named, with what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = [
    '-subj',
    '/CN=localhost',
    '-days',
    '2',
    '-nodes',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
  ];
  execFileSync('openssl', ['req', '-x509', '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
  // PostgreSQL's way to TLS: a request of eight bytes, "S", then the handshake
  const tls = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write('S');
      const secure = { isServer: true, key: readFileSync(key), cert: readFileSync(cert) };
      new TLSSocket(socket, secure).on('error', () => {});
    });
  });
  await new Promise<void>((done) => tls.listen(0, '127.0.0.1', done));
  const address = tls.address();
  const port = typeof address === 'object' ? address?.port : '';
  const opening = openStore(`postgres://ann:my-password@localhost:${port}/latchkey?sslmode=verify-full`);
  await expect(opening).rejects.toThrow(
    /LATCHKEY_STORE: the certificate of the PostgreSQL server is self-signed.*sslrootcert/,
  );
  await new Promise<void>((done) => tls.close(() => done()));
  rmSync(folder, { recursive: true, force: true });
});
