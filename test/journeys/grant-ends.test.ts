import { expect, it } from 'vitest';
import { textsOf } from './chat-person.ts';
import { connected, finish, startJourney } from './journey.ts';
import { rowsByLink } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});
enter();

const DAY = 24 * 60 * 60_000;
const jira = rowsByLink('J14').find(({ integration }) => integration === 'jira');
if (jira === undefined) throw new Error('there is no Jira');

it('a person hears once, in time, that a connection will end unused, and using it puts that off', async () => {
  const { chat } = await connected(world, jira);
  world.advance(82 * DAY);
  await world.round();
  await chat.hearsNothing();

  world.advance(1.5 * DAY);
  await world.round();
  const heard = textsOf(await chat.hear(/ends on/));
  expect(heard).toMatch(/Your connection to Jira \(.*\) ends on \d+ \w+ \d{4}, because it has not been used/);
  await world.round();
  world.advance(DAY);
  await world.round();
  await chat.hearsNothing();

  expect(textsOf(await chat.say(jira.second.say))).toMatch(jira.second.answer);
  world.advance(80 * DAY);
  await world.round();
  await chat.hearsNothing();
  world.advance(4 * DAY);
  await world.round();
  expect(textsOf(await chat.hear(/ends on/))).toContain('has not been used');
  expect(world.log.filter(({ event }) => event === 'connection_ends')).toHaveLength(2);
});

it('a person hears once that a year is over soon, however much they use it, and connecting again begins a new one', async () => {
  const { chat, browser } = await connected(world, jira);
  for (let used = 0; used < 4; used += 1) {
    world.advance(80 * DAY);
    await world.round();
    expect(textsOf(await chat.say(jira.second.say))).toMatch(jira.second.answer);
  }
  await chat.hearsNothing();
  world.advance(39 * DAY);
  await world.round();
  expect(textsOf(await chat.hear(/ends on/))).toMatch(/asks for a new sign-in by then. Say \*reconnect Jira\*/);
  expect(textsOf(await chat.say(jira.second.say))).toMatch(jira.second.answer);
  world.advance(DAY);
  await world.round();
  await chat.hearsNothing();

  world.advance(6 * DAY);
  const again = await startJourney(world, jira, { chat, browser });
  expect(textsOf(again.asked)).toContain('Your connection to Jira has ended.');
  await finish(again);
  world.advance(60 * DAY);
  await world.round();
  await chat.hearsNothing();
});
