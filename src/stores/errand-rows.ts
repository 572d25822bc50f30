import type { Kysely } from 'kysely';
import type { ErrandStatus } from '../model/errand.ts';
import { compiledOnce, type Database, valuesLike } from './database.ts';
import type { Schema } from './schema.ts';
import type { ErrandRow, ErrandRows, UsedConnectionRow } from './store.ts';

/** The columns that can change. */
const CHANGING = {
  version: 0,
  status: '',
  open: 0,
  authorizationId: null,
  dueAt: null,
  updatedAt: 0,
  keyId: '',
  sealed: new Uint8Array(),
} as const satisfies Partial<ErrandRow>;
const WHOLE: ErrandRow = {
  id: '',
  ownerKey: '',
  conversationKey: '',
  integration: '',
  actionId: null,
  begunBy: null,
  createdAt: 0,
  ...CHANGING,
};
const wholeOf = valuesLike(WHOLE);
const changingOf = valuesLike<Pick<ErrandRow, keyof typeof CHANGING>>(CHANGING);
const NAMES = Object.keys(WHOLE) as (keyof ErrandRow)[];

/** For one person in one conversation. Somebody with thousands of requests must not make every turn read them all. */
const MOST_HERE = 100;

/** A process that does not know the action can neither ask its questions nor run it. */
const TO_RUN: readonly ErrandStatus[] = ['asking', 'waiting', 'ready'];

const all = (build: Kysely<Schema>) => build.selectFrom('errands').select(NAMES);
const byId = compiledOnce((build) => all(build).where('id', '=', ''));
const insert = compiledOnce((build) =>
  build
    .insertInto('errands')
    .values(WHOLE)
    .onConflict((on) => on.columns(['conversationKey', 'begunBy']).doNothing()),
);
const here = compiledOnce((build) =>
  all(build)
    .where('ownerKey', '=', '')
    .where('conversationKey', '=', '')
    .where((eb) => eb.or([eb('open', '=', eb.lit(1)), eb('updatedAt', '>=', 0)]))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit((eb) => eb.lit(MOST_HERE)),
);
// a turn that asks for an action reads the open errands and the connection together
const hereWith = compiledOnce((build) =>
  build
    .selectFrom(build.selectNoFrom((eb) => eb.lit(1).as('one')).as('turn'))
    .leftJoin(
      build
        .selectFrom('connections')
        .select([
          'id as usedId',
          'version as usedVersion',
          'status as usedStatus',
          'expiresAt as usedExpiresAt',
          'updatedAt as usedUpdatedAt',
          'sealed as usedSealed',
        ])
        .where('ownerKey', '=', '')
        .where('integration', '=', '')
        .orderBy('isDefault', 'desc')
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit((eb) => eb.lit(1))
        .as('used'),
      (join) => join.onTrue(),
    )
    .leftJoin('errands', (join) =>
      join
        .on('errands.ownerKey', '=', '')
        .on('errands.conversationKey', '=', '')
        .on((eb) => eb.or([eb('errands.open', '=', eb.lit(1)), eb('errands.updatedAt', '>=', 0)])),
    )
    .selectAll('used')
    .select(NAMES.map((name) => `errands.${name}` as const))
    .orderBy('errands.createdAt', 'desc')
    .orderBy('errands.id', 'desc')
    .limit((eb) => eb.lit(MOST_HERE)),
);
const waitingForOne = compiledOnce((build) =>
  all(build).where('authorizationId', '=', '').orderBy('createdAt').orderBy('id'),
);
const swap = compiledOnce((build) =>
  build.updateTable('errands').set(CHANGING).where('id', '=', '').where('version', '=', 0),
);

export function errandRows(database: Database): ErrandRows {
  const { build } = database;
  return {
    insert: async (row) => (await database.changed(insert(database, ...wholeOf(row)))) === 1,
    byId: (id) => database.first(byId(database, id)),
    here: async (ownerKey, conversationKey, endedSince) =>
      (await database.all(here(database, ownerKey, conversationKey, endedSince))).toReversed(),
    hereWith: async (ownerKey, conversationKey, endedSince, integration) => {
      const rows = await database.all(hereWith(database, ownerKey, integration, ownerKey, conversationKey, endedSince));
      return { errands: rows.filter(isErrand).toReversed(), connection: usedIn(rows[0]) };
    },
    lastOf: (ownerKey) =>
      database.first(
        all(build).where('ownerKey', '=', ownerKey).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1),
      ),
    waitingFor: async (authorizationIds) => {
      const [first, second] = authorizationIds;
      if (first === undefined) return [];
      if (second === undefined) return database.all(waitingForOne(database, first));
      return database.all(
        all(build).where('authorizationId', 'in', authorizationIds).orderBy('createdAt').orderBy('id'),
      );
    },
    swap: async (version, row) => (await database.changed(swap(database, ...changingOf(row), row.id, version))) === 1,
    due: (now, limit, { newestFirst = false, toRun } = {}) => {
      const order = newestFirst ? 'desc' : 'asc';
      const whatever = all(build).where('dueAt', '<=', now);
      const due =
        toRun === undefined
          ? whatever
          : whatever.where(({ eb, or }) =>
              or([
                eb('status', 'not in', TO_RUN),
                eb('actionId', 'is', null),
                eb('dueAt', '<=', toRun.orBefore),
                ...(toRun.actions.length === 0 ? [] : [eb('actionId', 'in', toRun.actions)]),
              ]),
            );
      return database.all(due.orderBy('dueAt', order).orderBy('id', order).limit(limit));
    },
    sweepEnded: (before, limit) =>
      database.changed(
        build.deleteFrom('errands').where('id', 'in', (eb) =>
          eb
            .selectFrom('errands')
            .select('id')
            .where('open', '=', (open) => open.lit(0))
            .where('updatedAt', '<', before)
            .orderBy('updatedAt')
            .limit(limit),
        ),
      ),
    trim: (ownerKey, conversationKey, before) =>
      database.changed(
        build
          .deleteFrom('errands')
          .where('ownerKey', '=', ownerKey)
          .where('conversationKey', '=', conversationKey)
          .where('open', '=', (open) => open.lit(0))
          .where('updatedAt', '<', before),
      ),
    isFull: async (source, places) => {
      const open = build
        .selectFrom('errands')
        .select((eb) => eb.lit(1).as('one'))
        // every open one is due some day, and few others: their index is short
        .where('dueAt', 'is not', null)
        .where('ownerKey', '>=', source)
        // `:` follows the digits with which the rest of a key begins, in byte order
        .where('ownerKey', '<', `${source}:`)
        .limit(places);
      const counted = build.selectFrom(open.as('open')).select((eb) => eb.fn.countAll<number>().as('count'));
      return Number((await database.first(counted))?.count ?? 0) >= places;
    },
    removeOf: (ownerKey) => database.changed(build.deleteFrom('errands').where('ownerKey', '=', ownerKey)),
  };
}

function isErrand<Row extends { readonly id: string | null }>(row: Row): row is Row & ErrandRow {
  return row.id !== null;
}

type Used = {
  readonly [Name in keyof UsedConnectionRow as `used${Capitalize<Name>}`]: UsedConnectionRow[Name] | null;
};

function usedIn(row: Used | undefined): UsedConnectionRow | undefined {
  if (row === undefined) return undefined;
  const { usedId: id, usedVersion: version, usedStatus: status, usedUpdatedAt: updatedAt, usedSealed: sealed } = row;
  if (id === null || version === null || status === null || updatedAt === null || sealed === null) return undefined;
  return { id, version, status, expiresAt: row.usedExpiresAt, updatedAt, sealed };
}
