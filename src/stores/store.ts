import type { Signal } from '../model/signal.ts';

/**
 * The plain port underneath: rows in, rows out, nothing understood and nothing secret in clear. `sealed` columns hold
 * ciphertext only. Every `swap` is a compare-and-swap on `version`: true means that no other process was first. Any verb may
 * throw StoreUnavailableError.
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
  /** Ids of all keys that some row is sealed with. */
  keyIds(): Promise<readonly string[]>;
  /** All or nothing. Only the given store may be used inside, and no call to the outside may be awaited. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Milliseconds since 1970, by the clock that all processes on this store share. */
  now(): Promise<number>;
  /** What is due at this time, in milliseconds since 1970, and not done. */
  backlog(now: number): Promise<readonly Backlog[]>;
  /** Writes, and answers when that is kept. */
  ping(): Promise<void>;
  /**
   * To be called now and then. After it has thrown, everything does.
   *
   * @throws StoreNewerError if a newer version has changed the tables meanwhile, and this one could not work with them
   */
  checkVersion(): Promise<void>;
  /**
   * Hears what other processes on this store have done, until what it resolves with is called. Some stores have no way to tell, and
   * some signals are lost: look now and then all the same.
   */
  listen(hear: (signal: Signal) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface AuthorizationRow {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  /** 1 while not ended. */
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

/** What of a row is stored in clear and says nothing about keys. */
export type AuthorizationColumns = Omit<AuthorizationRow, 'keyId' | 'sealed'>;

export interface AuthorizationRows {
  /** `source`: what the places are counted by. */
  insert(row: AuthorizationRow, source: string): Promise<void>;
  /**
   * Inserts one that takes a slot, of which there is one for each name, until it ends. False if another one holds it;
   * `olderId` gives it up for this one.
   */
  begin(row: AuthorizationRow, source: string, slot: string, olderId?: string): Promise<boolean>;
  byId(id: string): Promise<AuthorizationRow | undefined>;
  byLinkHash(linkHash: string): Promise<AuthorizationRow | undefined>;
  byStateHash(stateHash: string): Promise<AuthorizationRow | undefined>;
  /** Open ones of an owner, oldest first. */
  openOf(ownerKey: string): Promise<readonly AuthorizationRow[]>;
  /**
   * Writes what differs, where the stored version is that of `from`, a row as it was read; whose it is, and where and when
   * it began, stay as they are.
   */
  swap(from: AuthorizationColumns, to: AuthorizationRow): Promise<boolean>;
  /** Open ones past their expiry, or `exchanging` and unchanged since `stuckBefore`; oldest first. */
  due(now: number, stuckBefore: number, limit: number): Promise<readonly AuthorizationRow[]>;
  /** What an owner began since, newest first. */
  begunOf(ownerKey: string, since: number, limit: number): Promise<readonly AuthorizationRow[]>;
  /** True if the owner has any; none of them is deleted before the transaction ends. */
  hold(ownerKey: string): Promise<boolean>;
  countOpen(): Promise<number>;
  /** True if the source has as many open ones, not past their expiry at `now`. */
  isFull(source: string, now: number, places: number): Promise<boolean>;
  /** Of those, the one that ends first and whose link nobody has claimed. */
  oldestNewFrom(source: string, now: number): Promise<AuthorizationRow | undefined>;
  /** Open ones of everybody, newest first. */
  listOpen(limit: number): Promise<readonly AuthorizationRow[]>;
  /** Deletes ended ones unchanged since. Returns how many. */
  sweepEnded(before: number, limit: number): Promise<number>;
  /** Deletes all of an owner. Returns them in their final state. */
  removeOf(ownerKey: string): Promise<readonly AuthorizationRow[]>;
}

export interface ConnectionRow {
  readonly id: string;
  readonly version: number;
  readonly ownerKey: string;
  readonly integration: string;
  /** The product's id of the account; one connection per owner, integration, account and site. */
  readonly accountKey: string;
  readonly status: string;
  /** JSON, nothing secret: what a listing shows. */
  readonly details: string;
  readonly isDefault: 0 | 1;
  readonly expiresAt: number | null;
  /** When its owner has to be told that the grant will end. */
  readonly warnAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly leaseOwner: string | null;
  readonly leaseUntil: number | null;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

/** What using a connection takes. */
export type UsedConnectionRow = Pick<ConnectionRow, 'id' | 'version' | 'status' | 'expiresAt' | 'updatedAt' | 'sealed'>;

/** A connection and what the developer decided about its integration, as one read found them. */
interface DecidedConnectionRow {
  readonly setting: SettingRow;
  readonly connection: UsedConnectionRow | undefined;
}

export interface DueWarning {
  /** Of the connection. */
  readonly id: string;
  readonly warnAt: number;
}

export interface ConnectionRows {
  byId(id: string): Promise<ConnectionRow | undefined>;
  /** The one to use: the default one first, else the newest. A single indexed read. */
  current(ownerKey: string, integration: string): Promise<UsedConnectionRow | undefined>;
  /** The same, with the setting of this kind whose id is the integration's; undefined if there is no such setting. */
  currentDecided(ownerKey: string, integration: string, kind: string): Promise<DecidedConnectionRow | undefined>;
  /** An owner's at one integration, whatever the account. */
  at(ownerKey: string, integration: string): Promise<readonly ConnectionRow[]>;
  /** All of an owner, by integration and age. */
  list(ownerKey: string): Promise<readonly ConnectionRow[]>;
  /** True if the owner has any; none of them is deleted before the transaction ends. */
  hold(ownerKey: string): Promise<boolean>;
  /** Of everybody at an integration: those whose account key goes on after this with a slash; without what is sealed. */
  listAccount(integration: string, accountKey: string): Promise<readonly Omit<ConnectionRow, 'sealed'>[]>;
  /** Of everybody, by id, those after an id; without what is sealed. */
  listAll(page: ConnectionPage): Promise<readonly Omit<ConnectionRow, 'sealed'>[]>;
  /** Those whose `warnAt` has come, the earliest first. */
  dueWarnings(now: number, limit: number): Promise<readonly DueWarning[]>;
  /** Writes `warnAt` where it is still `from`, whatever the version. True: no other process was first. */
  setWarning(id: string, from: number, warnAt: number | null): Promise<boolean>;
  /** False if the owner's account is connected already. */
  insert(row: ConnectionRow): Promise<boolean>;
  /**
   * Writes `row` where the stored version is `row.version - 1`; what identifies it, its age and whether it is the
   * default one stay as they are.
   */
  swap(row: ConnectionRow): Promise<boolean>;
  /** Like swap, but only while `leaseOwner` holds the lease, which it gives back. */
  swapLeased(row: ConnectionRow, leaseOwner: string): Promise<boolean>;
  /**
   * Like swap, but `accountKey` is written too, and a lease and `warnAt` stay as they are. False also while somebody holds the lease at
   * `now`, and where the owner has another connection with that key.
   */
  relocate(row: ConnectionRow, now: number): Promise<boolean>;
  /** Takes the renewal lease where the version matches and no lease is held at `now`. */
  lease(id: string, version: number, leaseOwner: string, now: number, until: number): Promise<boolean>;
  /** Releases the lease; `notBefore` keeps others from trying again before that time. */
  release(id: string, leaseOwner: string, notBefore: number | null): Promise<void>;
  /** Makes it the one that `current` returns. */
  makeDefault(ownerKey: string, integration: string, id: string): Promise<void>;
  /** Deletes it. Returns it in its final state, with whatever a renewal has written meanwhile. */
  remove(id: string): Promise<ConnectionRow | undefined>;
  /** Deletes all of an owner. Returns them in their final state. */
  removeOf(ownerKey: string): Promise<readonly ConnectionRow[]>;
}

export interface ConnectionPage {
  readonly integration?: string;
  /** The last id of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** When a connection was last used. Written beside it, seldom and without a version, so that a use costs no turn anything. */
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
  /** 1 while not ended. */
  readonly open: 0 | 1;
  readonly ownerKey: string;
  readonly conversationKey: string;
  readonly integration: string;
  readonly actionId: string | null;
  /** The attempt to connect that it waits for. */
  readonly authorizationId: string | null;
  /** The activity that began it; unique within its conversation. */
  readonly begunBy: string | null;
  /** When somebody has to look at it. */
  readonly dueAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

export type ErrandColumns = Omit<ErrandRow, 'keyId' | 'sealed'>;

export interface DueErrands {
  readonly newestFirst?: boolean;
  /** Which of those that have not run yet: of these actions, and any that was due before then. Default: all. */
  readonly toRun?: { readonly actions: readonly string[]; readonly orBefore: number };
}

export interface ErrandRows {
  /** False if the same activity has begun one already. */
  insert(row: ErrandRow): Promise<boolean>;
  byId(id: string): Promise<ErrandRow | undefined>;
  /** Of an owner in a conversation, oldest first: open ones, and those that ended since. The newest 100 of them. */
  here(ownerKey: string, conversationKey: string, endedSince: number): Promise<readonly ErrandRow[]>;
  /** The same, with the connection that is used at an integration: one read for both. */
  hereWith(
    ownerKey: string,
    conversationKey: string,
    endedSince: number,
    integration: string,
  ): Promise<{ readonly errands: readonly ErrandRow[]; readonly connection: UsedConnectionRow | undefined }>;
  /** The newest of an owner, in any conversation. */
  lastOf(ownerKey: string): Promise<ErrandRow | undefined>;
  /** Those that wait for one of these attempts to connect, oldest first. */
  waitingFor(authorizationIds: readonly string[]): Promise<readonly ErrandRow[]>;
  /** Writes `row` where the stored version is `version`; whose it is, and where and how it began, stay as they are. */
  swap(version: number, row: ErrandRow): Promise<boolean>;
  /** Whose time has come, longest first, or shortest. */
  due(now: number, limit: number, which?: DueErrands): Promise<readonly ErrandRow[]>;
  /** Deletes ended ones unchanged since. Returns how many. */
  sweepEnded(before: number, limit: number): Promise<number>;
  /** The same of an owner in a conversation, all of them. */
  trim(ownerKey: string, conversationKey: string, before: number): Promise<number>;
  /** Deletes all of an owner. Returns how many. */
  removeOf(ownerKey: string): Promise<number>;
}

/** How much of a kind is due and not done. */
export interface Backlog {
  /** Of a row of the outbox, or `errand`. */
  readonly kind: string;
  readonly count: number;
  /** Milliseconds that the oldest has been due. */
  readonly oldestFor: number;
}

export interface OutboxRow {
  readonly id: string;
  /** A second enqueue with the same key changes nothing. */
  readonly dedupeKey: string;
  readonly kind: string;
  /** Who it is about; null where that is nobody. */
  readonly ownerKey: string | null;
  readonly attempts: number;
  readonly dueAt: number;
  readonly createdAt: number;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

/** Without any: all kinds, those first that have been due for longest. */
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
  /** Deletes what has this dedupe key, or one that goes on after it with a slash; whoever holds it. Returns how many. */
  removeBy(dedupeKey: string): Promise<number>;
  /** Deletes all that is about an owner; whoever holds it. Returns it. */
  removeOf(ownerKey: string): Promise<readonly OutboxRow[]>;
}

/** What the bot keeps for itself. */
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
  /** @param expected the `eTag` that must be there; undefined: whatever is there, or nothing */
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

/** What developers decided: setups, profiles, who may decide, and secrets of the deployment itself. */
export interface SettingRow {
  readonly kind: string;
  /** Unique within its kind. */
  readonly id: string;
  readonly version: number;
  /** What it is found by besides its id, unique within its kind. */
  readonly lookup: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

export interface SettingRows {
  byId(kind: string, id: string): Promise<SettingRow | undefined>;
  byLookup(kind: string, lookup: string): Promise<SettingRow | undefined>;
  /** All of a kind, oldest first. */
  list(kind: string): Promise<readonly SettingRow[]>;
  count(kind: string): Promise<number>;
  /** False if its id or its lookup is taken. */
  insert(row: SettingRow): Promise<boolean>;
  /** Writes `row` where the stored version is `row.version - 1` and its lookup is not another's; its age stays. */
  swap(row: SettingRow): Promise<boolean>;
  remove(kind: string, id: string): Promise<boolean>;
  /** Deletes those of a kind that are unchanged since. Returns how many. */
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
  /** Only entries that were appended before the one of this id. */
  readonly before?: number;
  readonly what?: string;
  readonly actor?: string;
  readonly subject?: string;
}

export interface AuditRows {
  append(entry: AuditEntry): Promise<void>;
  /** Deletes what is older than `before` among the `limit` oldest entries. Returns how many. */
  sweep(before: number, limit: number): Promise<number>;
  /** Newest first. */
  list(query: AuditQuery): Promise<readonly ListedAuditEntry[]>;
  /**
   * Writes another name for who did something, or who it was done to: the only change that an entry ever sees. Who, what
   * and when stay; who that was is forgotten. Returns in how many entries.
   */
  rename(from: string, to: string): Promise<number>;
}

/** Named values of the deployment itself, e.g. the proof that the key ring is the right one. */
export interface FactRows {
  get(name: string): Promise<string | undefined>;
  /** Keeps the first value; returns the one that is kept. */
  setOnce(name: string, value: string): Promise<string>;
  set(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Those whose names begin so; it ends with a slash. */
  under(prefix: string): Promise<readonly { readonly name: string; readonly value: string }[]>;
}

/** The tables that hold ciphertext. */
export type SealedTable =
  | 'authorizations'
  | 'connections'
  | 'errands'
  | 'outbox'
  | 'sessions'
  | 'botState'
  | 'settings';

/** Ciphertext of any table, with what it is bound to. */
export interface SealedRow {
  readonly table: SealedTable;
  /** Its id; `kind/id` of a setting. */
  readonly row: string;
  /** Empty if the table has none. */
  readonly ownerKey: string;
  /** Empty if the table has none. */
  readonly integration: string;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

export interface Reseal {
  /** As it was read. */
  readonly row: SealedRow;
  readonly next: Pick<SealedRow, 'keyId' | 'sealed'>;
}

/** What sealing with another key needs. The rows keep their versions, since nothing is decided about them. */
export interface SealedRows {
  /** Up to `limit` rows, of whatever tables, that a key seals. */
  by(keyId: string, limit: number): Promise<readonly SealedRow[]>;
  /** Writes each where the ciphertext is still the one that was read; answers in which ones it was. */
  reseal(changes: readonly Reseal[]): Promise<readonly boolean[]>;
  /** How many rows each key seals. */
  count(): Promise<ReadonlyMap<string, number>>;
}
