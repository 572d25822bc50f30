import type { Database } from './database.ts';
import type { Backlog } from './store.ts';

/** Work that is due and not done, for monitoring. */
export async function backlogOf({ build, ...database }: Database, now: number): Promise<readonly Backlog[]> {
  const waiting = await database.all(
    build
      .selectFrom('outbox')
      .select((eb) => ['kind', eb.fn.countAll<number>().as('count'), eb.fn.min('dueAt').as('oldest')])
      .where('dueAt', '<=', now)
      .groupBy('kind'),
  );
  const owed = await database.all(
    build
      .selectFrom('errands')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('dueAt').as('oldest')])
      .where('dueAt', '<=', now),
  );
  return [...waiting, ...owed.map((row) => ({ kind: 'errand', ...row }))]
    .filter(({ count }) => Number(count) > 0)
    .map(({ kind, count, oldest }) => ({ kind, count: Number(count), oldestFor: now - Number(oldest) }));
}
