import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../stores/test-postgres.ts';
import { type Arena, openArena, RACES } from './races.ts';

// `npm run assurance` runs 200
const ROUNDS = 5;

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());

const folder = mkdtempSync(join(tmpdir(), 'latchkey-races-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['SQLite', async () => `sqlite:${join(folder, 'latchkey.db')}`],
  ['PostgreSQL', async () => (await server.newDatabase()).url],
])('two processes on one %s at the same moment:', (_name, place) => {
  let arena: Arena;
  beforeAll(async () => {
    arena = await openArena(await place());
  }, 180_000);
  afterAll(() => arena.close());

  test.each(Object.entries(RACES))('%s', async (_what, race) => {
    for (let round = 0; round < ROUNDS; round += 1) await race(arena);
  });
});
