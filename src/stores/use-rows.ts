import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { UseRows } from './store.ts';

export function useRows(database: Database): UseRows {
  const { build } = database;
  return {
    note: async (uses) => {
      for (const use of uses) {
        // one that was removed meanwhile leaves nothing behind
        const present = build
          .selectFrom('connections')
          .select(['id', sql<number>`cast(${use.at} as bigint)`.as('at')])
          .where('id', '=', use.connectionId);
        const insert = build.insertInto('uses').columns(['connectionId', 'at']).expression(present);
        await database.changed(
          insert.onConflict((on) =>
            on.column('connectionId').doUpdateSet({ at: use.at }).where('uses.at', '<', use.at),
          ),
        );
      }
    },
    of: (connectionIds) =>
      connectionIds.length === 0
        ? Promise.resolve([])
        : database.all(build.selectFrom('uses').selectAll().where('connectionId', 'in', connectionIds)),
  };
}
