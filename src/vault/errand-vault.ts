import { dueAtOf, type Errand } from '../model/errand.ts';
import { ownerKey } from '../model/owner.ts';
import type { DueErrands, ErrandColumns, ErrandRow, ErrandRows } from '../stores/store.ts';
import { agrees } from './agrees.ts';
import type { SealContext } from './cipher.ts';
import type { ConnectionVault, UsableConnection } from './connection-vault.ts';
import type { Opened, Sealer } from './sealer.ts';

export interface ErrandVault {
  /** False if the same activity has already begun one, because the channel delivered it twice. */
  begin(errand: Errand): Promise<boolean>;
  byId(id: string): Promise<Errand | undefined>;
  /** The newest 100 errands of an owner in a conversation that are open or have ended since then, oldest first. */
  here(ownerKey: string, conversationKey: string, endedSince: number): Promise<readonly Errand[]>;
  /** The same, and the connection to use at an integration, in one read. */
  hereWith(
    ownerKey: string,
    conversationKey: string,
    endedSince: number,
    integration: string,
  ): Promise<{ readonly here: readonly Errand[]; readonly stored: UsableConnection | undefined }>;
  /** The newest of an owner, in any conversation. */
  lastOf(ownerKey: string): Promise<Errand | undefined>;
  /** Errands that wait for one of these attempts to connect, oldest first. */
  waitingFor(...authorizationIds: readonly string[]): Promise<readonly Errand[]>;
  /** True if `from` was still stored, so no other process was first. */
  swap(from: Errand, to: Errand): Promise<boolean>;
  /** Errands that are due: something has to be said, nobody continues them, or they are too old. Sorted by `dueAt`. */
  due(now: number, limit: number, which?: DueErrands): Promise<readonly Errand[]>;
  /** Deletes ended errands that are unchanged since then. Returns their number. */
  sweepEnded(before: number, limit: number): Promise<number>;
  /** The same for all errands of an owner in a conversation. */
  trim(ownerKey: string, conversationKey: string, before: number): Promise<number>;
  isFull(source: string, places: number): Promise<boolean>;
  /** Deletes all errands of an owner, including those that cannot be opened. Returns their number. */
  removeOf(ownerKey: string): Promise<number>;
}

export function errandVault(
  rows: ErrandRows,
  sealer: Sealer,
  connections: Pick<ConnectionVault, 'usable'>,
): ErrandVault {
  const sealed = (errand: Errand): ErrandRow => {
    const columns = columnsOf(errand);
    return { ...columns, ...sealer.seal(contextOf(columns), 'errand', errand) };
  };
  const opened = (row: ErrandRow): Opened<Errand> => {
    const answer = sealer.open(contextOf(row), 'errand', row);
    if (answer.status !== 'open' || agrees(columnsOf(answer.record), row)) return answer;
    sealer.broken(contextOf(row));
    return { status: 'broken' };
  };
  const one = (row: ErrandRow): readonly Errand[] => {
    const answer = opened(row);
    return answer.status === 'open' ? [answer.record] : [];
  };
  return {
    begin: (errand) => rows.insert(sealed(errand)),
    byId: async (id) => {
      const row = await rows.byId(id);
      return row && one(row)[0];
    },
    here: async (owner, conversation, endedSince) =>
      (await rows.here(owner, conversation, endedSince)).flatMap((row) => one(row)),
    hereWith: async (ownerKey, conversation, endedSince, integration) => {
      const { errands, connection } = await rows.hereWith(ownerKey, conversation, endedSince, integration);
      const stored = connections.usable(connection, { ownerKey, integration });
      return { here: errands.flatMap((row) => one(row)), stored };
    },
    lastOf: async (owner) => {
      const row = await rows.lastOf(owner);
      return row && one(row)[0];
    },
    waitingFor: async (...ids) => (await rows.waitingFor(ids)).flatMap((row) => one(row)),
    swap: (from, to) => rows.swap(from.version, sealed(to)),
    due: async (now, limit, which) => {
      const due: Errand[] = [];
      for (const row of await rows.due(now, limit, which)) {
        const answer = opened(row);
        if (answer.status === 'open') due.push(answer.record);
        // it cannot be continued, and would block the others forever
        if (answer.status === 'broken') {
          const ended = { version: row.version + 1, status: 'ended', open: 0, dueAt: null } as const;
          await rows.swap(row.version, { ...row, ...ended });
        }
      }
      return due;
    },
    sweepEnded: (before, limit) => rows.sweepEnded(before, limit),
    trim: (key, conversation, before) => rows.trim(key, conversation, before),
    isFull: (source, places) => rows.isFull(source, places),
    removeOf: (key) => rows.removeOf(key),
  };
}

function columnsOf(errand: Errand): ErrandColumns {
  return {
    id: errand.id,
    version: errand.version,
    status: errand.status,
    open: errand.status === 'ended' ? 0 : 1,
    ownerKey: ownerKey(errand.owner),
    conversationKey: errand.conversation.key,
    integration: errand.integration,
    actionId: errand.actionId ?? null,
    authorizationId: errand.status === 'waiting' ? errand.authorizationId : null,
    begunBy: errand.begunBy ?? null,
    dueAt: dueAtOf(errand) ?? null,
    createdAt: errand.createdAt,
    updatedAt: errand.updatedAt,
  };
}

function contextOf(row: ErrandColumns): SealContext {
  return { table: 'errands', column: 'sealed', row: row.id, owner: row.ownerKey, integration: row.integration };
}
