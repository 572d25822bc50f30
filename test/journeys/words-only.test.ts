import { defineAction, z } from 'latchkey';
import { askedAction, askedConnection } from 'latchkey/dialogs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verbsOf } from '../verbs-of.ts';
import { actionsFor } from './actions-for.ts';
import { codeOn } from './browser-person.ts';
import { type ChatPerson, type Heard, linkOn, textsOf } from './chat-person.ts';
import { goToCode, startJourney } from './journey.ts';
import { type Row, rowsByKey, rowsByLink, rowsThatChoose } from './rows.ts';
import { startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot } from './test-bot.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

/** A product's list is longer than any message. */
const LIST = Array.from({ length: 400 }, (_, index) => ({
  title: `Thing ${index + 1} & <more>`,
  subtitle: 'a word about it, and another one',
}));
const listThings = defineAction({
  id: 'acme.list',
  title: 'List my things',
  purpose: 'list your things',
  integration: 'acme',
  scopes: ['things'],
  input: z.object({}),
  phrases: [/^list my things (?:& all|<all>)$/],
  run: async (api) => (await api.get<{ count: number }>('/things')).data.count,
  answer: () => ({ title: 'Your things', url: 'https://acme.example/things?a=1&b=2', items: LIST }),
});
const tagThings = defineAction({
  id: 'acme.tag',
  title: 'Tag my things',
  purpose: 'tag your things',
  integration: 'acme',
  scopes: ['things'],
  input: z.object({
    color: z.enum(['red', 'green', 'blue', 'black', 'white', 'pink', 'teal']).meta({ title: 'Color' }),
  }),
  run: async (_api, { color }) => color,
  answer: (color) => ({ title: `Tagged ${color}` }),
});

const keepThings = defineAction({
  id: 'acme.keep',
  title: 'Keep some things',
  purpose: 'keep things',
  integration: 'acme',
  scopes: ['things'],
  input: z.object({ count: z.number().min(1) }),
  phrases: [/^keep (?<count>\S+) things$/],
  run: async (_api, { count }) => count,
  answer: (count) => ({ title: `Kept ${count}` }),
});

let world: World;
let bot: TestBot;
const enter = openWorlds((entered) => {
  world = entered;
});

/** As channels send what somebody says alone with the bot. */
const alone = (channelId: string, user: string): Parameters<TestBot['chat']>[1] => {
  const conversation = { id: `chat-${user}`, name: '', isGroup: false, conversationType: 'personal' };
  if (channelId === 'slack') {
    const channelData = { SlackMessage: { team_id: 'T1', event: { channel_type: 'im' } } };
    return { conversation: { ...conversation, id: `B1:T1:D${user}` }, channelData };
  }
  if (channelId !== 'msteams') return { conversation };
  const from = { id: `29:${user}`, aadObjectId: user, name: 'Ann' };
  const tenant = { tenantId: 'acme' };
  return { from, conversation: { ...conversation, ...tenant }, channelData: { tenant: { id: 'acme' } } };
};

let people = 0;
const chatOn = (channelId: string): Promise<ChatPerson> => {
  const user = `${channelId}${++people}`;
  return bot.chat(user, { channelId, ...alone(channelId, user) });
};
const stageOn = (channelId: string) => ({
  sandbox: world.sandbox,
  chat: () => chatOn(channelId),
  browser: () => bot.browser(),
});

const hasOnlyWords = (heard: readonly Heard[]) => {
  for (const one of heard) {
    expect(one.attachments ?? []).toEqual([]);
    expect(one.suggestedActions).toBeUndefined();
    expect(one.text).not.toMatch(/\*|\\[_*]/);
  }
};

let product: Awaited<ReturnType<typeof startStrictProduct>>;
beforeAll(async () => {
  product = await startStrictProduct(() => bot.now());
});
afterAll(async () => {
  await bot?.close();
  await product.close();
});
enter();
beforeEach(async () => {
  bot ??= await openTestBot({
    integrations: () => [...world.integrations, product.integration],
    actions: [...actionsFor(world.integrations), ...product.actions, listThings, tagThings, keepThings],
    senders: {
      ownerOf: ({ channelId, from }) => (UNBELIEVED.has(channelId) ? { user: from.id } : undefined),
      isPersonal: ({ channelId }) => (UNBELIEVED.has(channelId) ? true : undefined),
    },
  });
  bot.advance(61_000);
});

/** Says something that needs Acme, connects it, and gives what the bot then said. */
async function askAcme(chat: ChatPerson, said: string): Promise<readonly Heard[]> {
  const browser = bot.browser();
  const moving = await browser.submit(await browser.get(linkOn(await chat.say(said))));
  return chat.say(codeOn(await browser.get(browser.onward(moving))));
}

/** Where the deployment has to vouch for who speaks. */
const UNBELIEVED = new Set(['email', 'pigeons']);
const CHANNELS = ['slack', 'telegram', 'facebook', 'line', 'sms', 'whatsapp', 'email', 'pigeons'];
const first = <Each>([one]: readonly Each[]): Each => {
  if (one === undefined) throw new Error('no row tells of this way');
  return one;
};
const byKey = first(rowsByKey('J3').filter(({ way }) => way === 'card'));
const byLink = first(rowsByLink('J3'));
const chooses = first(rowsThatChoose('J3'));

describe.each(CHANNELS)('%s, which shows words only', (channelId) => {
  it('never asks for a key in the chat, and goes on with one from the page', async () => {
    const row: Row = { ...byKey, way: 'page' };
    const journey = await startJourney(stageOn(channelId), row);
    const { chat } = journey;
    hasOnlyWords(journey.asked);
    expect(textsOf(journey.asked)).toContain(`I need access to your ${row.product} account`);
    expect(textsOf(journey.asked)).toContain("Don't type the key here.");
    expect(textsOf(journey.asked)).toMatch(/^http:\/\/\S+\/connect\/\S+$/m);
    for (const said of ['hm', 'what?']) expect(textsOf(await chat.say(said))).not.toMatch(/card above/);
    const done = await chat.say(await goToCode(journey));
    hasOnlyWords(done);
    expect(textsOf(done)).toContain(`Connected to ${row.product} as ${row.account}.`);
    expect(textsOf(done)).toMatch(row.action.answer);
  });

  it('sends a link to sign in with, and lists and ends connections', async () => {
    const row = byLink;
    const journey = await startJourney(stageOn(channelId), row);
    hasOnlyWords(journey.asked);
    expect(textsOf(journey.asked)).toContain('You can say: “new link”, “cancel”');
    const done = await journey.chat.say(await goToCode(journey));
    hasOnlyWords(done);
    expect(textsOf(done)).toMatch(row.action.answer);
    const listed = await journey.chat.say('connections');
    hasOnlyWords(listed);
    expect(textsOf(listed)).toContain(`${row.product}: `);
    expect(textsOf(listed)).toContain(`“disconnect ${row.integration}”`);
    expect(textsOf(await journey.chat.say(`disconnect ${row.integration}`))).toBe(row.disconnected);
  });

  it('numbers the choices, and a bare number is an answer', async () => {
    const chat = await chatOn(channelId);
    const which = await chat.say(chooses.action.say);
    hasOnlyWords(which);
    const titles = verbsOf(bot.authorizer)
      .offeredProfiles(chooses.integration)
      .map(({ title }) => title);
    for (const [index, title] of titles.entries()) expect(textsOf(which)).toContain(`\n${index + 1}. ${title}\n`);
    expect(textsOf(await chat.say('2'))).toContain('/connect/');
    await chat.say('cancel');
    const color = await chat.say('Tag my things');
    hasOnlyWords(color);
    expect(textsOf(color)).toBe(
      'Color\n1. red\n2. green\n3. blue\n4. black\n5. white\n6. pink\n7. teal\nYou can say: “cancel”',
    );
    expect(textsOf(await chat.say('8'))).toContain('1. red\n2. green');
    expect(textsOf(await askAcme(chat, '3'))).toContain('Tagged blue');
  });

  it('cuts an answer to what it takes, and keeps the link to the whole', async () => {
    const chat = await chatOn(channelId);
    const answer = first((await askAcme(chat, 'List my things')).slice(-1));
    hasOnlyWords([answer]);
    expect(answer.text?.length).toBeLessThanOrEqual(
      { slack: 4_000, facebook: 2_000, email: 20_000 }[channelId] ?? 5_000,
    );
    expect(answer.text).toMatch(/\n… and \d+ more\nhttps:\/\/acme\.example\/things\?a=1&(?:amp;)?b=2$/);
  });
});

describe('what the product offers, in words', () => {
  it('has numbers too', async () => {
    const journey = await startJourney(stageOn('telegram'), byLink);
    await journey.chat.say(await goToCode(journey));
    const asked = await journey.chat.say('create a jira issue: Water the plants');
    hasOnlyWords(asked);
    expect(textsOf(asked)).toBe(
      'Which project is it for?\n1. KAN: Kanban board\n2. OPS: Operations\nYou can say: “cancel”',
    );
    expect(textsOf(await journey.chat.say('1'))).toMatch(/^Created KAN-\d+\nWater the plants/);
  });
});

describe('a form in words', () => {
  it('says how to answer, and takes numbers for choices, also for several of them', async () => {
    const row: Row = { ...byKey, way: 'page', action: { ...byKey.action, say: 'fill in the form 242930000000103' } };
    const journey = await startJourney(stageOn('telegram'), row);
    const { chat } = journey;
    const says = async (said: string) => {
      const heard = await chat.say(said);
      hasOnlyWords(heard);
      return textsOf(heard);
    };
    expect(await says(await goToCode(journey))).toContain('1/14 Your name');
    expect(await says('Ann Lee')).toContain('2/14 E-mail');
    expect(await says('ann@acme.example')).toContain('You can say: “skip”, “cancel”');
    await says('skip');
    const asked = await says('Main 1');
    expect(asked).toContain('5/14 Day of the visit\nPlease give a day, like ');
    // the example is one that is understood
    const example = /like (.+)\.$/m.exec(asked)?.[1] ?? '';
    expect(example).toMatch(/^[A-Z][a-z]+ \d{1,2}, \d{4}$/);
    expect(await says(example)).toMatch(/6\/14 Time[^\n]*\nPlease give a time, like 6:30\sPM\./);
    await says('9:30');
    expect(await says('3')).toContain('8/14 Will you come back?\n1. Yes\n2. No\n3. Maybe');
    expect(await says('3')).toMatch(/separated by commas\.\n1\. Food\n2\. Drinks\n3\. Music/);
    await says('1, 3');
    await says('2');
    await says('fine');
    expect(await says('skip')).toMatch(/13\/14 Stars\n1, 2, 3, 4, 5\n/);
    await says('5');
    expect(await says('10')).toContain('Please check your answers:');
    expect(await says('send')).toContain('Your answers are in');
    const sent = world.sandbox.control.requests().findLast(({ path }) => path.endsWith('/submissions'));
    expect(Object.fromEntries(new URLSearchParams(sent?.body ?? ''))).toMatchObject({
      'submission[9]': 'Maybe',
      'submission[10][0]': 'Food',
      'submission[10][1]': 'Music',
      'submission[11]': 'Graz',
    });
  });
});

describe('an input', () => {
  it.each(['test', 'telegram'])(
    'is understood with a large letter, and where it is a number, on %s',
    async (channelId) => {
      const chat = await chatOn(channelId);
      await chat.say('Tag my things');
      expect(textsOf(await askAcme(chat, 'Red'))).toContain('Tagged red');
      await chat.say('Keep some things');
      expect(textsOf(await chat.say('a few'))).toContain('Please give a number, like 1,200.5.');
      expect(textsOf(await chat.say('12'))).toContain('Kept 12');
      expect(textsOf(await chat.say('keep 7 things'))).toContain('Kept 7');
      await chat.say('Keep some things');
      expect(textsOf(await chat.say('two and a half'))).toContain('Please give a number');
      expect(textsOf(await chat.say('2,5'))).toContain('Kept 2.5');
    },
  );
});

describe('what people say', () => {
  it('may come without text', async () => {
    for (const channelId of ['facebook', 'telegram', 'test']) {
      const chat = await chatOn(channelId);
      const picture = { contentType: 'image/png', contentUrl: 'https://pictures.example/1.png' };
      expect(await chat.post({ type: 'message', attachments: [picture] })).toEqual([]);
      await chat.say('Tag my things');
      expect(textsOf(await chat.post({ type: 'message', attachments: [picture] }))).toContain('Color');
    }
    expect(askedAction(undefined, [listThings])).toBeUndefined();
    expect(askedConnection(undefined, bot.authorizer)).toBeUndefined();
  });

  it('begins after the mention of the bot, and ends in a mail before what it answers to', async () => {
    const mention = { type: 'mention', text: '<at>Acme bot</at>', mentioned: { id: 'bot' } };
    const teams = await chatOn('msteams');
    const recipient = { id: 'bot', name: 'Acme bot', role: 'bot' };
    const named = { type: 'message', text: '<at>Acme bot</at>&nbsp;Tag my things', entities: [mention], recipient };
    expect(textsOf(await teams.send(named))).toContain('Color');
    const mail = await chatOn('email');
    await mail.say('Tag my things');
    const older = '\n\nOn Mon, 23 Nov 2026 at 10:00, Acme bot <bot@acme.example> wrote:\n> Color\n> 1. red';
    const asked = await mail.say(`2${older}`);
    expect(textsOf(asked)).toContain('I need access to your Acme account');
    const browser = bot.browser();
    const moving = await browser.submit(await browser.get(linkOn(asked)));
    const code = codeOn(await browser.get(browser.onward(moving)));
    expect(textsOf(await mail.say(`${code}\n-- \nAnn Lee\nAcme`))).toContain('Tagged green');
  });
});

describe('Slack', () => {
  it('takes its dress off what people say, before anything reads it', async () => {
    const chat = await chatOn('slack');
    expect(textsOf(await askAcme(chat, '<@U0BOT> list my things &amp; all'))).toContain('Your things');
    expect(textsOf(await chat.say('list my things &lt;all&gt;'))).toContain('Your things');
    expect(textsOf(await chat.say('disconnect <http://acme.example|acme>'))).toMatch(/^Removed/);
    const zendesk = await chat.say('use <mailto:jane@acme.example|jane@acme.example> &lt;x&gt;');
    expect(textsOf(zendesk)).toContain('jane@acme.example &lt;x&gt;');
  });

  it('puts its dress on what is said, so that nothing of a product calls everybody or becomes a link', async () => {
    const chat = await chatOn('slack');
    expect(textsOf(await askAcme(chat, 'List my things'))).toContain('- Thing 1 &amp; &lt;more&gt; ·');
  });
});

describe('Teams', () => {
  it('has no buttons in a group, so all of them are words', async () => {
    const one = await chatOn('msteams');
    await askAcme(one, 'List my things');
    const conversation = { id: '19:team', name: '', isGroup: true, conversationType: 'channel', tenantId: 'acme' };
    const group = await bot.chat(one.user, { channelId: 'msteams', ...alone('msteams', one.user), conversation });
    const color = await group.say('Tag my things');
    expect(color[0]?.text).toMatch(/7\. teal\nYou can say: “cancel”$/);
    expect(color[0]?.suggestedActions).toBeUndefined();
    expect(textsOf(await group.say('7'))).toContain('Tagged teal');
  });

  it('shows no more buttons than it can, and takes a number instead', async () => {
    const chat = await chatOn('msteams');
    const color = await chat.say('Tag my things');
    expect(color[0]?.text).toMatch(/^Color\n1\. red\n[\s\S]*7\. teal$/);
    expect(color[0]?.suggestedActions?.actions.map(({ value }) => value)).toEqual(['cancel']);
    expect(textsOf(await askAcme(chat, '7'))).toContain('Tagged teal');
  });

  it('gets no answer that it would refuse for its size', async () => {
    const chat = await chatOn('msteams');
    const answer = first((await askAcme(chat, 'List my things')).slice(-1));
    expect(Buffer.from(JSON.stringify(answer), 'utf16le').length).toBeLessThanOrEqual(28 * 1024);
    expect(textsOf([answer])).toMatch(/\n… and \d+ more$/);
    expect(answer.attachments?.[0]?.content.actions?.[0]?.url).toBe('https://acme.example/things?a=1&b=2');
  });

  it('has a card for a key that hides it, or else shows the page', async () => {
    const asked = await (await chatOn('msteams')).say(byKey.action.say);
    const card = asked.at(-1)?.attachments?.[0]?.content as Readonly<Record<string, unknown>>;
    expect(card.version).toBe('1.5');
    expect(card.fallbackText).toBe(`Connect Jotform: ${linkOn(asked)}`);
    expect(JSON.stringify(card)).toContain('"style":"password"');
  });
});
