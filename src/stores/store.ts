import type { Signal } from '../model/signal.ts';

/**
 * The port to the database: rows in, rows out, without interpreting them and without secrets in clear. `sealed` columns contain
 * only ciphertext. Times are milliseconds since 1970. Every `swap` is a compare-and-swap on `version`: true means that no other
 * process was first. Any verb may throw StoreUnavailableError.
 */
export interface Store {
  readonly authorizations: AuthorizationRows;
  readonly connections: ConnectionRows;
  readonly uses: UseRows;
  readonly errands: ErrandRows;
  readonly outbox: OutboxRows;
  readonly sessions: SessionRows;
  readonly botState: BotStateRows;
  readonly settings: SettingRows;
  readonly audit: AuditRows;
  readonly facts: FactRows;
  readonly sealed: SealedRows;
  /** Ids of all keys that rows are sealed with. */
  keyIds(): Promise<readonly string[]>;
  /** All or nothing. Use only the given store inside, and do not wait for anything else. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** By the clock that all processes on this store share. */
  now(): Promise<number>;
  /** That clock is this machine's own, so nobody has to ask for it. */
  readonly isOnThisMachine: boolean;
  /** Work that is due at this time and not done. */
  backlog(now: number): Promise<readonly Backlog[]>;
  /** Writes something, and resolves when it is stored. */
  ping(): Promise<void>;
  /**
   * Call it now and then. After it has thrown, every method does.
   *
   * @throws StoreNewerError if a newer version has changed the tables in the meantime, and this one cannot work with them
   */
  checkVersion(): Promise<void>;
  /**
   * Listens to signals of other processes on this store, until the function it resolves with is called. Some stores have no
   * signals, and some signals get lost, so look now and then too.
   */
  listen(hear: (signal: Signal) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface AuthorizationRow {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  /** 1 until it has ended. */
  readonly open: 0 | 1;
  readonly ownerKey: string;
  readonly conversationKey: string;
  readonly integration: string;
  readonly linkHash: string;
  readonly stateHash: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

/** The columns that are stored in clear, except the id of the key. */
export type AuthorizationColumns = Omit<AuthorizationRow, 'keyId' | 'sealed'>;

export interface AuthorizationRows {
  /** @param source limits on open attempts are counted by it */
  insert(row: AuthorizationRow, source: string): Promise<void>;
  /**
   * Inserts an attempt that occupies the slot of this name until it ends. False if another attempt occupies it; the attempt
   * `olderId` gives it up for this one.
   */
  begin(row: AuthorizationRow, source: string, slot: string, olderId?: string): Promise<boolean>;
  byId(id: string): Promise<AuthorizationRow | undefined>;
  byLinkHash(linkHash: string): Promise<AuthorizationRow | undefined>;
  byStateHash(stateHash: string): Promise<AuthorizationRow | undefined>;
  /** Open attempts of an owner, oldest first. */
  openOf(ownerKey: string): Promise<readonly AuthorizationRow[]>;
  /**
   * Writes what differs, if the stored version is that of `from`, a row as it was read. Its owner, conversation, integration
   * and `createdAt` stay.
   */
  swap(from: AuthorizationColumns, to: AuthorizationRow): Promise<boolean>;
  /** Open attempts that have expired, and `exchanging` ones unchanged since `stuckBefore`. Oldest first. */
  due(now: number, stuckBefore: number, limit: number): Promise<readonly AuthorizationRow[]>;
  /** Attempts that an owner has begun since then, newest first. */
  begunOf(ownerKey: string, since: number, limit: number): Promise<readonly AuthorizationRow[]>;
  /** True if the owner has any. None of them is deleted before the transaction ends. */
  hold(ownerKey: string): Promise<boolean>;
  countOpen(): Promise<number>;
  /** True if the source has at least this many open attempts that have not expired at `now`. */
  isFull(source: string, now: number, places: number): Promise<boolean>;
  /** Among those, the unclaimed one that expires first. */
  oldestNewFrom(source: string, now: number): Promise<AuthorizationRow | undefined>;
  /** Everybody's open attempts, newest first. */
  listOpen(limit: number): Promise<readonly AuthorizationRow[]>;
  /** Deletes ended attempts that are unchanged since then. Returns their number. */
  sweepEnded(before: number, limit: number): Promise<number>;
  /** Deletes all attempts of an owner. Returns them in their final state. */
  removeOf(ownerKey: string): Promise<readonly AuthorizationRow[]>;
}

export interface ConnectionRow {
  readonly id: string;
  readonly version: number;
  readonly ownerKey: string;
  readonly integration: string;
  /** The product's id of the account. An owner has one connection per integration, account and site. */
  readonly accountKey: string;
  readonly status: string;
  /** JSON without secrets, for lists. */
  readonly details: string;
  readonly isDefault: 0 | 1;
  readonly expiresAt: number | null;
  /** When its owner has to be told that the access will end. */
  readonly warnAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly leaseOwner: string | null;
  readonly leaseUntil: number | null;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

/** What is needed to use a connection. */
export type UsedConnectionRow = Pick<ConnectionRow, 'id' | 'version' | 'status' | 'expiresAt' | 'updatedAt' | 'sealed'>;

/** A connection and the developer's set-up of its integration, from one read. */
interface DecidedConnectionRow {
  readonly setting: SettingRow;
  readonly connection: UsedConnectionRow | undefined;
}

export interface DueWarning {
  /** Id of the connection. */
  readonly id: string;
  readonly warnAt: number;
}

export interface ConnectionRows {
  byId(id: string): Promise<ConnectionRow | undefined>;
  /** The connection to use: the default one, or else the newest. One indexed read. */
  current(ownerKey: string, integration: string): Promise<UsedConnectionRow | undefined>;
  /** The same, with the setting of this kind whose id is that of the integration. Undefined if there is none. */
  currentDecided(ownerKey: string, integration: string, kind: string): Promise<DecidedConnectionRow | undefined>;
  /** An owner's connections to one integration, with any account. */
  at(ownerKey: string, integration: string): Promise<readonly ConnectionRow[]>;
  /** All connections of an owner, by integration and age. */
  list(ownerKey: string): Promise<readonly ConnectionRow[]>;
  /** True if the owner has any. None of them is deleted before the transaction ends. */
  hold(ownerKey: string): Promise<boolean>;
  /** Everybody's connections to an integration whose account key continues this one after a slash, without sealed columns. */
  listAccount(integration: string, accountKey: string): Promise<readonly Omit<ConnectionRow, 'sealed'>[]>;
  /** Everybody's connections after an id, by id, without sealed columns. */
  listAll(page: ConnectionPage): Promise<readonly Omit<ConnectionRow, 'sealed'>[]>;
  /** Connections whose `warnAt` has passed, the earliest first. */
  dueWarnings(now: number, limit: number): Promise<readonly DueWarning[]>;
  /** Writes `warnAt` if it is still `from`, whatever the version. True if no other process was first. */
  setWarning(id: string, from: number, warnAt: number | null): Promise<boolean>;
  /** False if the owner's account is already connected. */
  insert(row: ConnectionRow): Promise<boolean>;
  /** Writes `row` if the stored version is `row.version - 1`. Its identity, its age and whether it is the default stay. */
  swap(row: ConnectionRow): Promise<boolean>;
  /** Like `swap`, but only while `leaseOwner` holds the lease, which ends. */
  swapLeased(row: ConnectionRow, leaseOwner: string): Promise<boolean>;
  /**
   * Like `swap`, but also writes `accountKey`, and keeps a lease and `warnAt`. Also false if somebody holds the lease at
   * `now`, or if the owner has another connection with that key.
   */
  relocate(row: ConnectionRow, now: number): Promise<boolean>;
  /** Takes the lease for a renewal, if the version matches and no lease is held at `now`. */
  lease(id: string, version: number, leaseOwner: string, now: number, until: number): Promise<boolean>;
  /** Releases the lease; `notBefore` keeps others from trying again before that time. */
  release(id: string, leaseOwner: string, notBefore: number | null): Promise<void>;
  /** Makes it the one that `current` returns. */
  makeDefault(ownerKey: string, integration: string, id: string): Promise<void>;
  /** Deletes it. Returns the final state, including a renewal in the meantime. */
  remove(id: string): Promise<ConnectionRow | undefined>;
  /** Deletes all connections of an owner. Returns them in their final state. */
  removeOf(ownerKey: string): Promise<readonly ConnectionRow[]>;
}

export interface ConnectionPage {
  readonly integration?: string;
  /** The last id of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/**
 * When a connection was last used. Stored separately, rarely and without a version, so that using a connection costs a turn
 * nothing.
 */
export interface UseRow {
  readonly connectionId: string;
  readonly at: number;
}

export interface UseRows {
  /** Keeps the later of two times. */
  note(uses: readonly UseRow[]): Promise<void>;
  of(connectionIds: readonly string[]): Promise<readonly UseRow[]>;
}

export interface ErrandRow {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  /** 1 until it has ended. */
  readonly open: 0 | 1;
  readonly ownerKey: string;
  readonly conversationKey: string;
  readonly integration: string;
  readonly actionId: string | null;
  /** The attempt to connect that it waits for. */
  readonly authorizationId: string | null;
  /** Id of the activity that began it. Unique within its conversation. */
  readonly begunBy: string | null;
  /** When a process has to look at it. */
  readonly dueAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

export type ErrandColumns = Omit<ErrandRow, 'keyId' | 'sealed'>;

export interface DueErrands {
  readonly newestFirst?: boolean;
  /** Restricts errands that have not run yet to these actions, and to any that were due before then. Default: all. */
  readonly toRun?: { readonly actions: readonly string[]; readonly orBefore: number };
}

export interface ErrandRows {
  /** False if the same activity has already begun one. */
  insert(row: ErrandRow): Promise<boolean>;
  byId(id: string): Promise<ErrandRow | undefined>;
  /** The newest 100 errands of an owner in a conversation that are open or have ended since then, oldest first. */
  here(ownerKey: string, conversationKey: string, endedSince: number): Promise<readonly ErrandRow[]>;
  /** The same, and the connection to use at an integration, in one read. */
  hereWith(
    ownerKey: string,
    conversationKey: string,
    endedSince: number,
    integration: string,
  ): Promise<{ readonly errands: readonly ErrandRow[]; readonly connection: UsedConnectionRow | undefined }>;
  /** The newest of an owner, in any conversation. */
  lastOf(ownerKey: string): Promise<ErrandRow | undefined>;
  /** Errands that wait for one of these attempts to connect, oldest first. */
  waitingFor(authorizationIds: readonly string[]): Promise<readonly ErrandRow[]>;
  /** Writes `row` if the stored version is `version`. Its owner, conversation, integration, action and start stay. */
  swap(version: number, row: ErrandRow): Promise<boolean>;
  /** Errands that are due, sorted by `dueAt`. */
  due(now: number, limit: number, which?: DueErrands): Promise<readonly ErrandRow[]>;
  /** Deletes ended errands that are unchanged since then. Returns their number. */
  sweepEnded(before: number, limit: number): Promise<number>;
  /** The same for all errands of an owner in a conversation. */
  trim(ownerKey: string, conversationKey: string, before: number): Promise<number>;
  /** True if at least so many errands of people of this source are open, or have something to say. */
  isFull(source: string, places: number): Promise<boolean>;
  /** Deletes all errands of an owner. Returns their number. */
  removeOf(ownerKey: string): Promise<number>;
}

/** The amount of one kind of work that is due and not done. */
export interface Backlog {
  /** The kind of a row in the outbox, or `errand`. */
  readonly kind: string;
  readonly count: number;
  /** Milliseconds for which the oldest has been due. */
  readonly oldestFor: number;
}

export interface OutboxRow {
  readonly id: string;
  /** Adding a second row with the same key changes nothing. */
  readonly dedupeKey: string;
  readonly kind: string;
  /** The owner it is about. Null if there is none. */
  readonly ownerKey: string | null;
  readonly attempts: number;
  readonly dueAt: number;
  readonly createdAt: number;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

/** Default: all kinds, beginning with those that have been due for longest. */
export interface OutboxChoice<Kind extends string = string> {
  readonly kind?: Kind;
  readonly butNot?: readonly Kind[];
  readonly newestFirst?: boolean;
}

export interface OutboxRows {
  enqueue(row: OutboxRow): Promise<void>;
  /** Leases up to `limit` due rows to `leaseOwner`, and counts the attempt. */
  claim(
    now: number,
    until: number,
    leaseOwner: string,
    limit: number,
    which?: OutboxChoice,
  ): Promise<readonly OutboxRow[]>;
  /** Removes a row that this owner still holds. */
  finish(id: string, leaseOwner: string): Promise<boolean>;
  /** Tries again at `dueAt`. */
  postpone(id: string, leaseOwner: string, dueAt: number): Promise<boolean>;
  /** Deletes rows whose dedupe key is this one, or continues it after a slash, whoever holds them. Returns their number. */
  removeBy(dedupeKey: string): Promise<number>;
  /** Deletes and returns everything about an owner, whoever holds it. */
  removeOf(ownerKey: string): Promise<readonly OutboxRow[]>;
}

/** The bot's own state. */
export interface BotStateRow {
  /** SHA-256 of the bot's key. */
  readonly id: string;
  readonly eTag: string;
  readonly updatedAt: number;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

export interface BotStateRows {
  byIds(ids: readonly string[]): Promise<readonly BotStateRow[]>;
  /** @param expected the `eTag` that must be stored. Undefined: overwrite whatever is stored */
  put(row: BotStateRow, expected: string | undefined): Promise<boolean>;
  remove(ids: readonly string[]): Promise<void>;
}

export interface SessionRow {
  readonly sidHash: string;
  readonly expiresAt: number;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

export interface SessionRows {
  get(sidHash: string, now: number): Promise<SessionRow | undefined>;
  set(row: SessionRow): Promise<void>;
  remove(sidHash: string): Promise<void>;
  sweep(now: number, limit: number): Promise<number>;
}

/** Decisions of developers: set-ups, profiles, operators, and secrets of the deployment. */
export interface SettingRow {
  readonly kind: string;
  /** Unique within its kind. */
  readonly id: string;
  readonly version: number;
  /** A second key, unique within its kind. */
  readonly lookup: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

export interface SettingRows {
  byId(kind: string, id: string): Promise<SettingRow | undefined>;
  byLookup(kind: string, lookup: string): Promise<SettingRow | undefined>;
  /** All settings of a kind, oldest first. */
  list(kind: string): Promise<readonly SettingRow[]>;
  count(kind: string): Promise<number>;
  /** Which of these exist. Until the transaction ends, nobody else changes or deletes them, or holds them too. */
  hold(kind: string, ids: readonly string[]): Promise<readonly string[]>;
  /** False if its id or its lookup is taken. */
  insert(row: SettingRow): Promise<boolean>;
  /** Writes `row` if the stored version is `row.version - 1` and no other row has its lookup. Its age stays. */
  swap(row: SettingRow): Promise<boolean>;
  remove(kind: string, id: string): Promise<boolean>;
  /** Deletes settings of a kind that are unchanged since then. Returns their number. */
  sweep(kind: string, before: number, limit: number): Promise<number>;
}

export interface AuditEntry {
  readonly at: number;
  /** Owner key, `browser`, `system` … */
  readonly actor: string;
  readonly what: string;
  readonly subject: string;
  readonly result: string;
  readonly ref: string | null;
}

/** `id` grows with every entry. */
interface ListedAuditEntry extends AuditEntry {
  readonly id: number;
}

export interface AuditQuery {
  readonly limit: number;
  /** Only entries before the one with this id. */
  readonly before?: number | undefined;
  /** Only entries from this time on, in milliseconds since 1970. */
  readonly since?: number | undefined;
  readonly what?: string | undefined;
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
}

export interface AuditRows {
  append(entry: AuditEntry): Promise<void>;
  /** Deletes the entries older than `before` among the `limit` oldest. Returns their number. */
  sweep(before: number, limit: number): Promise<number>;
  /** Newest first. */
  list(query: AuditQuery): Promise<readonly ListedAuditEntry[]>;
  /**
   * Replaces the name of a person as actor or subject, which is the only change to an entry. What happened and when stays;
   * who it was is forgotten. Returns the number of entries.
   */
  rename(from: string, to: string): Promise<number>;
}

/** Named values of the deployment, such as the proof that the key ring belongs to the store. */
export interface FactRows {
  get(name: string): Promise<string | undefined>;
  /** Keeps the first value, and returns it. */
  setOnce(name: string, value: string): Promise<string>;
  set(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Values whose names begin with this prefix, which ends with a slash. */
  under(prefix: string): Promise<readonly { readonly name: string; readonly value: string }[]>;
}

/** The tables with ciphertext. */
export type SealedTable =
  | 'authorizations'
  | 'connections'
  | 'errands'
  | 'outbox'
  | 'sessions'
  | 'botState'
  | 'settings';

/** Ciphertext of any table and its context. */
export interface SealedRow {
  readonly table: SealedTable;
  /** Its id. For a setting, `kind/id`. */
  readonly row: string;
  /** Empty if the table has none. */
  readonly ownerKey: string;
  /** Empty if the table has none. */
  readonly integration: string;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

export interface Reseal {
  /** The row as it was read. */
  readonly row: SealedRow;
  readonly next: Pick<SealedRow, 'keyId' | 'sealed'>;
}

/** What sealing with another key needs. The rows keep their versions. */
export interface SealedRows {
  /** Up to `limit` rows of all tables that a key has sealed. */
  by(keyId: string, limit: number): Promise<readonly SealedRow[]>;
  /** Writes each row whose ciphertext is unchanged since it was read. Returns which ones were written. */
  reseal(changes: readonly Reseal[]): Promise<readonly boolean[]>;
  /** The number of rows that each key has sealed. */
  count(): Promise<ReadonlyMap<string, number>>;
}
