import { startTestPostgres } from '../test/stores/test-postgres.ts';

/**
 * A PostgreSQL server for one group, and ever new databases on it.
 *
 * @param work called with what makes a database, and gives its address
 */
export async function withPostgres<Result>(
  work: (newDatabase: () => Promise<string>) => Promise<Result>,
): Promise<Result> {
  const server = await startTestPostgres();
  // nothing else keeps this process alive while the server, which would end with it, stops
  const alive = setInterval(() => {}, 1_000);
  try {
    return await work(async () => (await server.newDatabase()).url);
  } finally {
    await server.stop();
    clearInterval(alive);
  }
}
