import type { Database } from './database.ts';
import type { FactRows } from './store.ts';

export function factRows(database: Database): FactRows {
  const { build } = database;
  const get = async (name: string) =>
    (await database.first(build.selectFrom('facts').select('value').where('name', '=', name)))?.value;
  return {
    get,
    setOnce: async (name, value) => {
      const insert = build.insertInto('facts').values({ name, value });
      await database.changed(insert.onConflict((on) => on.column('name').doNothing()));
      return (await get(name)) ?? value;
    },
    set: async (name, value) => {
      const insert = build.insertInto('facts').values({ name, value });
      await database.changed(insert.onConflict((on) => on.column('name').doUpdateSet({ value })));
    },
    remove: async (name) => {
      await database.changed(build.deleteFrom('facts').where('name', '=', name));
    },
    under: (prefix) =>
      database.all(
        build
          .selectFrom('facts')
          .selectAll()
          .where('name', '>', prefix)
          // `0` follows `/`, in byte order
          .where('name', '<', `${prefix.slice(0, -1)}0`),
      ),
  };
}
