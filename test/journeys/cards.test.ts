import { describe, expect, it } from 'vitest';
import { type Heard, suggestionsOn, textOf, textsOf } from './chat-person.ts';
import { finish, startJourney } from './journey.ts';
import { oneOfEachWay, rowsByKey, rowsOf } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

const buttonsOn = (heard: readonly Heard[]) =>
  heard.flatMap(({ attachments = [] }) => attachments).flatMap(({ content }) => content.actions ?? []);

describe.each(oneOfEachWay(rowsOf('J3')))('$name', (row) => {
  enter(row);

  it('the card that asked says that it is connected, and has neither fields nor a button any more', async () => {
    const journey = await startJourney(world, row);
    await finish(journey);
    const now = await journey.chat.look(journey.asked);
    expect(textOf(now.at(-1))).toBe(`${row.product}: connected`);
    expect(buttonsOn(now)).toEqual([]);
    await journey.chat.hearsNothing();
  });

  it('the card that asked says that it was cancelled', async () => {
    const journey = await startJourney(world, row);
    await journey.chat.say('cancel');
    expect(textOf((await journey.chat.look(journey.asked)).at(-1))).toBe('Cancelled');
  });

  it('the card that asked says why nothing comes of it any more', async () => {
    const journey = await startJourney(world, row);
    world.advance(11 * 60_000);
    await world.round();
    const why = textOf((await journey.chat.hear(/has expired/)).at(-1));
    const now = await journey.chat.look(journey.asked);
    expect(textOf(now.at(-1))).toBe(`No longer open\n${why}`);
    expect(buttonsOn(now)).toEqual([]);
  });

  it('the older card gives way to the newer one, whether that is asked for or another action brings it', async () => {
    const journey = await startJourney(world, row);
    const newer = await journey.chat.say('new link');
    expect(textOf((await journey.chat.look(journey.asked)).at(-1))).toBe('Replaced by a newer one');
    expect(buttonsOn(await journey.chat.look(newer))).toEqual(buttonsOn(newer));
    journey.asked = await journey.chat.say(row.second.say);
    expect(textOf((await journey.chat.look(newer)).at(-1))).toBe('Replaced by a newer one');
    await finish(journey);
    expect(textOf((await journey.chat.look(journey.asked)).at(-1))).toBe(`${row.product}: connected`);
  });
});

describe.each(oneOfEachWay(rowsByKey('J3').filter(({ way }) => way === 'card')))('$name', (row) => {
  enter(row);

  it('a card for a key has no link, so its button says "start over", and both words are understood', async () => {
    const journey = await startJourney(world, row);
    expect(suggestionsOn(journey.asked)).toEqual(['start over', 'cancel']);
    for (const said of ['hm', 'what?']) {
      const reminded = await journey.chat.say(said);
      expect(textsOf(reminded)).toMatch(/[Ff]ill in the card above.* \*start over\* /);
      expect(suggestionsOn(reminded)).toEqual(['start over', 'cancel']);
    }
    expect(suggestionsOn(await journey.chat.submit(journey.asked, row.wrong))).toEqual(['start over', 'cancel']);
    expect(suggestionsOn(await journey.chat.say('new link'))).toEqual(['start over', 'cancel']);
    journey.asked = await journey.chat.say('start over');
    await finish(journey);
  });

  it('a card whose last key was refused has no button, and says what comes next', async () => {
    const journey = await startJourney(world, row);
    for (let tried = 0; tried < 3; tried += 1) await journey.chat.submit(journey.asked, row.wrong);
    const closed = await journey.chat.look(journey.asked);
    expect(textOf(closed.at(-1))).toMatch(/^No longer open\n.* That was the last try; ask me again/);
    expect(buttonsOn(closed)).toEqual([]);
  });
});

describe('a form', () => {
  enter();

  it('leaves no button on what is answered, skipped or cancelled', async () => {
    const chat = await world.chat();
    const key = await chat.say('fill in the form 242930000000103');
    const named = await chat.submit(key, { apiKey: world.sandbox.jotform.apiKey });
    await chat.submit(named, { first: 'Ann', last: 'Lee' });
    const closed = await chat.look(named);
    expect(textOf(closed.at(-1))).toBe('1/14 Your name\nAnn Lee');
    expect(buttonsOn(closed)).toEqual([]);
    await chat.say('ann@acme.example');
    const address = await chat.say('skip');
    const day = await chat.say('skip');
    expect(textOf((await chat.look(address)).at(-1))).toBe('4/14 Address');
    const dayAgain = await chat.say('2026-02-31');
    expect(textsOf(dayAgain)).toContain('Please give a day');
    expect(textOf((await chat.look(day)).at(-1))).toBe('5/14 Day of the visit');
    expect(buttonsOn(await chat.look(dayAgain))).not.toEqual([]);
    await chat.say('cancel');
    expect(textOf((await chat.look(dayAgain)).at(-1))).toBe('5/14 Day of the visit');
    expect(buttonsOn(await chat.look(dayAgain))).toEqual([]);
  });
});
