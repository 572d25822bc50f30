import assert from 'node:assert/strict';
import { crowd } from './crowd.ts';
import { fuzz } from './fuzz.ts';
import { fates, openGround } from './grants.ts';
import { guesses } from './guesses.ts';
import { heap } from './heap.ts';
import { killings } from './kills.ts';
import { otherOwners } from './other-owners.ts';
import type { Proof } from './proof.ts';
import { openArena, RACES } from './races.ts';
import { isGrown, liveThrough } from './simulated-year.ts';
import { soak } from './soak.ts';
import { callbackStorm, renewalStorm } from './storms.ts';
import { openTheatre } from './theatre.ts';

const races: readonly Proof[] = Object.entries(RACES).map(([what, race]) => ({
  figure: 'D',
  what: `two processes at the same moment: ${what}`,
  run: async ({ newStore, isShort }, attempt) => {
    const arena = await openArena(await newStore());
    for (let round = 0; round < (isShort ? 5 : 200); round += 1) await attempt(`round ${round}`, () => race(arena));
    await arena.close();
    return undefined;
  },
}));

const kills: Proof = {
  figure: 'F8',
  what: 'a process killed before each write, commit, request, answer, message and page of every flow',
  run: async ({ newStore, isShort }, attempt) => {
    const theatre = await openTheatre(await newStore(), 'token');
    let killed = 0;
    let inWindow = 0;
    for await (const kill of killings(theatre, isShort ? 23 : 1)) {
      await attempt('a story', async () => {
        const { step, isInWindow } = await kill();
        killed += step === undefined ? 0 : 1;
        inWindow += isInWindow ? 1 : 0;
      });
    }
    await theatre.close();
    return `${killed} killed; tokens were lost in the window that SECURITY.md names: ${inWindow}`;
  },
};

const grants: readonly Proof[] = (['token', 'grant'] as const).map((ends) => ({
  figure: 'A',
  what: `every fault at every step of what gets, replaces or ends a token has left an owner for each live one (a revocation ends the ${ends})`,
  run: async ({ newStore, isShort }, attempt) => {
    const ground = await openGround(await newStore(), ends);
    for await (const { what, happens } of fates(ground, isShort ? 17 : 1)) await attempt(what, happens);
    await ground.close();
    return undefined;
  },
}));

const year: Proof = {
  figure: 'D',
  what: 'nothing grows for ever: a simulated year, and no table has more rows at its end than after two months of it',
  run: async ({ newStore, isShort }, attempt) => {
    const span = isShort ? { days: 140, auditDays: 5, settled: 99 } : { days: 365, auditDays: 30, settled: 104 };
    const { settled, last } = await liveThrough(await newStore(), span);
    for (const [table, rows] of Object.entries(last)) {
      await attempt(table, () => assert(!isGrown(table, settled[table], rows), `${settled[table]} rows, then ${rows}`));
    }
    return undefined;
  },
};

/** With code of their own. What tests of `npm test` show is counted by `npm run assurance` besides. */
export const PROOFS: readonly Proof[] = [
  ...grants,
  ...races,
  otherOwners,
  renewalStorm,
  callbackStorm,
  kills,
  heap,
  fuzz,
  guesses,
  crowd,
  year,
  soak,
];
