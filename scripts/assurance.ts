import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fates, openGround } from '../test/assurance/grants.ts';
import { openArena, RACES } from '../test/assurance/races.ts';
import { startTestPostgres } from '../test/stores/test-postgres.ts';

/**
 * On both databases: races two processes, and lets every step of everything that has to do with tokens go wrong. Prints tried
 * and failed. `npm run assurance -- 50` for another number of rounds of the races.
 */
const rounds = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'latchkey-assurance-'));
const server = await startTestPostgres();
// the server does not keep the process alive
const alive = setInterval(() => {}, 1_000);
let anyFailed = false;
try {
  for (const [name, newStore] of [
    ['SQLite', async (file: string) => `sqlite:${join(folder, file)}`],
    ['PostgreSQL', async () => (await server.newDatabase()).url],
  ] as const) {
    await raceInstances(name, await newStore('races.db'));
    for (const ends of ['token', 'grant'] as const) await injectFaults(name, await newStore(`${ends}.db`), ends);
  }
} finally {
  await server.stop();
  clearInterval(alive);
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = anyFailed ? 1 : 0;

async function raceInstances(name: string, store: string): Promise<void> {
  const arena = await openArena(store);
  for (const [what, race] of Object.entries(RACES)) {
    const count = counter(`${name}: ${what}`);
    for (let round = 0; round < rounds; round += 1) await count.round(() => race(arena));
    count.print();
  }
  await arena.close();
}

async function injectFaults(name: string, store: string, ends: 'token' | 'grant'): Promise<void> {
  const ground = await openGround(store, ends);
  const count = counter(`${name}: tokens with an owner, where a revocation ends the ${ends}`);
  for await (const { what, happens } of fates(ground)) await count.round(happens, what);
  count.print();
  await ground.close();
}

function counter(what: string) {
  let tried = 0;
  let failed = 0;
  let reason = '';
  return {
    round: async (work: () => Promise<void>, which = '') => {
      tried += 1;
      await work().catch((error: unknown) => {
        failed += 1;
        anyFailed = true;
        reason = `${which} ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
      });
    },
    print: () => process.stdout.write(`${what}: ${tried} tried, ${failed} failed ${reason}\n`),
  };
}
