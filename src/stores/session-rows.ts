import type { Database } from './database.ts';
import type { SessionRows } from './store.ts';

export function sessionRows(database: Database): SessionRows {
  const { build } = database;
  return {
    get: (sidHash, now) =>
      database.first(
        build.selectFrom('sessions').selectAll().where('sidHash', '=', sidHash).where('expiresAt', '>', now),
      ),
    set: async (row) => {
      const { sidHash: _, ...changes } = row;
      const insert = build.insertInto('sessions').values(row);
      await database.changed(insert.onConflict((on) => on.column('sidHash').doUpdateSet(changes)));
    },
    remove: async (sidHash) => {
      await database.changed(build.deleteFrom('sessions').where('sidHash', '=', sidHash));
    },
    sweep: (now, limit) =>
      database.changed(
        build
          .deleteFrom('sessions')
          .where('sidHash', 'in', (eb) =>
            eb.selectFrom('sessions').select('sidHash').where('expiresAt', '<=', now).orderBy('expiresAt').limit(limit),
          ),
      ),
  };
}
