import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { countRows } from './count-rows.ts';
import { enterPerson } from './door-person.ts';
import type { Proof } from './proof.ts';
import { type BotProcess, openTheatre, type Theatre } from './theatre.ts';

const HOUR = 60 * 60_000;
const MIB = 1024 * 1024;

/** Memory in bytes after a collection, handles that are open, and rows of all tables. */
interface Reading {
  readonly heap: number;
  readonly handles: number;
  readonly rows: number;
}

export const soak: Proof = {
  figure: 'G',
  what: 'ten simulated days in one process: memory, handles and rows on the last one as on the third',
  run: async ({ newStore, isShort }, attempt) => {
    const store = await newStore();
    const theatre = await openTheatre(store, 'token');
    const bot = await theatre.enter();
    const readings: Reading[] = [];
    const days = isShort ? 4 : 10;
    for (let day = 0; day < days; day += 1) {
      for (let hour = 0; hour < 24; hour += isShort ? 6 : 1) {
        await attempt(`day ${day}, hour ${hour}`, () => liveAnHour(theatre, bot));
        await theatre.wait(isShort ? 6 * HOUR : HOUR);
        await bot.order({ verb: 'round' });
      }
      readings.push(await readingOf(bot, store));
    }
    const [third, last] = [readings[2], readings.at(-1)];
    assert(third !== undefined && last !== undefined);
    // a kept-alive connection that was replaced may still be closing; one that is left open is still there afterwards
    let { handles } = last;
    for (let look = 0; handles > third.handles && look < 20; look += 1) {
      await sleep(500);
      ({ handles } = await readingOf(bot, store));
    }
    await theatre.close();
    await attempt('rows', () => assert(last.rows <= third.rows * 1.05, shown(readings)));
    await attempt('handles', () => assert(handles <= third.handles, shown(readings)));
    await attempt('memory', () => assert(last.heap <= third.heap + 8 * MIB, shown(readings)));
    return shown(readings);
  },
};

/** Somebody connects, works, lets the token end, works and leaves; somebody cancels; somebody never comes back. */
async function liveAnHour(theatre: Theatre, bot: BotProcess): Promise<void> {
  const works = enterPerson(theatre);
  await works.connect(bot);
  assert.match(await works.say('Make tea', bot), /Made tea/);
  theatre.product.age(works.account);
  assert.match(await works.say('Count them', bot), /There are 3/);
  assert.match(await works.say('disconnect acme', bot), /Removed/);
  const cancels = enterPerson(theatre);
  await cancels.goToCode('Make tea', bot);
  await cancels.say('cancel', bot);
  const leaves = enterPerson(theatre);
  await leaves.say('Make tea', bot, randomUUID());
}

async function readingOf(bot: BotProcess, store: string): Promise<Reading> {
  const [heap = 0, handles = 0] = (await bot.order({ verb: 'usage' })).split(' ').map(Number);
  const rows = Object.values(await countRows(store)).reduce((sum, count) => sum + count, 0);
  return { heap, handles, rows };
}

function shown(readings: readonly Reading[]): string {
  const each = readings.map(({ heap, handles, rows }) => `${(heap / MIB).toFixed(1)} MB, ${handles}, ${rows}`);
  return `heap, handles, rows each day: ${each.join('; ')}`;
}
