import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ConfigurationError, StoreNewerError } from '../errors.ts';
import { type Database, databaseOver, type Engine } from './database.ts';
import { factRows } from './fact-rows.ts';
import { atOnce, hearNothing } from './run-alone.ts';
import type { Schema } from './schema.ts';
import { storeTime } from './store-time.ts';
import { changesOf, MIGRATIONS, standsAlone } from './versions.ts';
import { workingInstances } from './working-instances.ts';

/** Names of migrations; `from` is undefined for a store that was empty. */
export interface Migrated {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Brings the tables up to date; several processes may do so at once. Does nothing if a newer version has only added to them.
 *
 * @throws ConfigurationError if a newer version has changed what this one needs, or if an older version works on the store and
 * could not continue afterwards
 */
export async function migrate(db: Kysely<Schema>, engine: Engine): Promise<Migrated> {
  const known = migrationsFor(engine);
  const names = Object.keys(known).sort();
  return await db.transaction().execute(async (trx) => {
    // bound to the transaction: a pooler may give each transaction another session
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const made = await changesOf(trx, engine);
    const missing = names.filter((name) => !made.includes(name));
    const newer = made.filter((name) => !names.includes(name));
    if (newer.some(standsAlone) || (newer.length > 0 && missing.length > 0)) {
      throw new ConfigurationError(`LATCHKEY_STORE ${OF_A_NEWER_VERSION}`);
    }
    if (missing.length === 0) return { from: names.at(-1), to: names.at(-1) };
    if (made.length > 0 && missing.some(standsAlone)) await refuseBesideOlder(trx, engine);
    const migrator = new Migrator({
      db: trx,
      provider: { getMigrations: async () => known },
      migrationTableName: MIGRATIONS,
      migrationLockTableName: `${MIGRATIONS}Lock`,
      nameComparator: (a, b) => (a < b ? -1 : 1),
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return { from: names.filter((name) => made.includes(name)).at(-1), to: names.at(-1) };
  });
}

/** The number of the advisory lock: the first bytes of "latchkey". */
const LOCK = 0x6c_61_74_63_68;

const OF_A_NEWER_VERSION =
  'was last used by a newer version of Latchkey, with tables that this one cannot work with: start that version, or restore the backup made before it';

/** @throws StoreNewerError once a newer version has changed the tables that this process works with */
export async function refuseBesideNewer(database: Database): Promise<void> {
  const known = Object.keys(migrationsFor(database.engine));
  const made = await database.all(
    sql<{ name: string }>`select name from ${sql.table(MIGRATIONS)}`.compile(database.build),
  );
  const newer = made.find(({ name }) => standsAlone(name) && !known.includes(name));
  if (newer !== undefined) throw new StoreNewerError(`the store ${OF_A_NEWER_VERSION}`);
}

async function refuseBesideOlder(trx: Kysely<Schema>, engine: Engine): Promise<void> {
  const database = databaseOver(trx, engine, { alone: () => undefined, inTurn: atOnce, listen: hearNothing });
  const working = await workingInstances(factRows(database), await storeTime(database));
  if (working === 0) return;
  throw new ConfigurationError(
    `LATCHKEY_STORE: this version changes tables that an older one could not work with afterwards, and ${working === 1 ? 'a process works' : `${working} processes work`} on the store: stop it first; if it was killed, wait a minute`,
  );
}

/**
 * Applied in the order of their names. Never edit a migration that was released. If older versions cannot work beside it, its
 * name ends in `_alone`, and the changelog says so: see `standsAlone`.
 */
function migrationsFor(engine: Engine): Record<string, Migration> {
  return {
    '0001_tables': { up: (db) => createTables(db, engine) },
    '0002_settings': { up: (db) => createSettings(db, engine) },
    '0003_uses': { up: (db) => createUses(db, engine) },
    '0008_accounts': { up: (db) => createAccounts(db, engine) },
    '0009_slots': { up: (db) => createSlots(db, engine) },
    '0014_signals': { up: (db) => createSignals(db, engine) },
    '0013_outbox_owners': { up: (db) => createOutboxOwners(db, engine) },
    '0012_bot_state': { up: (db) => createBotState(db, engine) },
    '0011_warnings': { up: (db) => createWarnings(db, engine) },
    '0010_errands': { up: (db) => createErrands(db, engine) },
    '0019_sources': { up: (db) => createSources(db, engine) },
    '0020_one_expiry': { up: dropExpiry },
  };
}

async function createTables(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, time, count, blob, table, index } = wordsOf(db, engine);

  await table('authorizations')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('version', count, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('open', count, (column) => column.notNull())
    .addColumn('ownerKey', text, (column) => column.notNull())
    .addColumn('conversationKey', text, (column) => column.notNull())
    .addColumn('integration', text, (column) => column.notNull())
    .addColumn('linkHash', text, (column) => column.notNull().unique())
    .addColumn('stateHash', text, (column) => column.unique())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('expiresAt', time, (column) => column.notNull())
    .addColumn('keyId', text, (column) => column.notNull())
    .addColumn('sealed', blob, (column) => column.notNull())
    .execute();
  const isOpen = sql<boolean>`${sql.ref('open')} = 1`;
  await index('authorizations_open_of_owner', 'authorizations')
    .columns(['ownerKey', 'createdAt', 'id'])
    .where(isOpen)
    .execute();
  await index('authorizations_of_owner', 'authorizations').columns(['ownerKey', 'createdAt']).execute();
  await index('authorizations_expiry', 'authorizations').columns(['expiresAt']).where(isOpen).execute();
  await index('authorizations_ended', 'authorizations')
    .columns(['updatedAt'])
    .where(sql<boolean>`${sql.ref('open')} = 0`)
    .execute();
  await index('authorizations_key', 'authorizations').columns(['keyId']).execute();

  await table('connections')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('version', count, (column) => column.notNull())
    .addColumn('ownerKey', text, (column) => column.notNull())
    .addColumn('integration', text, (column) => column.notNull())
    .addColumn('accountKey', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('details', text, (column) => column.notNull())
    .addColumn('isDefault', count, (column) => column.notNull())
    .addColumn('expiresAt', time)
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('leaseOwner', text)
    .addColumn('leaseUntil', time)
    .addColumn('keyId', text, (column) => column.notNull())
    .addColumn('sealed', blob, (column) => column.notNull())
    .addUniqueConstraint('connections_account', ['ownerKey', 'integration', 'accountKey'])
    .execute();
  await index('connections_current', 'connections')
    .columns(['ownerKey', 'integration', 'isDefault desc', 'createdAt desc', 'id desc'])
    .execute();
  await index('connections_key', 'connections').columns(['keyId']).execute();

  await table('pendingActions')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('version', count, (column) => column.notNull())
    .addColumn('authorizationId', text, (column) => column.notNull())
    .addColumn('ownerKey', text, (column) => column.notNull())
    .addColumn('actionId', text, (column) => column.notNull())
    .addColumn('mode', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('keyId', text, (column) => column.notNull())
    .addColumn('sealed', blob, (column) => column.notNull())
    .execute();
  await index('pending_actions_of_authorization', 'pendingActions')
    .columns(['authorizationId', 'createdAt', 'id'])
    .execute();
  await index('pending_actions_touched', 'pendingActions').columns(['updatedAt']).execute();
  await index('pending_actions_running', 'pendingActions')
    .columns(['updatedAt', 'id'])
    .where(sql<boolean>`${sql.ref('status')} = 'running'`)
    .execute();
  await index('pending_actions_key', 'pendingActions').columns(['keyId']).execute();

  await table('outbox')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('dedupeKey', text, (column) => column.notNull().unique())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('attempts', count, (column) => column.notNull())
    .addColumn('dueAt', time, (column) => column.notNull())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('leaseOwner', text)
    .addColumn('leaseUntil', time)
    .addColumn('keyId', text, (column) => column.notNull())
    .addColumn('sealed', blob, (column) => column.notNull())
    .execute();
  await index('outbox_due', 'outbox').columns(['dueAt', 'createdAt', 'id']).execute();
  await index('outbox_key', 'outbox').columns(['keyId']).execute();

  await table('sessions')
    .addColumn('sidHash', text, (column) => column.primaryKey())
    .addColumn('expiresAt', time, (column) => column.notNull())
    .addColumn('keyId', text, (column) => column.notNull())
    .addColumn('sealed', blob, (column) => column.notNull())
    .execute();
  await index('sessions_expiry', 'sessions').columns(['expiresAt']).execute();
  await index('sessions_key', 'sessions').columns(['keyId']).execute();

  await table('audit')
    .addColumn('id', time, (column) =>
      engine === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('at', time, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('what', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('result', text, (column) => column.notNull())
    .addColumn('ref', text)
    .execute();

  await table('facts')
    .addColumn('name', text, (column) => column.primaryKey())
    .addColumn('value', text, (column) => column.notNull())
    .execute();
}

async function createSettings(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, time, count, blob, table, index } = wordsOf(db, engine);

  await table('settings')
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('version', count, (column) => column.notNull())
    .addColumn('lookup', text)
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('keyId', text, (column) => column.notNull())
    .addColumn('sealed', blob, (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_id', ['kind', 'id'])
    .addUniqueConstraint('settings_lookup', ['kind', 'lookup'])
    .execute();
  await index('settings_key', 'settings').columns(['keyId']).execute();

  // what the console pages through
  await index('connections_of_integration', 'connections').columns(['integration', 'id']).execute();
  await index('audit_of_actor', 'audit').columns(['actor', 'id']).execute();
  await index('audit_of_subject', 'audit').columns(['subject', 'id']).execute();
}

async function createUses(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, time, table } = wordsOf(db, engine);
  await table('uses')
    .addColumn('connectionId', text, (column) => column.primaryKey().notNull())
    .addColumn('at', time, (column) => column.notNull())
    .execute();
}

/** Finds the other connections to an account, before a revocation that may end them all. */
async function createAccounts(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { index } = wordsOf(db, engine);
  await index('connections_of_account', 'connections').columns(['integration', 'accountKey']).execute();
}

/** One attempt at a time for each owner and integration, however many processes begin one. */
async function createSlots(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, index } = wordsOf(db, engine);
  await db.schema.alterTable('authorizations').addColumn('slot', text).execute();
  await index('authorizations_slot', 'authorizations').unique().columns(['slot']).execute();
}

async function createErrands(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, time, count, blob, table, index } = wordsOf(db, engine);
  await table('errands')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('version', count, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('open', count, (column) => column.notNull())
    .addColumn('ownerKey', text, (column) => column.notNull())
    .addColumn('conversationKey', text, (column) => column.notNull())
    .addColumn('integration', text, (column) => column.notNull())
    .addColumn('actionId', text)
    .addColumn('authorizationId', text)
    .addColumn('begunBy', text)
    .addColumn('dueAt', time)
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('keyId', text, (column) => column.notNull())
    .addColumn('sealed', blob, (column) => column.notNull())
    .addUniqueConstraint('errands_begun_by', ['conversationKey', 'begunBy'])
    .execute();
  await index('errands_here', 'errands').columns(['ownerKey', 'conversationKey', 'createdAt', 'id']).execute();
  await index('errands_waiting', 'errands')
    .columns(['authorizationId', 'createdAt', 'id'])
    .where(sql<boolean>`${sql.ref('authorizationId')} is not null`)
    .execute();
  await index('errands_due', 'errands')
    .columns(['dueAt', 'id'])
    .where(sql<boolean>`${sql.ref('dueAt')} is not null`)
    .execute();
  await index('errands_ended', 'errands')
    .columns(['updatedAt'])
    .where(sql<boolean>`${sql.ref('open')} = 0`)
    .execute();
  await index('errands_key', 'errands').columns(['keyId']).execute();
  // people have to ask again for what was waiting; errands contain what the other notices were about from now on
  await db.schema.dropTable('pendingActions').execute();
  await sql`delete from ${sql.table('outbox')} where ${sql.ref('kind')} <> 'revoke'`.execute(db);
}

/** When people must hear that a grant will end. */
async function createWarnings(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { time, index } = wordsOf(db, engine);
  await db.schema.alterTable('connections').addColumn('warnAt', time).execute();
  await index('connections_to_warn', 'connections')
    .columns(['warnAt'])
    .where(sql<boolean>`${sql.ref('warnAt')} is not null`)
    .execute();
}

/** The bot's own state, by the hash of its key. */
async function createBotState(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, time, blob, table, index } = wordsOf(db, engine);
  await table('botState')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('eTag', text, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('keyId', text, (column) => column.notNull())
    .addColumn('sealed', blob, (column) => column.notNull())
    .execute();
  await index('bot_state_key', 'botState').columns(['keyId']).execute();
}

/** The person that queued work is about, so that forgetting a person deletes it too. */
async function createOutboxOwners(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, index } = wordsOf(db, engine);
  await db.schema.alterTable('outbox').addColumn('ownerKey', text).execute();
  await index('outbox_of_owner', 'outbox')
    .columns(['ownerKey'])
    .where(sql<boolean>`${sql.ref('ownerKey')} is not null`)
    .execute();
}

/**
 * The source whose limit an attempt counts towards, so that many open attempts are counted without reading them. Attempts that
 * are already open have none: they end within minutes.
 */
async function createSources(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, index } = wordsOf(db, engine);
  await db.schema.alterTable('authorizations').addColumn('source', text).execute();
  await index('authorizations_of_source', 'authorizations')
    .columns(['source', 'expiresAt', 'id'])
    .where(sql<boolean>`${sql.ref('open')} = 1`)
    .execute();
}

/** The index of `source` has the expiry too, and every change of an expiry had to be written to both. */
async function dropExpiry(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('authorizations_expiry').execute();
}

/**
 * PostgreSQL notifies listeners when a change is committed, without an additional statement. SQLite has no way to.
 */
async function createSignals(db: Kysely<unknown>, engine: Engine): Promise<void> {
  if (engine === 'sqlite') return;
  const tell = async (name: string, on: RawBuilder<unknown>, signal: string, withId = false) => {
    const told = withId ? sql`tg_argv[0] || ' ' || new.id` : sql`tg_argv[0]`;
    const called = sql.ref(`latchkey_${name}`);
    await sql`create function ${called}() returns trigger language plpgsql as $$
      begin perform pg_notify('latchkey', ${told}); return null; end $$`.execute(db);
    await sql`create trigger ${called} after ${on} execute function ${called}(${sql.lit(signal)})`.execute(db);
  };
  // a process first handles its own work, which falls due seconds later; the clocks of hosts and server may differ by a second
  const isDue = sql`new."dueAt" <= extract(epoch from clock_timestamp()) * 1000 + 1000`;
  await tell('outbox', sql`insert on outbox for each statement`, 'due');
  await tell('errands', sql`insert or update of "dueAt" on errands for each row when (${isDue})`, 'due');
  const kinds = sql`('setup', 'customProfile')`;
  await tell('decided', sql`insert or update on settings for each row when (new.kind in ${kinds})`, 'decided');
  await tell('undecided', sql`delete on settings for each row when (old.kind in ${kinds})`, 'decided');
  const isOver = sql`old."leaseOwner" is not null and new."leaseOwner" is null`;
  await tell('renewed', sql`update of "leaseOwner" on connections for each row when (${isOver})`, 'renewed', true);
}

/** The types of each database, and the start of its definitions of tables and indexes. */
function wordsOf(db: Kysely<unknown>, engine: Engine) {
  const sqlite = engine === 'sqlite';
  return {
    // byte order, as in SQLite: PostgreSQL would sort by the server's locale
    text: sqlite ? sql`text` : sql`text collate "C"`,
    time: sqlite ? sql`integer` : sql`bigint`,
    count: sql`integer`,
    blob: sqlite ? sql`blob` : sql`bytea`,
    table: (name: string) => {
      const create: CreateTableBuilder<string> = db.schema.createTable(name);
      return sqlite ? create.modifyEnd(sql`strict`) : create;
    },
    index: (name: string, on: string) => db.schema.createIndex(name).on(on),
  };
}
