import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type LogEvent, StoreNewerError } from 'latchkey';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { openTestChat, RecordingAdapter, startTestAuthorizer } from 'latchkey/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/stores/open-database.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { startTestPostgres, type TestPostgres } from './test-postgres.ts';

/** Two versions on one store, while a bot is rolled out. */
let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(async () => {
  await server?.stop();
});

const places = {
  SQLite: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-rollout-'));
    const wipe = async () => rmSync(folder, { recursive: true, force: true });
    return { setting: `sqlite:${join(folder, 'latchkey.db')}`, wipe };
  },
  PostgreSQL: async () => {
    const { url, drop } = await server.newDatabase();
    return { setting: url, wipe: drop };
  },
};

let setting: string;

async function run(text: string): Promise<void> {
  const { database } = await openDatabase(setting);
  await database.all(sql.raw(text).compile(database.build));
  await database.close();
}

/** What the newer version does at its start. */
const change = (name: string) => run(`insert into "latchkeyMigrations" (name, timestamp) values ('${name}', '')`);

async function refusal(): Promise<string> {
  try {
    await (await openStore(setting)).close();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}

describe.each(Object.entries(places))('on %s', (_engine, place) => {
  beforeEach(async () => {
    const made = await place();
    setting = made.setting;
    await (await openStore(setting)).close();
    return made.wipe;
  });

  it('beside a newer version whose changes only add, the older one goes on, and starts again', async () => {
    const older = await openStore(setting);
    await change('9999_tomorrow');
    await older.checkVersion();
    expect(await older.facts.setOnce('f', 'value')).toBe('value');
    const restarted = await openStore(setting);
    expect(await restarted.facts.get('f')).toBe('value');
    await restarted.close();
    await older.close();
  });

  it('after a change that older versions could not work beside, the older one does nothing more, and does not start', async () => {
    const older = await openStore(setting);
    await change('9999_tomorrow_alone');
    await expect(older.checkVersion()).rejects.toThrow(StoreNewerError);
    await expect(older.facts.get('f')).rejects.toThrow(StoreNewerError);
    await expect(older.facts.setOnce('f', 'value')).rejects.toThrow(StoreNewerError);
    await expect(older.transaction((inner) => inner.facts.get('f'))).rejects.toThrow(StoreNewerError);
    await older.close();
    expect(await refusal()).toMatch(/LATCHKEY_STORE.*newer version/);
  });

  it('such a change is not made while an older version works on the store', async () => {
    const { database } = await openDatabase(setting);
    const say = (text: string) => database.all(sql.raw(text).compile(database.build));
    // the store of a version before errands
    await say(`delete from "latchkeyMigrations" where name >= '0010'`);
    await say(`insert into facts (name, value) values ('instance/older', '${Date.now()}')`);
    expect(await refusal()).toMatch(/LATCHKEY_STORE: this version changes tables .* a process works on the store/);
    // it was killed, and has been silent for a minute
    await say(`update facts set value = '${Date.now() - 61_000}' where name = 'instance/older'`);
    expect(await refusal()).not.toContain('works on the store');
    await database.close();
  });
});

describe('a bot whose tables a newer version has changed', () => {
  it('says so in the log, is not ready, and takes no turn and no link', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const { setting: store, wipe } = await places.SQLite();
    setting = store;
    const log: LogEvent[] = [];
    const authorizer = await startTestAuthorizer({ integrations: [], store, logger: (event) => void log.push(event) });
    const adapter = new RecordingAdapter();
    adapter.use(authorizerMiddleware(authorizer, { adapter }));
    const alice = openTestChat(adapter, (context) => authorizer.converse(context, { actions: [] }));
    const status = async (path: string) => (await fetch(`${authorizer.settings.publicUrl}${path}`)).status;
    await change('9999_tomorrow_alone');
    // before its own round has noticed it
    expect(await status('/readyz')).toBe(503);
    vi.advanceTimersByTime(5_000);
    await expect.poll(() => log.filter(({ event }) => event === 'store_newer')).toHaveLength(1);
    vi.advanceTimersByTime(5_000);
    // the bot's own `onTurnError` says it
    await expect(alice.say('retry')).rejects.toThrow(StoreNewerError);
    expect(await status(`/connect/${'x'.repeat(43)}`)).toBe(503);
    expect(await status('/readyz')).toBe(503);
    expect(await status('/healthz')).toBe(200);
    expect(log.filter(({ event }) => event === 'store_newer')).toHaveLength(1);
    await authorizer.close();
    vi.useRealTimers();
    await wipe();
  });
});
