import { describe, expect, it } from 'vitest';
import { type Heard, linkOn, nameOf, textOf, textsOf } from './chat-person.ts';
import { connected, expectDone, finish, promptLength, startJourney, whichMethod } from './journey.ts';
import {
  oneOfEachWay,
  type Row,
  rows,
  rowsByLink,
  rowsOf,
  rowsThatAskFirst,
  rowsThatChoose,
  worldOfRow,
} from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

describe.each(rowsOf('J1'))('$name', (row) => {
  enter(row);

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
  enter(row);

  it('J2 without one there is exactly one prompt, which names the product and why', async () => {
    const begun = world.log.filter(({ event }) => event === 'authorization_begun').length;
    const { heard, chat } = await startJourney(world, row);
    expect(heard).toHaveLength(promptLength(row));
    const reason = `I need access to your ${row.product} account to ${row.purpose}.`;
    expect(textsOf(heard).split(reason)).toHaveLength(2);
    expect(textOf(heard[0])).toBe(row.method === undefined ? reason : `${reason} ${whichMethod(row)}`);
    if (row.warning !== undefined) expect(textOf(heard[1])).toBe(row.warning);
    expect(textOf(heard.at(-1))).toContain(`Connect ${row.product}`);
    expect(linkOn(heard)).toMatch(new RegExp(`^${world.url}/connect/[\\w-]{43}$`));
    expect(world.log.filter(({ event }) => event === 'authorization_begun')).toHaveLength(begun + 1);
    expect(world.count(row.action.route)).toBe(0);
    await chat.hearsNothing();
  });
});

describe.each(rowsThatChoose('J2'))('$name', (row) => {
  enter(row);

  it('J2 where there are several ways the chat asks which one, once, and gives that one', async () => {
    const chat = await world.chat();
    const [question, ...others] = await chat.say(row.action.say);
    expect(others).toEqual([]);
    expect(textOf(question)).toContain(`I need access to your ${row.product} account to ${row.purpose}.`);
    expect(textOf(question)).toContain(whichMethod(row));
    const ways = (question?.suggestedActions?.actions ?? []).map(({ value }) => value);
    expect(ways).toContain(row.method);
    expect(ways.at(-1)).toBe('cancel');
    const asked = await chat.say(row.method.toUpperCase());
    expect(asked).toHaveLength(promptLength(row) - 1);
    expect(asked.some(takesKeys)).toBe(row.way !== 'link');
    await chat.hearsNothing();
  });

  it('J11 J13 what is asked for meanwhile asks the same, and both run once', async () => {
    const chat = await world.chat();
    await chat.say(row.action.say);
    expect(textsOf(await chat.say('what is the weather like?'))).toContain(whichMethod(row));
    expect(textsOf(await chat.say('connections'))).toContain('You have not connected anything yet.');
    const second = await chat.say(row.second.say);
    expect(second).toHaveLength(1);
    expect(textsOf(second)).toContain(whichMethod(row));
    const journey = await startJourney(world, row, { chat });
    await finish(journey);
    expect(textsOf(journey.heard)).toMatch(row.second.answer);
    expect(textsOf(journey.heard)).not.toContain(whichMethod(row));
    expect(world.count(row.action.route)).toBe(2);
    expect(world.count(row.second.route)).toBe(1);
    await chat.hearsNothing();
  });
});

describe.each(rowsOf('J3'))('$name', (row) => {
  enter(row);

  it('J3 afterwards the action runs once, with its original arguments, in its conversation and for its user', async () => {
    const bystander = await world.chat();
    await bystander.say('hello');
    const { chat } = await connected(world, row);
    expect(world.count(row.action.route)).toBe(1);
    const [request] = world.sandbox.control
      .requests()
      .filter(({ product, route }) => `${product} ${route}` === row.action.route);
    expect(decodeURIComponent(`${request?.path} ${request?.body}`)).toContain(row.action.argument);
    await chat.hearsNothing();
    await bystander.hearsNothing();
    expect(textsOf(await bystander.say('connections'))).toContain('You have not connected anything yet.');
  });

  it('J3 the connection is of the way that was chosen, or of the profile that the developer selected', async () => {
    const { chat } = await connected(world, row);
    const made = await world.connections(row.integration);
    const mine = made.filter(({ owner }) => owner.kind === 'user' && owner.user === chat.user);
    expect(mine).toHaveLength(1);
    const builtIn = world.integrations.find(({ id }) => id === row.integration)?.profiles ?? [];
    const way = builtIn.find(({ id }) => id === mine[0]?.profile)?.title;
    expect(way).toBe(worldOfRow(row) === 'built in' ? (row.method ?? builtIn[0]?.title) : undefined);
    const client = row.ownClient?.(world.sandbox);
    const [{ clientId = '' } = {}] = client === undefined ? [] : Object.values(client.clientsByTenant ?? { client });
    const sent = world.sandbox.control.requests().filter(({ body }) => body.includes('authorization_code'));
    if (client !== undefined) expect(sent.map(({ body }) => body)).toEqual([expect.stringContaining(clientId)]);
  });
});

describe.each(rowsThatAskFirst('J3'))('$name', (row) => {
  enter(row);

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
    const asked = world.sandbox.control.requests().map(({ path, body }) => `${decodeURIComponent(path)} ${body}`);
    expect(asked.filter((request) => request.includes(argument))).toHaveLength(1);
  });
});

describe.each(rowsOf('J11'))('$name', (row) => {
  enter(row);

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

describe.each(oneOfEachWay(rowsThatAskFirst('J11')))('$name', (row) => {
  enter(row);

  it('J11 also while an input is asked for, connections and disconnect are answered and the question stays', async () => {
    const [ask, ...answers] = row.piecemeal;
    const chat = await world.chat();
    const question = textsOf(await chat.say(ask));
    const listed = textsOf(await chat.say('connections'));
    expect(listed).toContain('You have not connected anything yet.');
    expect(textsOf(await chat.say(`disconnect ${row.integration}`))).toContain(`${row.product} is not connected.`);
    const helped = textsOf(await chat.say('help'));
    expect(helped).toContain('This is what I can do for you:');
    expect(helped).toContain(question);
    for (const answer of answers.slice(0, -1)) await chat.say(answer);
    const asked = await chat.say(answers.at(-1) ?? '');
    expect(textsOf(asked)).toContain(`I need access to your ${row.product} account`);
  });
});

describe.each(rowsOf('J13'))('$name', (row) => {
  enter(row);

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
  enter(row);

  it('J13 asking for the very same thing twice makes it happen once', async () => {
    const journey = await startJourney(world, row);
    journey.asked = await journey.chat.say(row.action.say);
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  });
});

describe.each(oneOfEachWay(rowsOf('J13')).flatMap(besideAnother))('$name', ({ row, other }) => {
  enter(row);

  it('J13 another integration is independent, whichever is connected first', async () => {
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

function takesKeys(message: Heard): boolean {
  return (message.attachments ?? []).some(({ content }) =>
    content.actions?.some(({ type }) => type === 'Action.Submit'),
  );
}

/** With the first row of another product. */
function besideAnother(row: Row) {
  const other = rows.find(({ integration }) => integration !== row.integration);
  return other === undefined ? [] : [{ name: `${row.name}, and ${other.name}`, row, other }];
}

describe.each(rowsByLink('J3'))('$name', (row) => {
  enter(row);

  it('R13 the page names whose chat it is, and the chat names the account (E17)', async () => {
    const journey = await startJourney(world, row);
    const page = await journey.browser.get(linkOn(journey.asked));
    expect(page.text).toContain(nameOf(journey.chat.user));
    expect(page.text).toContain('Web Chat');
    expect(page.text).toContain('If you did not ask Latchkey Demo for this in your own chat, close this page.');
    await finish(journey);
    expectDone(journey);
    const choosesSite = row.way === 'link' && row.site !== undefined;
    const others = choosesSite ? ' You also gave me access to Globex: say *use jira Globex* to switch.' : '';
    expect(textOf(journey.heard[0])).toBe(
      `Connected to ${row.product} as **${row.account}**. Not you? Type *disconnect ${row.integration}*.${others}`,
    );
  });
});
