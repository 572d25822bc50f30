import { type RawBuilder, sql } from 'kysely';
import type { Database, Engine } from './database.ts';
import type { UseRow, UseRows } from './store.ts';

/** Uses in one statement. One at a time, a busy process would spend more time on them than on anything else it stores. */
const MOST = 1_000;

export function useRows(database: Database): UseRows {
  const { build, engine } = database;
  return {
    note: async (uses) => {
      for (let from = 0; from < uses.length; from += MOST) {
        await database.changed(noted(engine, uses.slice(from, from + MOST)).compile(build));
      }
    },
    of: (connectionIds) =>
      connectionIds.length === 0
        ? Promise.resolve([])
        : database.all(build.selectFrom('uses').selectAll().where('connectionId', 'in', connectionIds)),
  };
}

/**
 * Keeps the later time of each. A connection that is removed meanwhile must leave nothing behind: PostgreSQL would still see
 * it, so it is locked, or skipped if somebody is removing it. Always in the same order, to avoid deadlocks.
 */
function noted(engine: Engine, uses: readonly UseRow[]): RawBuilder<unknown> {
  const [id, at] = [sql.ref('connectionId'), sql.ref('at')];
  const list = JSON.stringify(uses.map((use) => [use.connectionId, use.at]));
  const pairs = engine === 'sqlite' ? sql`json_each(${list})` : sql`json_array_elements(cast(${list} as json))`;
  const present = engine === 'sqlite' ? sql`` : sql`for key share of connections skip locked`;
  return sql`
    insert into uses (${id}, ${at})
    select connections.id, cast(used.value ->> 1 as bigint)
    from ${pairs} as used
    join connections on connections.id = used.value ->> 0
    where true
    order by connections.id
    ${present}
    on conflict (${id}) do update set ${at} = excluded.${at} where uses.${at} < excluded.${at}`;
}
