import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fates, openGround } from './grants.ts';

// `npm run assurance` tries all of them, on both databases
const EVERY = 17;

const folder = mkdtempSync(join(tmpdir(), 'latchkey-grants-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['token', 'grant'] as const)(
  'every live token has an owner, whichever step fails or is the last of its process (a revocation ends the %s)',
  async (ends) => {
    const ground = await openGround(`sqlite:${join(folder, `${ends}.db`)}`, ends);
    let tried = 0;
    for await (const { what, happens } of fates(ground, EVERY, ends === 'token' ? 0 : 3)) {
      await happens().catch((error: unknown) => {
        throw new Error(what, { cause: error });
      });
      tried += 1;
    }
    await ground.close();
    expect(tried).toBeGreaterThan(60);
  },
  60_000,
);
