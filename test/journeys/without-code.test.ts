import { describe, expect, it } from 'vitest';
import { textsOf } from './chat-person.ts';
import { callbackOf, go, type Journey, pageOf, startJourney, stepsAfterAsking } from './journey.ts';
import { oneOfEachWay, type Row, rowsByLink, rowsWithBrowser } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

/** `confirm: "none"`, which is possible on this machine only: the browser alone connects. */
let world: World;
const enter = openWorlds(
  (entered) => {
    world = entered;
  },
  { confirm: 'none' },
);

/** Everything but the code. */
async function land(row: Row, between: () => Promise<void> = async () => {}): Promise<Journey> {
  const journey = await startJourney(world, row);
  for (const { name } of stepsAfterAsking(row).slice(0, -1)) {
    await between();
    await go(journey, name);
  }
  return journey;
}

describe.each(rowsWithBrowser('J3'))('$name', (row) => {
  enter(row);

  it('J3 without a code the action goes on in the chat as soon as the browser is done, once', async () => {
    const journey = await land(row);
    expect(pageOf(journey).text).toContain(`${row.product} is connected`);
    const heard = textsOf(await journey.chat.hear(row.action.answer));
    expect(heard).toContain(`Connected to ${row.product} as **${row.account}**`);
    expect(heard).toMatch(row.action.answer);
    await world.round();
    await journey.chat.hearsNothing();
    expect(world.count(row.action.route)).toBe(1);
  });

  it('J3 J11 the message after that is heard as what it is', async () => {
    const journey = await land(row);
    await journey.chat.hear(row.action.answer);
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
    expect(textsOf(await journey.chat.say('hello'))).toContain('This is what I can do for you');
    expect(world.count(row.action.route)).toBe(1);
  });
});

describe.each(oneOfEachWay(rowsWithBrowser('J4')))('$name', (row) => {
  enter(row);

  it('J4 without a code it goes on after restarts, and is said in the chat by whoever lives', async () => {
    const journey = await land(row, () => world.restart());
    expect(textsOf(await journey.chat.hear(row.action.answer))).toContain(`Connected to ${row.product}`);
    await world.restart();
    await world.round();
    await journey.chat.hearsNothing();
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
  });

  it('J13 without a code everything that waited goes on, each once', async () => {
    const journey = await startJourney(world, row);
    journey.asked = await journey.chat.say(row.second.say);
    for (const { name } of stepsAfterAsking(row).slice(0, -1)) await go(journey, name);
    const heard = textsOf(await journey.chat.hear(row.second.answer));
    expect(heard).toMatch(row.action.answer);
    expect(world.count(row.action.route)).toBe(1);
    expect(world.count(row.second.route)).toBe(1);
  });
});

describe.each(oneOfEachWay(rowsByLink('J5')))('$name', (row) => {
  enter(row);

  it('J5 without a code 10 callbacks at once, at two instances, resume once', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'consented');
    const other = await world.secondInstance();
    const clients = Array.from({ length: 10 }, () => world.browser());
    for (const [index, client] of clients.entries()) {
      client.share(journey.browser);
      if (index % 2 === 1) client.through(world.url, other.url);
    }
    await Promise.all(clients.map((client) => client.get(callbackOf(journey))));
    await go(journey, 'came back');
    if (row.site !== undefined) await go(journey, 'chose the site');
    expect(textsOf(await journey.chat.hear(row.action.answer))).toContain(`Connected to ${row.product}`);
    await world.round();
    await journey.chat.hearsNothing();
    expect(world.count(row.tokenRoute)).toBe(1);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('J8 without a code a callback in another browser still connects nothing', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'consented');
    await world.browser().get(callbackOf(journey));
    expect(textsOf(await journey.chat.hear())).toContain('was opened in another browser');
    expect(world.count(row.tokenRoute)).toBe(0);
  });
});
