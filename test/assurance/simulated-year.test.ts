import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../stores/test-postgres.ts';
import { liveThrough } from './simulated-year.ts';

// `npm run assurance` lives through a year
const SHORT = { days: 140, auditDays: 5, settled: 99 };

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());

const folder = mkdtempSync(join(tmpdir(), 'latchkey-year-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['SQLite', async () => `sqlite:${join(folder, 'latchkey.db')}`],
  ['PostgreSQL', async () => (await server.newDatabase()).url],
])(
  'nothing grows for ever on %s',
  async (_engine, place) => {
    const { settled, last } = await liveThrough(await place(), SHORT);
    expect(Object.keys(last).length).toBeGreaterThan(10);
    expect(last).toEqual(settled);
  },
  120_000,
);
