import type { Database } from './database.ts';
import type { SettingRows } from './store.ts';

export function settingRows(database: Database): SettingRows {
  const { build } = database;
  const all = (kind: string) => build.selectFrom('settings').selectAll().where('kind', '=', kind);
  return {
    byId: (kind, id) => database.first(all(kind).where('id', '=', id)),
    byLookup: (kind, lookup) => database.first(all(kind).where('lookup', '=', lookup)),
    list: (kind) => database.all(all(kind).orderBy('createdAt').orderBy('id')),
    count: async (kind) => {
      const count = build.selectFrom('settings').select((eb) => eb.fn.countAll<number>().as('count'));
      return (await database.first(count.where('kind', '=', kind)))?.count ?? 0;
    },
    hold: async (kind, ids) => {
      // always in the same order, to avoid deadlocks
      const rows = build
        .selectFrom('settings')
        .select('id')
        .where('kind', '=', kind)
        .where('id', 'in', ids)
        .orderBy('id');
      const held = await database.all(database.engine === 'postgres' ? rows.forUpdate() : rows);
      return held.map(({ id }) => id);
    },
    insert: async (row) => {
      const insert = build.insertInto('settings').values(row);
      return (await database.changed(insert.onConflict((on) => on.doNothing()))) === 1;
    },
    swap: async ({ kind, id, createdAt: _, ...changes }) => {
      const another = build
        .selectFrom('settings as other')
        .select('other.id')
        .where('other.kind', '=', kind)
        .where('other.lookup', '=', changes.lookup)
        .where('other.id', '<>', id);
      const update = build
        .updateTable('settings')
        .set(changes)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('version', '=', changes.version - 1)
        .where((eb) => eb.not(eb.exists(another)));
      return (await database.changed(update)) === 1;
    },
    remove: async (kind, id) =>
      (await database.changed(build.deleteFrom('settings').where('kind', '=', kind).where('id', '=', id))) === 1,
    sweep: (kind, before, limit) =>
      database.changed(
        build
          .deleteFrom('settings')
          .where('kind', '=', kind)
          .where('id', 'in', (eb) =>
            eb
              .selectFrom('settings')
              .select('id')
              .where('kind', '=', kind)
              .where('updatedAt', '<', before)
              .limit(limit),
          ),
      ),
  };
}
