import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { connectionRow, sessionRow } from '../contracts/rows.ts';
import { storeContract } from '../contracts/store-contract.ts';

storeContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  return {
    setting: `sqlite:${join(folder, 'latchkey.db')}`,
    wipe: async () => rmSync(folder, { recursive: true, force: true }),
  };
});

describe('a SQLite store', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
    file = join(folder, 'private', 'latchkey.db');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('is opened several times at once by one process, while it is new and afterwards', async () => {
    for (let round = 0; round < 2; round += 1) {
      const stores = await Promise.all([1, 2, 3].map(() => openStore(`sqlite:${file}`)));
      for (const [at, store] of stores.entries()) await store.facts.setOnce(`f${round}-${at}`, 'value');
      await Promise.all(stores.map((store) => store.close()));
    }
  });

  test('can be read by nobody else', async () => {
    const before = process.umask(0o022);
    const store = await openStore(`sqlite:${file}`);
    await store.facts.setOnce('f', 'value');
    process.umask(before);
    expect(modeOf(join(folder, 'private'))).toBe('700');
    for (const name of ['', '-wal', '-shm']) expect(modeOf(file + name)).toBe('600');
    await store.close();
  });

  test('leaves the mode of a folder that was there', async () => {
    chmodSync(folder, 0o755);
    const store = await openStore(`sqlite:${join(folder, 'latchkey.db')}`);
    await store.close();
    expect(modeOf(folder)).toBe('755');
  });

  test('writes ahead, flushes every commit, wipes what it deletes and waits for others', async () => {
    const { db } = await openSqlite(file);
    const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(db)).rows;
    expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await pragma('synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await pragma('secure_delete')).toEqual([{ secure_delete: 1 }]);
    expect(await pragma('busy_timeout')).toEqual([{ timeout: 5000 }]);
    await db.destroy();
  });

  test('keeps nothing of a deleted row in the file', async () => {
    const store = await openStore(`sqlite:${file}`);
    const marker = 'DELETE-ME-0123456789';
    await store.sessions.set(sessionRow({ sealed: Buffer.from(marker.repeat(50)) }));
    await store.sessions.remove('s1');
    await store.close();
    expect(readFileSync(file).includes(marker)).toBe(false);
  });

  test('a read beside an open transaction waits for its end and sees nothing of it before', async () => {
    const store = await openStore(`sqlite:${file}`);
    await store.connections.insert(connectionRow());
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const transaction = store.transaction(async (inner) => {
      await inner.connections.swap(connectionRow({ version: 2, status: 'needs_reauth' }));
      await held;
      throw new Error('rolled back');
    });
    // the transaction has the connection
    await new Promise((resolve) => setImmediate(resolve));
    const read = store.connections.current('ann', 'acme');
    const write = store.facts.setOnce('beside', 'kept');
    go();
    await expect(transaction).rejects.toThrow('rolled back');
    expect(await read).toMatchObject({ version: 1, status: 'active' });
    await write;
    expect(await store.facts.get('beside')).toBe('kept');
    await store.close();
  });

  test('whoever reads is served between two transactions, however many were asked for before', async () => {
    const store = await openStore(`sqlite:${file}`);
    const order: string[] = [];
    const asEvent = (what: string, work: () => Promise<unknown>) =>
      new Promise<void>((resolve) => {
        setImmediate(() => void work().then(() => resolve(void order.push(what))));
      });
    const writes = Array.from({ length: 20 }, (_, at) =>
      asEvent(`write ${at}`, () => store.transaction((inner) => inner.facts.setOnce(`f${at}`, 'value'))),
    );
    await Promise.all([...writes, asEvent('read', () => store.facts.get('f19'))]);
    expect(order.indexOf('read')).toBeLessThan(3);
    expect(order.filter((one) => one !== 'read')).toEqual(Array.from({ length: 20 }, (_, at) => `write ${at}`));
    await store.close();
  });

  test('columns that another version has added change nothing', async () => {
    const store = await openStore(`sqlite:${file}`);
    await store.connections.insert(connectionRow());
    const before = await store.connections.byId('c1');
    const other = new DatabaseSync(file);
    other.exec('alter table connections add column "ofTomorrow" text');
    other.close();
    expect(await store.connections.byId('c1')).toMatchObject(before ?? {});
    expect(await store.connections.current('ann', 'acme')).toMatchObject({ id: 'c1', version: 1 });
    await store.close();
  });

  test('in memory works and is gone when closed', async () => {
    const store = await openStore('sqlite::memory:');
    await store.facts.setOnce('f', 'value');
    expect(await store.facts.get('f')).toBe('value');
    await store.close();
    const next = await openStore('sqlite::memory:');
    expect(await next.facts.get('f')).toBeUndefined();
    await next.close();
    expect(existsSync(':memory:')).toBe(false);
  });

  test('finds the connection to use by one step through an index, at any size', async () => {
    const store = await openStore(`sqlite:${file}`);
    await store.connections.insert(connectionRow());
    await store.close();
    const database = new DatabaseSync(file);
    const plan = (text: string) => database.prepare(`explain query plan ${text}`).all();
    expect(
      plan(
        "select * from connections where ownerKey = '' and integration = '' " +
          'order by isDefault desc, createdAt desc, id desc limit 1',
      ),
    ).toMatchObject([{ detail: expect.stringMatching(/^SEARCH connections USING INDEX connections_current/) }]);
    expect(plan("select * from authorizations where open = 1 and ownerKey = '' order by createdAt, id")).toMatchObject([
      { detail: expect.stringMatching(/^SEARCH authorizations USING INDEX authorizations_open_of_owner/) },
    ]);
    const places = "from authorizations where open = 1 and source = '' and expiresAt > 0";
    expect(plan(`select count(*) from (select id ${places} limit 1000)`)).toContainEqual(
      expect.objectContaining({
        detail: expect.stringMatching(/^SEARCH authorizations USING COVERING INDEX authorizations_of_source/),
      }),
    );
    expect(plan(`select * ${places} and status = 'new' order by expiresAt, id limit 1`)).toMatchObject([
      { detail: expect.stringMatching(/^SEARCH authorizations USING INDEX authorizations_of_source/) },
    ]);
    database.close();
  });

  test('waits for another process that writes', async () => {
    const store = await openStore(`sqlite:${file}`);
    const writer = spawn(process.execPath, ['--input-type=module', '-e', HOLDS_THE_LOCK, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(writer.stdout, 'data');
    expect(await store.facts.setOnce('f', 'mine')).toBe("the other's");
    await store.close();
  });

  test('lies in the home directory where its path begins with a tilde', async () => {
    vi.stubEnv('HOME', folder);
    const store = await openStore('sqlite:~/at-home/latchkey.db');
    await store.close();
    vi.unstubAllEnvs();
    expect(existsSync(join(folder, 'at-home', 'latchkey.db'))).toBe(true);
  });

  test('is no file named like the home directory', async () => {
    vi.stubEnv('HOME', folder);
    await expect(openStore('sqlite:~')).rejects.toThrow('cannot be used as a SQLite database');
    vi.unstubAllEnvs();
    expect(existsSync('~')).toBe(false);
  });

  test('goes on with everything else while another process writes', async () => {
    const store = await openStore(`sqlite:${file}`);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    let longest = 0;
    let last = performance.now();
    const heart = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const waiting = [store.facts.setOnce('f', 'one'), store.transaction((inner) => inner.facts.setOnce('g', 'two'))];
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    clearInterval(heart);
    other.exec('commit');
    other.close();
    expect(await Promise.all(waiting)).toEqual(['one', 'two']);
    // two waits of a moment each, and what the machine does besides
    expect(longest).toBeLessThan(500);
    await store.close();
  });

  test('waits for another process that keeps a new file from its write-ahead log', async () => {
    const writer = spawn(
      process.execPath,
      ['--input-type=module', '-e', WRITES_A_NEW_FILE, join(folder, 'latchkey.db')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await once(writer.stdout, 'data');
    const store = await openStore(`sqlite:${join(folder, 'latchkey.db')}`);
    await store.ping();
    await store.close();
  });

  describe('that cannot work says how to correct the setting', () => {
    const refusal = async (setting: string) => {
      const error: unknown = await openStore(setting).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(ConfigurationError);
      return (error as ConfigurationError).message;
    };

    test('when nothing is named', async () => {
      for (const setting of ['', 'sqlite:', 'latchkey.db', 'mysql://u:secret@h/d']) {
        const message = await refusal(setting);
        expect(message).toContain('LATCHKEY_STORE');
        expect(message).not.toContain('secret');
      }
    });

    test('when the path is a folder', async () => {
      expect(await refusal(`sqlite:${folder}`)).toMatch(/LATCHKEY_STORE.*name a file/);
    });

    test('when a folder on the path is a file', async () => {
      writeFileSync(join(folder, 'plain'), '');
      expect(await refusal(`sqlite:${join(folder, 'plain', 'x.db')}`)).toMatch(/LATCHKEY_STORE.*name a file/);
    });

    test('when the file is no database', async () => {
      mkdirSync(join(folder, 'private'));
      writeFileSync(file, 'Dear diary, '.repeat(1000));
      expect(await refusal(`sqlite:${file}`)).toMatch(/LATCHKEY_STORE.*name a file/);
      expect(readFileSync(file, 'utf8')).toBe('Dear diary, '.repeat(1000));
    });

    test('when the place cannot keep a write-ahead log, like a network share', () => {
      // this way of locking has no shared memory, as such a share has none
      const opened = spawnSync(process.execPath, [WORKER, 'sqlite:file:share.db?vfs=unix-dotfile', 'open'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(opened.status).toBe(1);
      expect(opened.stderr).toMatch(/ConfigurationError: LATCHKEY_STORE.*postgres:\/\//);
    });

    test('when the file belongs to another program', async () => {
      mkdirSync(join(folder, 'private'));
      const other = new DatabaseSync(file);
      other.exec('create table sessions (mine text)');
      other.close();
      expect(await refusal(`sqlite:${file}`)).toMatch(/LATCHKEY_STORE.*nothing else/);
      const after = new DatabaseSync(file);
      expect(after.prepare("select name from sqlite_master where name = 'connections'").all()).toEqual([]);
      after.close();
    });

    test('when a newer version was here that it could not work beside', async () => {
      await (await openStore(`sqlite:${file}`)).close();
      const newer = new DatabaseSync(file);
      newer.exec("insert into latchkeyMigrations (name, timestamp) values ('9999_tomorrow_alone', '')");
      newer.close();
      expect(await refusal(`sqlite:${file}`)).toMatch(/LATCHKEY_STORE.*newer version/);
    });
  });
});

const WORKER = fileURLToPath(new URL('../contracts/store-worker.ts', import.meta.url));

/** Writes, and commits half a second later. */
const HOLDS_THE_LOCK = `
  import { DatabaseSync } from 'node:sqlite';
  const database = new DatabaseSync(process.argv[1]);
  database.exec("begin immediate; insert into facts values ('f', 'the other''s')");
  console.log('begun');
  setTimeout(() => { database.exec('commit'); database.close(); }, 500);
`;

const WRITES_A_NEW_FILE = `
  import { DatabaseSync } from 'node:sqlite';
  const database = new DatabaseSync(process.argv[1]);
  database.exec('create table other (value integer); begin immediate; insert into other values (1)');
  console.log('begun');
  setTimeout(() => { database.exec('commit'); database.close(); }, 500);
`;

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}
