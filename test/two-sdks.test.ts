import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ON_BOTBUILDER_ONLY } from './journeys/botbuilder-only.ts';

it('every journey is told with both SDKs, or one sentence says why not', () => {
  for (const [journey, why] of Object.entries(ON_BOTBUILDER_ONLY)) {
    expect(existsSync(`test/journeys/${journey}.test.ts`), journey).toBe(true);
    expect(why, journey).toMatch(/^[a-z].{20,}$/);
  }
});
