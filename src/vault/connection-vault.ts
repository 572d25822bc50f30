import type { Connection } from '../model/connection.ts';
import type { Credential } from '../model/credential.ts';
import { ownerKey } from '../model/owner.ts';
import type { Setup } from '../model/setup.ts';
import type { ConnectionPage, ConnectionRow, ConnectionRows, DueWarning, UsedConnectionRow } from '../stores/store.ts';
import type { SealContext } from './cipher.ts';
import { type ConnectionFacts, pack, unpack } from './records.ts';
import type { Sealer } from './sealer.ts';
import { SETUP, type SetupVault } from './setup-vault.ts';

export interface ConnectionVault {
  /** The connection to use: the default one, or else the newest. */
  current(ownerKey: string, integration: string): Promise<UsableConnection | undefined>;
  /** The same, and the developer's set-up of the integration, in one read. */
  currentDecided(ownerKey: string, integration: string): Promise<DecidedConnection>;
  /** Opens a row that was read together with something else. */
  usable(row: UsedConnectionRow | undefined, place: Place): UsableConnection | undefined;
  byId(id: string): Promise<StoredConnection | undefined>;
  /** All connections of an owner, by integration and age. Opens no credential. */
  list(ownerKey: string): Promise<readonly Connection[]>;
  /** True if the owner has any. None of them is deleted before the transaction ends. */
  hold(ownerKey: string): Promise<boolean>;
  /** All connections to this account, at any of its sites. Reads no credential. */
  listAccount(place: {
    readonly integration: string;
    readonly tenant?: string | undefined;
    /** The product's id of the account. */
    readonly account: string;
  }): Promise<readonly Connection[]>;
  /** Everybody's connections after an id, by id. Reads no credential. */
  listAll(page: ConnectionPage): Promise<readonly Connection[]>;
  /**
   * Inserts it, or replaces the connection of the same owner, integration, tenant, account and site, which keeps its id and
   * age. Returns the connection as it is stored.
   */
  save(connection: Omit<Connection, 'version'>, credential: Credential): Promise<Connection>;
  /** Like `save`, and returns what it replaced. */
  saveOver(
    connection: Omit<Connection, 'version'>,
    credential: Credential,
  ): Promise<{
    readonly saved: Connection;
    readonly replaced?: StoredConnection;
    /** It is the owner's only connection to this product, so it is already the one to use. */
    readonly isOnly: boolean;
  }>;
  /**
   * True if the stored version was `next.version - 1`, so no other process was first. A renewal in progress loses its lease.
   */
  swap(next: Connection, credential: Credential): Promise<boolean>;
  /**
   * Like `swap`, but `next` may be at another site. Also false during a renewal, whose new token would be lost, and if the
   * owner already has a connection at that site.
   */
  relocate(next: Connection, credential: Credential, now: number): Promise<boolean>;
  /** Takes the lease to renew this version, if nobody holds it at `now`. */
  lease(connection: Connection, leaseOwner: string, now: number, until: number): Promise<boolean>;
  /** Like `swap`, but only for the holder of the lease, which ends. */
  renewed(next: Connection, credential: Credential, leaseOwner: string): Promise<boolean>;
  /** Releases the lease; `notBefore` keeps others from renewing before that time. */
  release(id: string, leaseOwner: string, notBefore: number | null): Promise<void>;
  /** Connections whose `warnAt` has passed, the earliest first. */
  dueWarnings(now: number, limit: number): Promise<readonly DueWarning[]>;
  /** Writes `warnAt` if it is still `from`, whatever the version. True if no other process was first. */
  setWarning(id: string, from: number, warnAt: number | undefined): Promise<boolean>;
  /** Makes it the one that `current` returns. */
  makeDefault(connection: Connection): Promise<void>;
  /** Deletes it, whether or not it can be opened. */
  remove(id: string): Promise<RemovedConnection | undefined>;
  /** Deletes all of an owner, including those that cannot be opened. */
  removeOf(ownerKey: string): Promise<readonly RemovedConnection[]>;
}

export interface RemovedConnection {
  readonly id: string;
  /** The final state, including a renewal in the meantime. Absent if it cannot be opened. */
  readonly stored?: StoredConnection;
}

/** What is needed to use a connection. */
export interface UsableConnection {
  readonly connection: Omit<Connection, 'createdAt' | 'warnAt'>;
  readonly credential: Credential;
}

export interface StoredConnection extends UsableConnection {
  readonly connection: Connection;
  readonly credential: Credential;
  readonly leaseUntil: number | null;
  readonly leaseOwner: string | null;
}

interface DecidedConnection {
  readonly setup: Setup | undefined;
  readonly stored: UsableConnection | undefined;
}

export function connectionVault(
  rows: ConnectionRows,
  sealer: Sealer,
  setups: Pick<SetupVault, 'opened'>,
): ConnectionVault {
  const sealed = (connection: Connection, credential: Credential): ConnectionRow => {
    const columns = columnsOf(connection);
    const { conversation } = connection;
    const record = { facts: factsOf(connection), credential, ...(conversation === undefined ? {} : { conversation }) };
    return { ...columns, ...sealer.seal(contextOf(columns), 'connection', record) };
  };
  const usable = (
    row: UsedConnectionRow | undefined,
    { ownerKey, integration }: Place,
  ): UsableConnection | undefined => {
    if (row === undefined) return undefined;
    const answer = sealer.open(contextOf({ id: row.id, ownerKey, integration }), 'connection', row);
    if (answer.status !== 'open') return undefined;
    const { facts, credential, conversation } = answer.record;
    const connection = usableOf(row, integration, facts);
    return { connection: conversation === undefined ? connection : { ...connection, conversation }, credential };
  };
  const opened = (row: ConnectionRow): StoredConnection | undefined => {
    const used = usable(row, row);
    if (used === undefined) return undefined;
    const { leaseUntil, leaseOwner } = row;
    return { connection: { ...used.connection, ...lifeOf(row) }, credential: used.credential, leaseUntil, leaseOwner };
  };
  const removed = (row: ConnectionRow): RemovedConnection => {
    const stored = opened(row);
    return { id: row.id, ...(stored === undefined ? {} : { stored }) };
  };
  const saveOver: ConnectionVault['saveOver'] = async (connection, credential) => {
    const key = ownerKey(connection.owner);
    // repeats if another process was first
    for (;;) {
      const there = await rows.at(key, connection.integration);
      const account = accountKey(connection);
      const present = there.find((row) => row.accountKey === account);
      const isOnly = there.every((row) => row === present);
      if (present === undefined) {
        const first = { ...connection, version: 1 };
        if (await rows.insert(sealed(first, credential))) return { saved: first, isOnly };
        continue;
      }
      const { id, createdAt } = present;
      const saved = { ...connection, id, createdAt, version: present.version + 1 };
      if (!(await rows.swap(sealed(saved, credential)))) continue;
      const replaced = opened(present);
      return { saved, isOnly, ...(replaced === undefined ? {} : { replaced }) };
    }
  };
  return {
    current: async (key, integration) => usable(await rows.current(key, integration), { ownerKey: key, integration }),
    currentDecided: async (key, integration) => {
      const row = await rows.currentDecided(key, integration, SETUP);
      return {
        setup: row && setups.opened(row.setting),
        stored: usable(row?.connection, { ownerKey: key, integration }),
      };
    },
    usable,
    byId: async (id) => {
      const row = await rows.byId(id);
      return row && opened(row);
    },
    list: async (key) => (await rows.list(key)).flatMap(listed),
    hold: (key) => rows.hold(key),
    listAccount: async ({ integration, tenant, account }) =>
      (await rows.listAccount(integration, partsKey([tenant ?? '', account]))).flatMap(listed),
    listAll: async (page) => {
      let { after } = page;
      for (;;) {
        const found = await rows.listAll({ ...page, ...(after === undefined ? {} : { after }) });
        const readable = found.flatMap(listed);
        // a page without readable rows is not the last one
        if (readable.length > 0 || found.length < page.limit) return readable;
        after = found.at(-1)?.id;
      }
    },
    save: async (connection, credential) => (await saveOver(connection, credential)).saved,
    saveOver,
    swap: (next, credential) => rows.swap(sealed(next, credential)),
    relocate: (next, credential, now) => rows.relocate(sealed(next, credential), now),
    lease: ({ id, version }, leaseOwner, now, until) => rows.lease(id, version, leaseOwner, now, until),
    renewed: (next, credential, leaseOwner) => rows.swapLeased(sealed(next, credential), leaseOwner),
    release: (id, leaseOwner, notBefore) => rows.release(id, leaseOwner, notBefore),
    dueWarnings: (now, limit) => rows.dueWarnings(now, limit),
    setWarning: (id, from, warnAt) => rows.setWarning(id, from, warnAt ?? null),
    makeDefault: ({ owner, integration, id }) => rows.makeDefault(ownerKey(owner), integration, id),
    remove: async (id) => {
      const row = await rows.remove(id);
      return row === undefined ? undefined : removed(row);
    },
    removeOf: async (key) => (await rows.removeOf(key)).map(removed),
  };
}

type Columns = Omit<ConnectionRow, 'keyId' | 'sealed'>;
type ListedRow = Omit<ConnectionRow, 'sealed'>;
/** What identifies a row. */
type Place = Pick<ConnectionRow, 'ownerKey' | 'integration'>;

function columnsOf(connection: Connection): Columns {
  return {
    id: connection.id,
    version: connection.version,
    ownerKey: ownerKey(connection.owner),
    integration: connection.integration,
    accountKey: accountKey(connection),
    status: connection.status,
    details: pack('connectionFacts', factsOf(connection)),
    isDefault: 0,
    expiresAt: connection.expiresAt ?? null,
    warnAt: connection.warnAt ?? null,
    createdAt: connection.createdAt,
    updatedAt: connection.updatedAt,
    leaseOwner: null,
    leaseUntil: null,
  };
}

/** Each part is preceded by its length. An account's id is unique only within its tenant. */
function accountKey({ tenant, account, site }: Pick<Connection, 'tenant' | 'account' | 'site'>): string {
  return partsKey([tenant ?? '', account.id, site?.id ?? '']);
}

function partsKey(parts: readonly string[]): string {
  return parts.map((part) => `/${part.length}:${part}`).join('');
}

function factsOf(connection: Omit<Connection, 'version'>): ConnectionFacts {
  const { owner, ownerName, profile, account, tenant, site, scopes, grant } = connection;
  return {
    owner,
    ...(ownerName === undefined ? {} : { ownerName }),
    profile,
    account,
    ...(tenant === undefined ? {} : { tenant }),
    ...(site === undefined ? {} : { site }),
    scopes,
    ...(grant === undefined ? {} : { grant }),
  };
}

function listed(row: ListedRow): readonly Connection[] {
  const facts = unpack('connectionFacts', row.details);
  return facts === undefined ? [] : [{ ...usableOf(row, row.integration, facts), ...lifeOf(row) }];
}

function usableOf(
  row: Omit<UsedConnectionRow, 'sealed'>,
  integration: string,
  facts: ConnectionFacts,
): UsableConnection['connection'] {
  return {
    id: row.id,
    version: row.version,
    integration,
    ...facts,
    status: row.status === 'active' ? 'active' : 'needs_reauth',
    ...(row.expiresAt === null ? {} : { expiresAt: row.expiresAt }),
    updatedAt: row.updatedAt,
  };
}

function lifeOf({ warnAt, createdAt }: ListedRow): Pick<Connection, 'warnAt' | 'createdAt'> {
  return { ...(warnAt === null ? {} : { warnAt }), createdAt };
}

function contextOf(row: Pick<ConnectionRow, 'id' | 'ownerKey' | 'integration'>): SealContext {
  return { table: 'connections', column: 'sealed', row: row.id, owner: row.ownerKey, integration: row.integration };
}
