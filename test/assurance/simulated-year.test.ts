import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isGrown, liveThrough } from './simulated-year.ts';

// `npm run assurance` lives through a year, on both databases
const SHORT = { days: 140, auditDays: 5, settled: 99 };

const folder = mkdtempSync(join(tmpdir(), 'latchkey-year-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing grows for ever', async () => {
  const { settled, last } = await liveThrough(`sqlite:${join(folder, 'latchkey.db')}`, SHORT);
  expect(Object.keys(last).length).toBeGreaterThan(10);
  const grown = Object.entries(last).filter(([table, rows]) => isGrown(table, settled[table], rows));
  expect(grown, JSON.stringify(settled)).toEqual([]);
}, 120_000);
