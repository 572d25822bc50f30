import { ownerKey } from '../model/owner.ts';
import type { PendingAction } from '../model/pending-action.ts';
import type { PendingActionRow, PendingActionRows } from '../stores/store.ts';
import { agrees } from './agrees.ts';
import type { SealContext } from './cipher.ts';
import type { Opened, Sealer } from './sealer.ts';

export interface PendingActionVault {
  insert(action: PendingAction): Promise<void>;
  byId(id: string): Promise<PendingAction | undefined>;
  /** In the order they were asked for. */
  ofAuthorization(authorizationId: string): Promise<readonly PendingAction[]>;
  /** True where the stored version was `next.version - 1`: this caller was first. */
  swap(next: PendingAction): Promise<boolean>;
  /** Running ones untouched since `before`: their process died. */
  stuck(before: number, limit: number): Promise<readonly PendingAction[]>;
  /** Deletes all untouched since. Returns how many. */
  sweep(before: number, limit: number): Promise<number>;
  /** Deletes all of an owner, also what does not open any more. Answers their ids. */
  removeOf(ownerKey: string): Promise<readonly string[]>;
}

export function pendingActionVault(rows: PendingActionRows, sealer: Sealer): PendingActionVault {
  const sealed = (action: PendingAction): PendingActionRow => {
    const columns = columnsOf(action);
    return { ...columns, ...sealer.seal(contextOf(columns), 'pendingAction', action) };
  };
  const opened = (row: PendingActionRow): Opened<PendingAction> => {
    const answer = sealer.open(contextOf(row), 'pendingAction', row);
    if (answer.status !== 'open' || agrees(columnsOf(answer.record), row)) return answer;
    sealer.broken(contextOf(row));
    return { status: 'broken' };
  };
  const one = (row: PendingActionRow | undefined): PendingAction | undefined => {
    const answer = row === undefined ? undefined : opened(row);
    return answer?.status === 'open' ? answer.record : undefined;
  };
  return {
    insert: (action) => rows.insert(sealed(action)),
    byId: async (id) => one(await rows.byId(id)),
    ofAuthorization: async (id) => (await rows.ofAuthorization(id)).flatMap((row) => one(row) ?? []),
    swap: (next) => rows.swap(sealed(next)),
    stuck: async (before, limit) => {
      const stuck: PendingAction[] = [];
      for (const row of await rows.stuck(before, limit)) {
        const answer = opened(row);
        if (answer.status === 'open') stuck.push(answer.record);
        // nobody can tell its conversation any more, and it would stay in the way of the others for ever
        if (answer.status === 'broken') await rows.swap({ ...row, version: row.version + 1, status: 'failed' });
      }
      return stuck;
    },
    sweep: (before, limit) => rows.sweep(before, limit),
    removeOf: (key) => rows.removeOf(key),
  };
}

type Columns = Omit<PendingActionRow, 'keyId' | 'sealed'>;

function columnsOf(action: PendingAction): Columns {
  return {
    id: action.id,
    version: action.version,
    authorizationId: action.authorizationId,
    ownerKey: ownerKey(action.owner),
    actionId: action.actionId,
    mode: action.mode,
    status: action.status,
    createdAt: action.createdAt,
    updatedAt: action.updatedAt,
  };
}

function contextOf(row: Columns): SealContext {
  return { table: 'pendingActions', column: 'sealed', row: row.id, owner: row.ownerKey, integration: '' };
}
