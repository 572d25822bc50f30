import { TranscriptLoggerMiddleware, type TurnContext } from 'botbuilder';
import { defineAction, z } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wrappedIn } from '../answers/pasted.ts';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { KEYS, WRAPPINGS } from '../secrets/pasted-keys.ts';
import { codeOn } from './browser-person.ts';
import { type ChatPerson, cardDataOn, type Heard, linkOn, textsOf } from './chat-person.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

const KEY = KEYS[2]?.key ?? '';
const USER = 'jörg';
const PASSWORD = ' Pässwört€ "9" ';
const UNASKED = 'That looks like a secret, but I did not ask for one.';
const INSIDE = 'That looks like a key or password. I removed it and did not use it.';

/** What reached the middleware after ours, the transcript and the bot. */
const reached: string[] = [];
let product: TestServer;
let bot: TestBot;
let chat: ChatPerson;

const countThings = defineAction({
  id: 'things.count',
  title: 'Count my things',
  purpose: 'count your things',
  integration: 'things',
  scopes: [],
  input: z.object({}),
  run: async (api) => (await api.get<{ count: number }>('/count')).data.count,
  answer: (count) => ({ title: `You have ${count} things` }),
});
const countBoxes = defineAction({
  ...countThings,
  id: 'boxes.count',
  title: 'Count my boxes',
  purpose: 'count your boxes',
  integration: 'boxes',
  input: z.object({}),
  run: async (api) => (await api.get<{ count: number }>('/count')).data.count,
  answer: (count) => ({ title: `You have ${count} boxes` }),
});

beforeAll(async () => {
  const basic = `Basic ${Buffer.from(`${USER}:${PASSWORD}`, 'utf8').toString('base64')}`;
  product = await startServer(({ headers }, response) => {
    const isRight = headers['x-key'] === KEY || headers.authorization === basic;
    answerJson(response, isRight ? 200 : 401, { id: 'jane', count: 3 });
  });
  const common = {
    baseUrl: product.origin,
    allowInsecureLoopback: true,
    check: { path: '/me', account: { id: 'id' } },
  } as const;
  const note = async (context: TurnContext, next: () => Promise<void>) => {
    reached.push(JSON.stringify(context.activity));
    await next();
    reached.push(JSON.stringify(context.activity));
  };
  bot = await openTestBot({
    integrations: () => [
      defineIntegration({
        ...common,
        id: 'things',
        name: 'Things',
        profiles: [
          {
            id: 'key',
            title: 'Key',
            method: 'api_key',
            fields: [{ key: 'apiKey', title: 'API key' }],
            placements: [{ in: 'header', name: 'x-key', value: '{{apiKey}}' }],
          },
        ],
      }),
      defineIntegration({
        ...common,
        id: 'boxes',
        name: 'Boxes',
        profiles: [{ id: 'password', title: 'Password', method: 'basic' }],
      }),
    ],
    actions: [countThings, countBoxes],
    middleware: [
      new TranscriptLoggerMiddleware({ logActivity: (activity) => void reached.push(JSON.stringify(activity)) }),
      { onTurn: note },
    ],
  });
});
beforeEach(async () => {
  bot.advance(61_000);
  reached.length = 0;
  product.received.length = 0;
  chat = await bot.chat();
});
afterAll(async () => {
  await bot.close();
  await product.close();
});

const checks = () => product.received.filter(({ url }) => url === '/me').length;

function expectNothingReached(...secrets: readonly string[]): void {
  const all = reached.join('\n');
  for (const secret of secrets) {
    for (const part of [secret, JSON.stringify(secret).slice(1, -1), secret.slice(-8)]) expect(all).not.toContain(part);
  }
}

describe('while a key is awaited', () => {
  it.each([...WRAPPINGS, ...wrappedIn('keys')])(
    'a key pasted $how is taken, and nothing after the middleware sees it',
    async ({ paste }) => {
      await chat.say('Count my things');
      const heard = textsOf(await chat.say(paste(KEY)));
      expect(heard).toContain('Connected to Things as **jane**');
      expect(heard).toContain('still in this chat’s history');
      expect(heard).toContain('You have 3 things');
      expect(product.received.map(({ headers }) => headers['x-key'])).toEqual([KEY, KEY]);
      expectNothingReached(KEY);
    },
  );

  it('a key among other things that look like keys is taken out, and none of them is used', async () => {
    await chat.say('Count my things');
    const other = 'xY9zW8vU7tS6rQ5pO4nM3';
    expect(textsOf(await chat.say(`is it ${KEY} or ${other}?`))).toContain(INSIDE);
    expect(checks()).toBe(0);
    expectNothingReached(KEY, other);
  });

  it('what Teams says of a message that was corrected is taken as well', async () => {
    await chat.say('Count my things');
    expect(textsOf(await chat.say(`${KEY}oops`))).toContain('rejected this key');
    const heard = await chat.post({ type: 'messageUpdate', text: KEY, channelData: { eventType: 'editMessage' } });
    expect(textsOf(heard)).toContain('You have 3 things');
    expectNothingReached(KEY);
  });

  it.each([
    { what: 'an event', activity: (data: object) => ({ type: 'event', name: 'submit', value: data }) },
    {
      what: 'an invoke',
      activity: (data: object) => ({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', data } },
      }),
    },
    { what: 'JSON text', activity: (data: object) => ({ type: 'message', text: JSON.stringify(data) }) },
    {
      what: 'channel data',
      activity: (data: object) => ({ type: 'message', text: '', channelData: { postBack: data } }),
    },
  ])('our own card that comes as $what is read as ours', async ({ activity }) => {
    const asked = await chat.say('Count my things');
    const heard = await chat.post(activity({ ...cardDataOn(asked), apiKey: KEY }));
    expect(textsOf(heard)).toContain('Connected to Things as **jane**');
    expect(textsOf(heard)).toContain('You have 3 things');
    expectNothingReached(KEY);
  });

  it.each([
    { where: 'an attachment', more: { attachments: [{ contentType: 'text/html', content: `<p>${KEY}</p>` }] } },
    { where: 'the channel’s data', more: { channelData: { message: { text: `my key: ${KEY}` } } } },
    { where: 'what is spoken', more: { speak: KEY } },
    { where: 'the summary', more: { summary: `APIKEY: ${KEY}` } },
  ])('a key that stands in $where only does not pass either', async ({ more }) => {
    await chat.say('Count my things');
    await chat.post({ type: 'message', text: 'here it is', ...more });
    expectNothingReached(KEY);
  });

  it('ordinary words pass, with everything that came along', async () => {
    await chat.say('Count my things');
    const channelData = { clientActivityID: 'a1b2c3d4e5f6g7h8' };
    expect(textsOf(await chat.send({ type: 'message', text: 'see ticket KAN-20261121', channelData }))).toContain(
      "I'm still waiting",
    );
    expect(reached.join('\n')).toContain('see ticket KAN-20261121');
    expect(reached.join('\n')).toContain('a1b2c3d4e5f6g7h8');
  });
});

describe('the card', () => {
  const inputsOn = (asked: readonly Heard[]) =>
    asked.flatMap(({ attachments = [] }) => attachments).flatMap(({ content }) => content.body ?? []);

  it.each([
    { ask: 'Count my things', secret: ['apiKey'], open: [] },
    { ask: 'Count my boxes', secret: ['password'], open: ['userName'] },
  ])('$ask: what is a key or a password is masked although no profile says so', async ({ ask, secret, open }) => {
    const inputs = inputsOn(await chat.say(ask)).filter(({ type }) => type === 'Input.Text');
    expect(inputs.filter(({ style }) => style === 'password').map(({ id }) => id)).toEqual(secret);
    expect(inputs.filter(({ style }) => style !== 'password').map(({ id }) => id)).toEqual(open);
  });

  it('is of the version that hides what is typed; an older host shows words and the link in its place', async () => {
    const asked = await chat.say('Count my boxes');
    const card = JSON.stringify(asked.flatMap(({ attachments = [] }) => attachments));
    expect(card).toContain('"version":"1.5"');
    expect(card).toContain(`"fallbackText":"Connect Boxes: ${linkOn(asked)}"`);
  });

  it.each([`"${KEY}"`, `'${KEY}'`, `\`${KEY}\``, `“${KEY}”`, `\u200b${KEY}`, ` "${KEY}" `])(
    'a key in it may stand in quotes or among blanks: %s',
    async (apiKey) => {
      const heard = await chat.submit(await chat.say('Count my things'), { apiKey });
      expect(textsOf(heard)).toContain('You have 3 things');
      expect(product.received.map(({ headers }) => headers['x-key'])).toEqual([KEY, KEY]);
    },
  );

  it('one quote alone belongs to the key', async () => {
    await chat.submit(await chat.say('Count my things'), { apiKey: `"${KEY}` });
    expect(product.received.map(({ headers }) => headers['x-key'])).toEqual([`"${KEY}`]);
  });

  it.each(['line\nbreak', 'bell\u0007', 'half\ud83d'])('a password with %j in it is refused', async (password) => {
    const heard = await chat.submit(await chat.say('Count my boxes'), { userName: USER, password });
    expect(textsOf(heard)).toContain("That doesn't look like a Password");
    expect(checks()).toBe(0);
  });
});

describe('while a form with several fields is awaited', () => {
  it.each(['Pässwört€99', 'hunter2', KEY, 'password: Geheimnis'])(
    '%s is taken out, and the person reads to fill in the card',
    async (typed) => {
      await chat.say('Count my boxes');
      expect(textsOf(await chat.say(typed))).toContain(INSIDE);
      expect(checks()).toBe(0);
      expect(reached.join('\n')).not.toContain(typed.replace('password: ', ''));
    },
  );

  it.each(wrappedIn('passwords'))('a password that is a word like any other is taken out $how', async ({ paste }) => {
    await chat.say('Count my boxes');
    expect(textsOf(await chat.say(paste('Geheimnis')))).toContain(INSIDE);
    expectNothingReached('Geheimnis');
  });

  it('user name and password come to the product as they were typed', async () => {
    const asked = await chat.say('Count my boxes');
    const heard = await chat.submit(asked, { userName: USER, password: PASSWORD });
    expect(textsOf(heard)).toContain('You have 3 boxes');
    expect(textsOf(heard)).not.toContain('I removed the spaces');
    expectNothingReached(PASSWORD);
  });
});

describe('where no key is awaited', () => {
  it.each([
    { how: 'a minute after the prompt expired', ask: async () => bot.advance(11 * 60_000) },
    { how: 'after it was cancelled', ask: async () => void (await chat.say('cancel')) },
  ])('a key that comes $how is taken out, and its writer warned', async ({ ask }) => {
    await chat.say('Count my things');
    await ask();
    await bot.round();
    await chat.listen();
    expect(textsOf(await chat.say(KEY))).toContain(UNASKED);
    expect(textsOf(await chat.say(`here it is: ${KEY}`))).toContain(UNASKED);
    expect(checks()).toBe(0);
    expectNothingReached(KEY);
  });

  it('a key in the group next door is taken out there', async () => {
    await chat.say('Count my things');
    const conversation = { id: 'next-door', name: '', isGroup: true, conversationType: 'group' };
    const group = await bot.chat(chat.user, { conversation });
    expect(textsOf(await group.say(KEY))).toContain(UNASKED);
    expect(checks()).toBe(0);
    expectNothingReached(KEY);
  });

  it('where the channel hides nothing a key is asked for on the page only, and a typed one is not used', async () => {
    const inSlack = {
      channelId: 'slack',
      conversation: { id: 'B1:T1:D1', name: '', isGroup: false, conversationType: '' },
    };
    const slack = await bot.chat('U1:T1', inSlack);
    expect(textsOf(await slack.say('Count my things'))).toContain('/connect/');
    expect(textsOf(await slack.say(KEY))).toContain(UNASKED);
    expect(checks()).toBe(0);
    expectNothingReached(KEY);
  });

  it('the same word is no secret for somebody who was never asked', async () => {
    await chat.listen();
    await chat.say('order-a1B2c3D4e5');
    expect(reached.join('\n')).toContain('order-a1B2c3D4e5');
  });

  it('a token of a known shape is found in an event and in an invoke too', async () => {
    const token = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
    for (const type of ['event', 'invoke', 'messageUpdate', 'messageReaction']) {
      expect(textsOf(await chat.post({ type, name: 'x', value: { note: `use ${token}` } }))).toContain(UNASKED);
    }
    expectNothingReached(token);
  });

  it('the Bot Framework’s own sign-in is left alone', async () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijkl';
    await chat.post({ type: 'event', name: 'tokens/response', value: { token } });
    expect(reached.join('\n')).toContain(token);
  });
});

describe('a code', () => {
  it('that completes something is out of every copy of the message before anything else sees it', async () => {
    const browser = bot.browser();
    const form = await browser.submit(await browser.get(linkOn(await chat.say('Count my things'))));
    const code = codeOn(await browser.submit(form, { 'field.apiKey': KEY }));
    reached.length = 0;
    const heard = await chat.send({
      type: 'message',
      text: code,
      attachments: [{ contentType: 'text/html', content: `<p>${code}</p>` }],
      channelData: { echo: { text: code } },
    });
    expect(textsOf(heard)).toContain('You have 3 things');
    expectNothingReached(code);
  });
});
