import type { Database } from './database.ts';
import type { BotStateRows } from './store.ts';

export function botStateRows(database: Database): BotStateRows {
  const { build } = database;
  return {
    byIds: (ids) =>
      ids.length === 0
        ? Promise.resolve([])
        : database.all(build.selectFrom('botState').selectAll().where('id', 'in', ids)),
    put: async (row, expected) => {
      const { id, ...changes } = row;
      if (expected === undefined) {
        const insert = build.insertInto('botState').values(row);
        return (await database.changed(insert.onConflict((on) => on.column('id').doUpdateSet(changes)))) === 1;
      }
      const update = build.updateTable('botState').set(changes).where('id', '=', id).where('eTag', '=', expected);
      return (await database.changed(update)) === 1;
    },
    remove: async (ids) => {
      if (ids.length > 0) await database.changed(build.deleteFrom('botState').where('id', 'in', ids));
    },
  };
}
