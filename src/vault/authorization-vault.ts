import { type Authorization, isOpen } from '../model/authorization.ts';
import { ownerKey, sourceOf } from '../model/owner.ts';
import type { AuthorizationColumns, AuthorizationRow, AuthorizationRows } from '../stores/store.ts';
import { agrees } from './agrees.ts';
import type { SealContext } from './cipher.ts';
import type { Opened, Sealer } from './sealer.ts';

export interface AuthorizationVault {
  insert(authorization: Authorization): Promise<void>;
  /**
   * Inserts the one attempt of its owner at this integration. False if another process has begun one in the meantime. The
   * new attempt replaces `olderId`.
   */
  begin(authorization: Authorization, olderId?: string): Promise<boolean>;
  byId(id: string): Promise<Authorization | undefined>;
  byLinkHash(linkHash: string): Promise<Authorization | undefined>;
  byStateHash(stateHash: string): Promise<Authorization | undefined>;
  /** Open attempts of an owner, oldest first. */
  openOf(ownerKey: string): Promise<readonly Authorization[]>;
  /** True if `from` was still stored, so no other process was first. */
  swap(from: Authorization, to: Authorization): Promise<boolean>;
  /** Open attempts that have expired, and `exchanging` ones unchanged since `stuckBefore`. Oldest first. */
  due(now: number, stuckBefore: number, limit: number): Promise<readonly Authorization[]>;
  /** Attempts that an owner has begun since then, newest first. */
  begunOf(ownerKey: string, since: number, limit: number): Promise<readonly Authorization[]>;
  /** True if the owner has any. None of them is deleted before the transaction ends. */
  hold(ownerKey: string): Promise<boolean>;
  countOpen(): Promise<number>;
  /** True if a source (see `sourceOf`) has at least this many open attempts that have not expired at `now`. */
  isFull(source: string, now: number, places: number): Promise<boolean>;
  /** Among those, the unclaimed one that expires first. */
  oldestNewFrom(source: string, now: number): Promise<Authorization | undefined>;
  /** Everybody's open attempts, newest first. */
  listOpen(limit: number): Promise<readonly Authorization[]>;
  /** Deletes ended attempts that are unchanged since then. Returns their number. */
  sweepEnded(before: number, limit: number): Promise<number>;
  /** Deletes all attempts of an owner, including those that cannot be opened. */
  removeOf(ownerKey: string): Promise<readonly RemovedAuthorization[]>;
}

interface RemovedAuthorization {
  readonly id: string;
  /** The final state. Absent if it cannot be opened. */
  readonly authorization?: Authorization;
}

export function authorizationVault(rows: AuthorizationRows, sealer: Sealer): AuthorizationVault {
  const sealed = (authorization: Authorization): AuthorizationRow => {
    const columns = columnsOf(authorization);
    return { ...columns, ...sealer.seal(contextOf(columns), 'authorization', authorization) };
  };
  const opened = (row: AuthorizationRow): Opened<Authorization> => {
    const answer = sealer.open(contextOf(row), 'authorization', row);
    if (answer.status !== 'open' || agrees(columnsOf(answer.record), row)) return answer;
    sealer.broken(contextOf(row));
    return { status: 'broken' };
  };
  const one = (row: AuthorizationRow | undefined): Authorization | undefined => {
    const answer = row === undefined ? undefined : opened(row);
    return answer?.status === 'open' ? answer.record : undefined;
  };
  return {
    insert: (authorization) => rows.insert(sealed(authorization), sourceOf(authorization.owner)),
    begin: (authorization, olderId) => {
      const row = sealed(authorization);
      const slot = JSON.stringify([row.ownerKey, row.integration]);
      return rows.begin(row, sourceOf(authorization.owner), slot, olderId);
    },
    byId: async (id) => one(await rows.byId(id)),
    byLinkHash: async (linkHash) => one(await rows.byLinkHash(linkHash)),
    byStateHash: async (stateHash) => one(await rows.byStateHash(stateHash)),
    openOf: async (key) => (await rows.openOf(key)).flatMap((row) => one(row) ?? []),
    swap: (from, to) => rows.swap(columnsOf(from), sealed(to)),
    due: async (now, stuckBefore, limit) => {
      const due: Authorization[] = [];
      for (const row of await rows.due(now, stuckBefore, limit)) {
        const answer = opened(row);
        if (answer.status === 'open') due.push(answer.record);
        // it cannot be ended properly, and would block the others forever
        if (answer.status === 'broken')
          await rows.swap(row, { ...row, version: row.version + 1, status: 'failed', open: 0 });
      }
      return due;
    },
    begunOf: async (key, since, limit) => (await rows.begunOf(key, since, limit)).flatMap((row) => one(row) ?? []),
    hold: (key) => rows.hold(key),
    countOpen: () => rows.countOpen(),
    isFull: (source, now, places) => rows.isFull(source, now, places),
    oldestNewFrom: async (source, now) => one(await rows.oldestNewFrom(source, now)),
    listOpen: async (limit) => (await rows.listOpen(limit)).flatMap((row) => one(row) ?? []),
    sweepEnded: (before, limit) => rows.sweepEnded(before, limit),
    removeOf: async (key) =>
      (await rows.removeOf(key)).map((row) => {
        const authorization = one(row);
        return { id: row.id, ...(authorization === undefined ? {} : { authorization }) };
      }),
  };
}

function columnsOf(authorization: Authorization): AuthorizationColumns {
  return {
    id: authorization.id,
    version: authorization.version,
    status: authorization.status,
    open: isOpen(authorization) ? 1 : 0,
    ownerKey: ownerKey(authorization.owner),
    conversationKey: authorization.conversation.key,
    integration: authorization.integration,
    linkHash: authorization.linkHash,
    stateHash: 'stateHash' in authorization ? authorization.stateHash : null,
    createdAt: authorization.createdAt,
    updatedAt: authorization.updatedAt,
    expiresAt: authorization.expiresAt,
  };
}

function contextOf(row: AuthorizationColumns): SealContext {
  return { table: 'authorizations', column: 'sealed', row: row.id, owner: row.ownerKey, integration: row.integration };
}
