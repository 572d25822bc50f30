import { describe, expect, it } from 'vitest';
import { textsOf } from './chat-person.ts';
import { expectDone, finish, go, goToCode, promptLength, startJourney, stepsAfterAsking } from './journey.ts';
import { oneOfEachWay, rowsOf, rowsThatChoose, rowsWithBrowser } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

describe.each(rowsOf('J4'))('$name', (row) => {
  enter(row);

  it('J4 goes on although the process ends and begins after every single step', async () => {
    const journey = await startJourney(world, row);
    for (const { name } of stepsAfterAsking(row)) {
      await world.restart();
      await go(journey, name);
    }
    expectDone(journey);
    expect(world.count(row.action.route)).toBe(1);
    await world.restart();
    await journey.chat.hearsNothing();
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
  });
});

describe.each(oneOfEachWay(rowsOf('J4')))('$name', (row) => {
  enter(row);

  const steps = ['asked' as const, ...stepsAfterAsking(row).map(({ name }) => name)].slice(0, -1);

  it.each(steps)('J4 goes on after a restart when the person had just %s', async (last) => {
    const journey = await startJourney(world, row);
    if (last !== 'asked') await go(journey, last);
    await world.restart();
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
    await journey.chat.hearsNothing();
  });

  it('J4 goes on after a restart between all the questions and answers, and once connected', async () => {
    const [ask, ...answers] = row.piecemeal;
    const chat = await world.chat();
    const journey = await startJourney(world, row, { chat });
    await world.restart();
    await finish(journey);
    await world.restart();
    await chat.say(ask);
    for (const answer of answers.slice(0, -1)) {
      await world.restart();
      await chat.say(answer);
    }
    await world.restart();
    const done = await chat.say(answers.at(-1) ?? '');
    expect(textsOf(done)).not.toContain('I need access');
    expect(done).toHaveLength(1);
  });
});

describe.each(oneOfEachWay(rowsThatChoose('J4')))('$name', (row) => {
  enter(row);

  it('J4 goes on after a restart when the chat had just asked how to connect', async () => {
    const chat = await world.chat();
    await chat.say(row.action.say);
    await world.restart();
    const asked = await chat.say(row.method);
    expect(asked).toHaveLength(promptLength(row) - 1);
    await world.restart();
    await finish(await startJourney(world, row, { chat }));
    expect(world.count(row.action.route)).toBe(1);
  });
});

describe.each(rowsWithBrowser('J4'))('$name', (row) => {
  enter(row);

  it('J4 what the browser does may reach another instance, step by step in turn', async () => {
    const other = await world.secondInstance();
    const journey = await startJourney(world, row);
    const instances = [other.url, world.url];
    for (const [index, { name }] of stepsAfterAsking(row).slice(0, -1).entries()) {
      journey.browser.through(world.url, instances[index % 2] ?? '');
      await go(journey, name);
    }
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('J4 the code may reach another instance, which goes on with the dialog of the first', async () => {
    const other = await world.secondInstance();
    const journey = await startJourney(world, row);
    journey.browser.through(world.url, other.url);
    const code = await goToCode(journey);
    journey.heard = await journey.chat.post({ type: 'message', text: code }, other.url);
    expectDone(journey);
    expect(world.count(row.action.route)).toBe(1);
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
  });
});
