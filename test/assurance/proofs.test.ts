import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tally } from './proof.ts';
import { PROOFS } from './proofs.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-proofs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// `npm run assurance` runs all of them in their long form, on both databases; others have a test file of their own
const HERE = ['F5', 'F6', 'F7', 'F13', 'F16', 'F17', 'G'];

test.each(PROOFS.filter(({ figure }) => HERE.includes(figure)))(
  '$figure $what',
  async (proof) => {
    let stores = 0;
    const newStore = async () => {
      stores += 1;
      return `sqlite:${join(folder, `${proof.figure}-${stores}.db`)}`;
    };
    const { tried, failed, reason } = await tally(proof, { engine: 'SQLite', isShort: true, newStore });
    expect(tried).toBeGreaterThan(0);
    expect(failed, reason).toBe(0);
  },
  120_000,
);
