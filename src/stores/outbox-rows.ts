import { compiledOnce, type Database, valuesLike } from './database.ts';
import type { OutboxRow, OutboxRows } from './store.ts';

const COLUMNS = ['id', 'dedupeKey', 'kind', 'ownerKey', 'attempts', 'dueAt', 'createdAt', 'keyId', 'sealed'] as const;

const WHOLE = {
  id: '',
  dedupeKey: '',
  kind: '',
  ownerKey: null,
  attempts: 0,
  dueAt: 0,
  createdAt: 0,
  keyId: '',
  sealed: new Uint8Array(),
} as const satisfies OutboxRow;
const wholeOf = valuesLike<OutboxRow>(WHOLE);
const enqueue = compiledOnce((build) =>
  build
    .insertInto('outbox')
    .values(WHOLE)
    .onConflict((on) => on.column('dedupeKey').doNothing()),
);

export function outboxRows(database: Database): OutboxRows {
  const { build, engine } = database;
  return {
    enqueue: async (row) => {
      await database.changed(enqueue(database, ...wholeOf(row)));
    },
    claim: async (now, until, leaseOwner, limit, { kind, butNot, newestFirst = false } = {}) => {
      const order = newestFirst ? 'desc' : 'asc';
      const due = build
        .selectFrom('outbox')
        .select('id')
        .where('dueAt', '<=', now)
        .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
        .$if(kind !== undefined, (select) => select.where('kind', '=', kind ?? ''))
        .$if(butNot !== undefined, (select) => select.where('kind', 'not in', butNot ?? []))
        .orderBy('dueAt', order)
        .orderBy('createdAt', order)
        .orderBy('id', order)
        .limit(limit)
        .$if(engine === 'postgres', (select) => select.forUpdate().skipLocked());
      const claimed = await database.all(
        build
          .updateTable('outbox')
          .set((eb) => ({ leaseOwner, leaseUntil: until, attempts: eb('attempts', '+', 1) }))
          .where('id', 'in', due)
          // PostgreSQL does not repeat the inner select after it has waited for another worker's update
          .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
          .returning(COLUMNS),
      );
      return claimed.toSorted(oldestFirst);
    },
    finish: async (id, leaseOwner) => {
      const remove = build.deleteFrom('outbox').where('id', '=', id).where('leaseOwner', '=', leaseOwner);
      return (await database.changed(remove)) === 1;
    },
    postpone: async (id, leaseOwner, dueAt) => {
      const update = build.updateTable('outbox').set({ dueAt, leaseOwner: null, leaseUntil: null });
      return (await database.changed(update.where('id', '=', id).where('leaseOwner', '=', leaseOwner))) === 1;
    },
    removeBy: (dedupeKey) =>
      database.changed(
        build.deleteFrom('outbox').where((eb) =>
          eb.or([
            eb('dedupeKey', '=', dedupeKey),
            // `0` follows `/`, in byte order
            eb.and([eb('dedupeKey', '>', `${dedupeKey}/`), eb('dedupeKey', '<', `${dedupeKey}0`)]),
          ]),
        ),
      ),
    removeOf: async (ownerKey) => {
      const removed: OutboxRow[] = [];
      for (;;) {
        const remove = build.deleteFrom('outbox').where('ownerKey', '=', ownerKey).returning(COLUMNS);
        const rows = await database.all(remove);
        if (rows.length === 0) return removed;
        // the statement may have waited for a transaction that finished one row and added another
        removed.push(...rows);
      }
    },
  };
}

/** Neither database promises an order for what an update returns. */
function oldestFirst(a: OutboxRow, b: OutboxRow): number {
  return a.dueAt - b.dueAt || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
