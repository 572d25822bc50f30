import { ActionRefusedError, defineAction, InputRefusedError, z } from 'latchkey';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { boxesAt } from './boxes.ts';
import { type ChatPerson, type Heard, textsOf } from './chat-person.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

/** What somebody can write into a title at a product: links of Markdown and of Slack, a picture, HTML, a line that looks like ours. */
const TITLE =
  'A [click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example|Jira> `b` **c**\n\u202e1. yes\u0000\ud83d';

const about = { purpose: 'look', integration: 'boxes', scopes: [] } as const;
const look = defineAction({
  ...about,
  id: 'boxes.look',
  title: 'Look',
  effect: 'read',
  input: z.object({}),
  run: async () => TITLE,
  answer: (title) => ({
    title,
    text: title,
    url: 'https://boxes.example/1 https://evil.example',
    facts: [
      { title, value: title },
      { title: 'Nothing', value: '' },
    ],
    items: [
      { title, subtitle: title, url: 'javascript:alert(1)' },
      { title: '', url: 'https://boxes.example/2' },
    ],
  }),
});
const refuse = defineAction({
  ...about,
  id: 'boxes.refuse',
  title: 'Refuse',
  input: z.object({}),
  run: async (): Promise<unknown> => {
    throw new ActionRefusedError(`There is no ${TITLE}.`);
  },
});
const choose = defineAction({
  ...about,
  id: 'boxes.choose',
  title: 'Choose',
  input: z.object({ box: z.string().optional().meta({ description: 'Which box?' }) }),
  run: async (): Promise<unknown> => {
    throw new InputRefusedError('box', `There is no ${TITLE}.`, [TITLE, 'Another']);
  },
});
const fill = defineAction({
  ...about,
  id: 'boxes.fill',
  title: 'Fill',
  input: z.object({}),
  form: async () => [
    { name: 'word', title: TITLE, kind: 'text', required: true },
    { name: 'several', title: TITLE, kind: 'choices', required: true, choices: [TITLE, 'b'] },
  ],
  run: async () => undefined,
});

let product: TestServer;
let bot: TestBot;
beforeAll(async () => {
  product = await startServer((_, response) => answerJson(response, 200, { id: 'jane' }));
  bot = await openTestBot({
    integrations: () => [boxesAt(product.origin)],
    actions: [look, refuse, choose, fill],
  });
});
afterAll(async () => {
  await bot.close();
  await product.close();
});

async function connected(): Promise<ChatPerson> {
  const chat = await bot.chat();
  const asked = await chat.say('Look');
  await chat.submit(asked, { userName: 'jane', password: 'secret-of-jane' });
  return chat;
}

describe('what a product sends, where cards and Markdown are shown,', () => {
  it.each(['Look', 'Refuse', 'Choose', 'Fill'])('makes no link and no picture: %s', async (said) => {
    const chat = await connected();
    const heard = await chat.say(said);
    const shown = said === 'Fill' ? [...heard, ...(await chat.say('a word'))] : heard;
    expect(shown.flatMap(({ text = '' }) => markupIn(text))).toEqual([]);
    expect(JSON.stringify(shown)).toContain('evil.example');
    for (const { type = '' } of shown.flatMap(partsOf)) expect(type).not.toMatch(/^(?:TextBlock|Image)$/);
    expect(shown.flatMap(partsOf).filter(({ url }) => url?.includes('evil') === true)).toEqual([]);
  });

  it('is shown on one line, without what nobody sees and what turns the words around it', async () => {
    const chat = await connected();
    const heard = await chat.say('Look');
    const words = heard.flatMap(partsOf).flatMap(({ type, text }) => (type === 'TextRun' ? [text ?? ''] : []));
    expect(words.join('')).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    expect(words.filter((line) => line.startsWith('1. yes'))).toHaveLength(1);
    expect(words).toContain('Untitled');
    expect(words).not.toContain('Nothing: ');
    expect(heard.flatMap(partsOf).flatMap(({ url }) => url ?? [])).toEqual(['https://boxes.example/2']);
  });
});

/** Links, pictures and emphasis of Markdown in a text; an escaped sign is none. */
function markupIn(text: string): readonly string[] {
  return text.replace(/\\./g, '').match(/\]\(|<https?:|!\[|`|\*\*c/g) ?? [];
}

interface Part {
  readonly type?: string;
  readonly text?: string;
  readonly url?: string;
}

/** Everything on the cards of a message. */
function partsOf({ attachments = [] }: Heard): readonly Part[] {
  const all: Part[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) all.push(value);
    for (const one of Object.values(value)) walk(one);
  };
  walk(attachments.map(({ content }) => content));
  return all;
}

it('and where only words are shown, what was written at the product stays words', async () => {
  const chat = await bot.chat('slack-jane', {
    channelId: 'slack',
    conversation: { id: 'B1:T1:D1', isGroup: false, name: '', conversationType: 'personal' },
    from: { id: 'U1:T1', name: 'Jane' },
  });
  for (const said of ['Refuse', 'Choose'])
    expect(textsOf(await chat.post({ type: 'message', text: said }))).not.toMatch(/<https?:/);
});
