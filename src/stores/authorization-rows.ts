import type { Kysely } from 'kysely';
import { compiledOnce, type Database, valuesLike } from './database.ts';
import { isHeld } from './is-held.ts';
import type { Schema } from './schema.ts';
import type { AuthorizationColumns, AuthorizationRow, AuthorizationRows } from './store.ts';

const all = (build: Kysely<Schema>) => build.selectFrom('authorizations').select(WHOLE_NAMES);
// a literal, because neither database uses an index "where open = 1" for a parameter
const open = (build: Kysely<Schema>) => all(build).where('open', '=', (eb) => eb.lit(1));

/** The columns that can change. */
const CHANGING = {
  version: 0,
  status: '',
  open: 0,
  linkHash: '',
  stateHash: null,
  updatedAt: 0,
  expiresAt: 0,
  sealed: new Uint8Array(),
} as const satisfies Partial<AuthorizationRow>;
const WHOLE: AuthorizationRow = {
  id: '',
  ownerKey: '',
  conversationKey: '',
  integration: '',
  createdAt: 0,
  keyId: '',
  ...CHANGING,
};
const wholeOf = valuesLike(WHOLE);
const WHOLE_NAMES = Object.keys(WHOLE) as (keyof AuthorizationRow)[];
const CHANGING_NAMES = Object.keys(CHANGING) as (keyof typeof CHANGING)[];

const byId = compiledOnce((build) => all(build).where('id', '=', ''));
const byLinkHash = compiledOnce((build) => all(build).where('linkHash', '=', ''));
const byStateHash = compiledOnce((build) => all(build).where('stateHash', '=', ''));
const openOf = compiledOnce((build) => open(build).where('ownerKey', '=', '').orderBy('createdAt').orderBy('id'));
const insert = compiledOnce((build) => build.insertInto('authorizations').values({ ...WHOLE, source: '' }));
const insertUnlessTaken = compiledOnce((build) =>
  build
    .insertInto('authorizations')
    .values({ ...WHOLE, source: '', slot: '' })
    .onConflict((on) => on.column('slot').doNothing()),
);
const placesOf = (build: Kysely<Schema>) =>
  build
    .selectFrom('authorizations')
    .where('open', '=', (eb) => eb.lit(1))
    .where('source', '=', '')
    .where('expiresAt', '>', 0);
const placesTaken = compiledOnce((build) =>
  build
    .selectFrom(placesOf(build).select('id').limit(1).as('taken'))
    .select((eb) => eb.fn.countAll<number>().as('count')),
);
const oldestNewFrom = compiledOnce((build) =>
  placesOf(build).select(WHOLE_NAMES).where('status', '=', '').orderBy('expiresAt').orderBy('id').limit(1),
);
const leaveSlot = compiledOnce((build) => build.updateTable('authorizations').set({ slot: null }).where('id', '=', ''));

/** Only changed columns are written: writing an unchanged one would update its index for nothing. */
const swaps = new Map<string, { readonly sameKey: Swap; readonly otherKey: Swap }>();

type Swap = ReturnType<typeof swapOf>;

function swapOf(changed: readonly (keyof typeof CHANGING)[], key: 'same' | 'other') {
  const values = Object.fromEntries(changed.map((name) => [name, CHANGING[name]]));
  const ends = changed.includes('open');
  return compiledOnce((build) =>
    build
      .updateTable('authorizations')
      .set(values)
      .$if(key === 'other', (update) => update.set({ keyId: '' }))
      // the next attempt may begin
      .$if(ends, (update) => update.set({ slot: (eb) => eb.lit(null) }))
      .where('id', '=', '')
      .where('version', '=', 0)
      .$if(key === 'same', (update) => update.where('keyId', '=', '')),
  );
}

/** The key is nearly always the one that sealed the row before. */
async function swap(database: Database, from: AuthorizationColumns, to: AuthorizationRow): Promise<boolean> {
  const before: Partial<AuthorizationRow> = from;
  const changed = CHANGING_NAMES.filter((name) => before[name] !== to[name]);
  const names = changed.join();
  const statements = swaps.get(names) ?? { sameKey: swapOf(changed, 'same'), otherKey: swapOf(changed, 'other') };
  swaps.set(names, statements);
  const values = changed.map((name) => to[name]);
  const { id, version } = from;
  if ((await database.changed(statements.sameKey(database, ...values, id, version, to.keyId))) === 1) return true;
  return (await database.changed(statements.otherKey(database, ...values, to.keyId, id, version))) === 1;
}

export function authorizationRows(database: Database): AuthorizationRows {
  const { build } = database;
  return {
    insert: async (row, source) => {
      await database.changed(insert(database, ...wholeOf(row), source));
    },
    begin: async (row, source, slot, olderId) => {
      const begun = async (inner: Database) =>
        (await inner.changed(insertUnlessTaken(inner, ...wholeOf(row), source, slot))) === 1;
      if (olderId === undefined) return begun(database);
      return database.transaction(async (inner) => {
        await inner.changed(leaveSlot(inner, null, olderId));
        return begun(inner);
      });
    },
    byId: (id) => database.first(byId(database, id)),
    byLinkHash: (linkHash) => database.first(byLinkHash(database, linkHash)),
    byStateHash: (stateHash) => database.first(byStateHash(database, stateHash)),
    openOf: (ownerKey) => database.all(openOf(database, ownerKey)),
    swap: (from, to) => swap(database, from, to),
    due: (now, stuckBefore, limit) =>
      database.all(
        open(build)
          .where((eb) =>
            eb.or([
              eb('expiresAt', '<=', now),
              eb.and([eb('status', '=', 'exchanging'), eb('updatedAt', '<', stuckBefore)]),
            ]),
          )
          .orderBy('createdAt')
          .orderBy('id')
          .limit(limit),
      ),
    begunOf: (ownerKey, since, limit) =>
      database.all(
        all(build)
          .where('ownerKey', '=', ownerKey)
          .where('createdAt', '>=', since)
          .orderBy('createdAt', 'desc')
          .orderBy('id', 'desc')
          .limit(limit),
      ),
    hold: async (ownerKey) => {
      const own = build.selectFrom('authorizations').select('id').where('ownerKey', '=', ownerKey);
      // in the same order as other transactions, to avoid deadlocks
      return isHeld(database, own.orderBy('createdAt').orderBy('id'));
    },
    countOpen: async () => {
      const count = build.selectFrom('authorizations').select((eb) => eb.fn.countAll<number>().as('count'));
      return (await database.first(count.where('open', '=', (eb) => eb.lit(1))))?.count ?? 0;
    },
    isFull: async (source, now, places) =>
      ((await database.first(placesTaken(database, source, now, places)))?.count ?? 0) >= places,
    oldestNewFrom: (source, now) => database.first(oldestNewFrom(database, source, now, 'new', 1)),
    listOpen: (limit) => database.all(open(build).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit)),
    sweepEnded: (before, limit) =>
      database.changed(
        build.deleteFrom('authorizations').where('id', 'in', (eb) =>
          eb
            .selectFrom('authorizations')
            .select('id')
            .where('open', '=', (open) => open.lit(0))
            .where('updatedAt', '<', before)
            .orderBy('updatedAt')
            .limit(limit),
        ),
      ),
    removeOf: (ownerKey) =>
      database.all(build.deleteFrom('authorizations').where('ownerKey', '=', ownerKey).returningAll()),
  };
}
