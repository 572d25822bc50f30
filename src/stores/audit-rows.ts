import type { Database } from './database.ts';
import type { AuditRows } from './store.ts';

export function auditRows(database: Database): AuditRows {
  const { build } = database;
  return {
    append: async ({ at, actor, what, subject, result, ref }) => {
      await database.changed(build.insertInto('audit').values({ at, actor, what, subject, result, ref }));
    },
    list: (limit) =>
      database.all(
        build
          .selectFrom('audit')
          .select(['at', 'actor', 'what', 'subject', 'result', 'ref'])
          .orderBy('id', 'desc')
          .limit(limit),
      ),
  };
}
