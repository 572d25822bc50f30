import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { heap } from './heap.ts';
import { tally } from './proof.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-heap-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// `npm run assurance` looks once more when nobody is connected any more, on both databases
test('a process whose people rest has no key, token, link or code in its heap', async () => {
  const newStore = async () => `sqlite:${join(folder, 'latchkey.db')}`;
  const { failed, reason } = await tally(heap, { engine: 'SQLite', isShort: true, newStore });
  expect(failed, reason).toBe(0);
}, 180_000);
