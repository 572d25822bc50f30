import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkOn, nameOf, textOf, textsOf } from './chat-person.ts';
import { connected, expectDone, finish, startJourney } from './journey.ts';
import { oneOfEachWay, rows, rowsByLink, rowsOf } from './rows.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.anew());
afterAll(() => world.close());

describe.each(rowsOf('J1'))('$name', (row) => {
  it('J1 with a credential there, the action runs and nothing is asked', async () => {
    const { chat } = await connected(world, row);
    const begun = world.log.filter(({ event }) => event === 'authorization_begun').length;
    const again = await chat.say(row.second.say);
    expect(again).toHaveLength(1);
    expect(textOf(again[0])).toMatch(row.second.answer);
    expect(world.count(row.second.route)).toBe(1);
    expect(world.log.filter(({ event }) => event === 'authorization_begun')).toHaveLength(begun);
  });
});

describe.each(rowsOf('J2'))('$name', (row) => {
  it('J2 without one there is exactly one prompt, which names the product and why', async () => {
    const begun = world.log.filter(({ event }) => event === 'authorization_begun').length;
    const { heard, chat } = await startJourney(world, row);
    expect(heard).toHaveLength(2);
    expect(textOf(heard[0])).toBe(`I need access to your ${row.product} account to ${row.purpose}.`);
    expect(textOf(heard[1])).toContain(`Connect ${row.product}`);
    expect(linkOn(heard)).toMatch(new RegExp(`^${world.url}/connect/[\\w-]{43}$`));
    expect(world.log.filter(({ event }) => event === 'authorization_begun')).toHaveLength(begun + 1);
    expect(world.count(row.action.route)).toBe(0);
    await chat.hearsNothing();
  });
});

describe.each(rowsOf('J3'))('$name', (row) => {
  it('J3 afterwards the action runs once, with its original arguments, in its conversation and for its user', async () => {
    const bystander = await world.chat();
    await bystander.say('hello');
    const { chat } = await connected(world, row);
    expect(world.count(row.action.route)).toBe(1);
    const [request] = world.sandbox.control
      .requests()
      .filter(({ product, route }) => `${product} ${route}` === row.action.route);
    expect(`${request?.path} ${request?.body}`).toContain(row.action.argument);
    await chat.hearsNothing();
    await bystander.hearsNothing();
    expect(textsOf(await bystander.say('connections'))).toContain('You have not connected anything yet.');
  });

  it('J3 what was asked for by and by is not asked for again', async () => {
    const [ask, ...answers] = row.piecemeal;
    const chat = await world.chat();
    let heard = await chat.say(ask);
    for (const answer of answers) {
      expect(heard).toHaveLength(1);
      heard = await chat.say(answer);
    }
    expect(textsOf(heard)).toContain(`I need access to your ${row.product} account`);
    const journey = await startJourney(world, row, { chat });
    await finish(journey);
    const argument = answers.at(-1) ?? '';
    const asked = world.sandbox.control.requests().map(({ path, body }) => `${path} ${body}`);
    expect(asked.filter((request) => request.includes(argument))).toHaveLength(1);
  });
});

describe.each(rowsOf('J11'))('$name', (row) => {
  it('J11 an unrelated message is answered by the bot, and the prompt stays open', async () => {
    const journey = await startJourney(world, row);
    const { chat } = journey;
    expect(textsOf(await chat.say('connections'))).toContain('You have not connected anything yet.');
    expect(textsOf(await chat.say('what is the weather like?'))).toContain(
      `I'm still waiting for you to connect ${row.product}`,
    );
    expect(textsOf(await chat.say('help'))).toContain(`I can go on once ${row.product} is connected`);
    expect(textsOf(await chat.say('hello'))).toContain('This is what I can do for you');
    await finish(journey);
  });
});

describe.each(oneOfEachWay(rowsOf('J11')))('$name', (row) => {
  it('J11 also while an input is asked for, connections and disconnect are answered and the question stays', async () => {
    const [ask, ...answers] = row.piecemeal;
    const chat = await world.chat();
    const question = textsOf(await chat.say(ask));
    const listed = textsOf(await chat.say('connections'));
    expect(listed).toContain('You have not connected anything yet.');
    expect(textsOf(await chat.say(`disconnect ${row.integration}`))).toContain(`${row.product} is not connected.`);
    expect(textsOf(await chat.say('help'))).toContain(question);
    for (const answer of answers.slice(0, -1)) await chat.say(answer);
    const asked = await chat.say(answers.at(-1) ?? '');
    expect(textsOf(asked)).toContain(`I need access to your ${row.product} account`);
  });
});

describe.each(rowsOf('J13'))('$name', (row) => {
  it('J13 a second action for the same integration joins the open authorization, and both run once', async () => {
    const journey = await startJourney(world, row);
    const joined = await journey.chat.say(row.second.say);
    expect(textsOf(joined)).toContain(`I'll do this as soon as you have connected ${row.product}`);
    journey.asked = joined;
    await finish(journey);
    expect(textsOf(journey.heard)).toMatch(row.second.answer);
    expect(journey.heard).toHaveLength(3);
    expect(world.count(row.action.route)).toBe(1);
    expect(world.count(row.second.route)).toBe(1);
    await journey.chat.hearsNothing();
  });
});

describe.each(oneOfEachWay(rowsOf('J13')))('$name', (row) => {
  it('J13 asking for the very same thing twice makes it happen once', async () => {
    const journey = await startJourney(world, row);
    journey.asked = await journey.chat.say(row.action.say);
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  });

  const other = rows.find(({ integration }) => integration !== row.integration);
  it.runIf(other !== undefined)('J13 another integration is independent, whichever is connected first', async () => {
    if (other === undefined) return;
    for (const inOrder of [true, false]) {
      world.anew();
      const first = await startJourney(world, row);
      const second = await startJourney(world, other, { chat: first.chat });
      for (const journey of inOrder ? [first, second] : [second, first]) {
        await finish(journey);
        expect(journey.heard).toHaveLength(2);
      }
      await first.chat.hearsNothing();
      expect(world.count(row.action.route)).toBe(1);
      expect(world.count(other.action.route)).toBe(1);
      expect(textsOf(await first.chat.say('connections'))).toContain(`${other.product}: ${other.account}`);
    }
  });
});

describe.each(rowsByLink('J3'))('$name', (row) => {
  it('R13 the page names whose chat it is, and the chat names the account (E17)', async () => {
    const journey = await startJourney(world, row);
    const page = await journey.browser.get(linkOn(journey.asked));
    expect(page.text).toContain(nameOf(journey.chat.user));
    expect(page.text).toContain('Web Chat');
    expect(page.text).toContain('If you did not ask Latchkey Demo for this in your own chat, close this page.');
    await finish(journey);
    expectDone(journey);
    expect(textOf(journey.heard[0])).toBe(
      `Connected to ${row.product} as **${row.account}**. Not you? Type *disconnect ${row.integration}*.`,
    );
  });
});
