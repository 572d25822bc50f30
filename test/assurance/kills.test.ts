import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killings } from './kills.ts';
import { openTheatre } from './theatre.ts';

// `npm run assurance` tries each of them, on both databases
const EVERY = 23;

const folder = mkdtempSync(join(tmpdir(), 'latchkey-kills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a process that is killed before one of its steps loses nothing that was said, does nothing twice and leaves no token', async () => {
  const theatre = await openTheatre(`sqlite:${join(folder, 'latchkey.db')}`, 'token');
  const killed: string[] = [];
  for await (const kill of killings(theatre, EVERY)) {
    const { what, step } = await kill();
    if (step !== undefined) killed.push(what);
  }
  await theatre.close();
  expect(killed.length).toBeGreaterThan(7);
}, 180_000);
