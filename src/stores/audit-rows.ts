import { compiledOnce, type Database } from './database.ts';
import type { AuditRows } from './store.ts';

const append = compiledOnce((build) =>
  build.insertInto('audit').values({ at: 0, actor: '', what: '', subject: '', result: '', ref: null }),
);

export function auditRows(database: Database): AuditRows {
  const { build } = database;
  return {
    append: async ({ at, actor, what, subject, result, ref }) => {
      await database.changed(append(database, at, actor, what, subject, result, ref));
    },
    sweep: (before, limit) => {
      // looks only at the oldest entries, so that a round costs the same however long the log is
      const oldest = build.selectFrom('audit').select('id').orderBy('id').limit(limit);
      return database.changed(build.deleteFrom('audit').where('id', 'in', oldest).where('at', '<', before));
    },
    list: ({ limit, before, since, what, actor, subject }) => {
      let entries = build.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit);
      if (before !== undefined) entries = entries.where('id', '<', before);
      if (since !== undefined) entries = entries.where('at', '>=', since);
      if (what !== undefined) entries = entries.where('what', '=', what);
      if (actor !== undefined) entries = entries.where('actor', '=', actor);
      if (subject !== undefined) entries = entries.where('subject', '=', subject);
      return database.all(entries);
    },
    rename: (from, to) =>
      database.changed(
        build
          .updateTable('audit')
          .set((eb) => ({
            actor: eb.case().when('actor', '=', from).then(to).else(eb.ref('actor')).end(),
            subject: eb.case().when('subject', '=', from).then(to).else(eb.ref('subject')).end(),
          }))
          .where((eb) => eb.or([eb('actor', '=', from), eb('subject', '=', from)])),
      ),
  };
}
