import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { PendingActionRows } from './store.ts';

export function pendingActionRows(database: Database): PendingActionRows {
  const { build } = database;
  const all = () => build.selectFrom('pendingActions').selectAll();
  return {
    insert: async (row) => {
      await database.changed(build.insertInto('pendingActions').values(row));
    },
    byId: (id) => database.first(all().where('id', '=', id)),
    ofAuthorization: (authorizationId) =>
      database.all(all().where('authorizationId', '=', authorizationId).orderBy('createdAt').orderBy('id')),
    swap: async ({ id, ...changes }) => {
      const stored = changes.version - 1;
      const update = build.updateTable('pendingActions').set(changes);
      return (await database.changed(update.where('id', '=', id).where('version', '=', stored))) === 1;
    },
    stuck: (before, limit) =>
      database.all(
        all()
          .where('status', '=', sql.lit('running'))
          .where('updatedAt', '<', before)
          .orderBy('updatedAt')
          .orderBy('id')
          .limit(limit),
      ),
    sweep: (before, limit) =>
      database.changed(
        build
          .deleteFrom('pendingActions')
          .where('id', 'in', (eb) =>
            eb
              .selectFrom('pendingActions')
              .select('id')
              .where('updatedAt', '<', before)
              .orderBy('updatedAt')
              .limit(limit),
          ),
      ),
    removeOf: async (ownerKey) => {
      const removed = build.deleteFrom('pendingActions').where('ownerKey', '=', ownerKey).returning('id');
      return (await database.all(removed)).map(({ id }) => id);
    },
  };
}
