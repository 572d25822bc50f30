import { startTestPostgres } from '../test/stores/test-postgres.ts';

/**
 * A PostgreSQL server for one group, with new databases on it.
 *
 * @param work called with a function that creates a database and returns its address
 */
export async function withPostgres<Result>(
  work: (newDatabase: () => Promise<string>) => Promise<Result>,
): Promise<Result> {
  const server = await startTestPostgres();
  // keeps this process alive until the server, which would end with it, has stopped
  const alive = setInterval(() => {}, 1_000);
  try {
    return await work(async () => (await server.newDatabase()).url);
  } finally {
    await server.stop();
    clearInterval(alive);
  }
}
