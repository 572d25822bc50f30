import { compiledOnce, type Database } from './database.ts';
import type { AuthorizationRows } from './store.ts';

export function authorizationRows(database: Database): AuthorizationRows {
  const { build } = database;
  const all = () => build.selectFrom('authorizations').selectAll();
  // a literal, because neither database uses an index "where open = 1" for a parameter
  const open = () => all().where('open', '=', (eb) => eb.lit(1));
  // asked in every turn of a chat
  const openOf = compiledOnce(() => open().where('ownerKey', '=', '').orderBy('createdAt').orderBy('id'));
  return {
    insert: async (row) => {
      await database.changed(build.insertInto('authorizations').values(row));
    },
    byId: (id) => database.first(all().where('id', '=', id)),
    byLinkHash: (linkHash) => database.first(all().where('linkHash', '=', linkHash)),
    byStateHash: (stateHash) => database.first(all().where('stateHash', '=', stateHash)),
    openOf: (ownerKey) => database.all(openOf(ownerKey)),
    swap: async ({ id, ...changes }) => {
      const stored = changes.version - 1;
      const update = build.updateTable('authorizations').set(changes);
      return (await database.changed(update.where('id', '=', id).where('version', '=', stored))) === 1;
    },
    due: (now, stuckBefore, limit) =>
      database.all(
        open()
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
    begunSince: async (ownerKey, since) => {
      const count = build.selectFrom('authorizations').select((eb) => eb.fn.countAll<number>().as('count'));
      const row = await database.first(count.where('ownerKey', '=', ownerKey).where('createdAt', '>=', since));
      return row?.count ?? 0;
    },
    countOpen: async () => {
      const count = build.selectFrom('authorizations').select((eb) => eb.fn.countAll<number>().as('count'));
      return (await database.first(count.where('open', '=', (eb) => eb.lit(1))))?.count ?? 0;
    },
    listOpen: (limit) => database.all(open().orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit)),
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
    removeOf: async (ownerKey) => {
      const removed = build.deleteFrom('authorizations').where('ownerKey', '=', ownerKey).returning('id');
      return (await database.all(removed)).map(({ id }) => id);
    },
  };
}
