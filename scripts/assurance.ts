import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArena, RACES } from '../test/assurance/races.ts';
import { startTestPostgres } from '../test/stores/test-postgres.ts';

/** Races two instances on both databases and prints tried and failed: `npm run assurance -- 50` for another number of rounds. */
const rounds = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'latchkey-assurance-'));
const server = await startTestPostgres();
const database = await server.newDatabase();
let anyFailed = false;
try {
  for (const [name, store] of [
    ['SQLite', `sqlite:${join(folder, 'latchkey.db')}`],
    ['PostgreSQL', database.url],
  ] as const) {
    const arena = await openArena(store);
    for (const [what, race] of Object.entries(RACES)) {
      let failed = 0;
      let reason = '';
      for (let round = 0; round < rounds; round += 1) {
        await race(arena).catch((error: unknown) => {
          failed += 1;
          reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        });
      }
      anyFailed ||= failed > 0;
      process.stdout.write(`${name}: ${what}: ${rounds} tried, ${failed} failed ${reason}\n`);
    }
    await arena.close();
  }
} finally {
  await database.drop();
  // the server does not keep the process alive
  const alive = setInterval(() => {}, 1_000);
  await server.stop();
  clearInterval(alive);
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = anyFailed ? 1 : 0;
