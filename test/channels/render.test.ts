import { englishTexts } from 'latchkey';
import { describe, expect, it } from 'vitest';
import { channelOf } from '../../src/channels/channels.ts';
import type { Message } from '../../src/channels/message.ts';
import { rendered } from '../../src/channels/render.ts';
import { renderCard } from '../../src/channels/render-card.ts';
import { renderWords } from '../../src/channels/render-words.ts';

const LINK = { title: 'Open', url: 'https://acme.example/whole' };
const FAMILY = '👩‍👩‍👧‍👦';
const long = 'a word and '.repeat(20_000);

const LONG: readonly (readonly [string, Message])[] = [
  ['a long text', { card: { title: 'All of it', text: long, link: LINK } }],
  ['long facts', { card: { title: 'Facts', facts: [{ title: long, value: long }], link: LINK } }],
  [
    'many facts',
    { card: { title: 'Facts', facts: Array(900).fill({ title: 'Key', value: long.slice(0, 250) }), link: LINK } },
  ],
  ['a long title', { card: { title: long, link: LINK } }],
  ['long items', { card: { title: 'Items', items: Array(9).fill({ title: long, subtitle: long }), link: LINK } }],
  ['a sentence that never ends', { text: long }],
  ['families', { text: FAMILY.repeat(9_000) }],
];

describe.each(LONG)('%s', (_what, message) => {
  it.each(['sms', 'slack', 'telegram', 'email', 'pigeons'])('fits into the words of %s, with its link', (channelId) => {
    const channel = channelOf({ channelId });
    const { text = '' } = renderWords(message, channel, englishTexts);
    expect(text.length).toBeLessThanOrEqual(channel.limits.text);
    if (message.card !== undefined) expect(text.endsWith(`\n${LINK.url}`)).toBe(true);
  });

  it('fits into a message of Teams, with its link', () => {
    const said = renderCard(message, channelOf({ channelId: 'msteams' }).limits, englishTexts);
    expect(Buffer.from(JSON.stringify(said), 'utf16le').length).toBeLessThanOrEqual(26_000);
    if (message.card !== undefined) expect(JSON.stringify(said)).toContain(`"url":"${LINK.url}"`);
  });
});

it('has numbers for choices in a group in Teams, where nobody sees buttons of others', () => {
  const message = { text: 'Which one?', choices: ['Red', 'Blue'], suggestions: ['cancel'] };
  const inGroup = rendered(message, { channelId: 'msteams' }, 'group', englishTexts);
  expect(inGroup.suggestedActions?.actions ?? []).toEqual([]);
  expect(inGroup.text).toMatch(/Which one\?\n1\. Red\n2\. Blue\n.*cancel/);
  const alone = rendered(message, { channelId: 'msteams' }, 'personal', englishTexts);
  expect(alone.suggestedActions?.actions.map(({ value }) => value)).toEqual(['Red', 'Blue', 'cancel']);
});

it('more suggestions than Teams has room for are said in words, each once', () => {
  const suggestions = Array.from({ length: 9 }, (_, at) => `disconnect acme${at}`);
  const { limits } = channelOf({ channelId: 'msteams' });
  const said = renderCard({ text: 'Your connections', suggestions }, limits, englishTexts);
  const buttons = said.suggestedActions?.actions.map(({ value }) => value) ?? [];
  expect(buttons).toEqual(suggestions.slice(0, limits.choices));
  for (const one of suggestions) expect(said.text?.includes(one) ?? false, one).toBe(!buttons.includes(one));
});

describe('one long item', () => {
  const items = [{ title: 'First', subtitle: long }, ...Array(4).fill({ title: 'Other', subtitle: 'short' })];
  const message: Message = { card: { title: 'Items', items, link: LINK } };

  it.each(['msteams', 'slack', 'email'])('is cut and leaves room for the others, at %s', (channelId) => {
    const channel = channelOf({ channelId });
    const said =
      channelId === 'msteams'
        ? JSON.stringify(renderCard(message, channel.limits, englishTexts))
        : (renderWords(message, channel, englishTexts).text ?? '');
    expect(said.match(/Other/g)?.length).toBeGreaterThanOrEqual(4);
    expect(said).toMatch(/a word and a…/);
    expect(said).toContain(LINK.url);
  });
});

describe('a cut', () => {
  it('is never made within what people see as one character', () => {
    const { text = '' } = renderWords(
      { text: `x${FAMILY.repeat(400)}` },
      channelOf({ channelId: 'sms' }),
      englishTexts,
    );
    expect(text.replaceAll(FAMILY, '')).toBe('x…');
  });
});

describe('a question with more choices than a card can hold', () => {
  it('is asked in words, with numbers', () => {
    const choices = Array.from({ length: 900 }, (_, index) => `Choice [${index}](https://evil.example)`);
    const form = {
      fields: [
        {
          kind: 'choices',
          key: 'answer',
          label: '1/1 *Which*',
          choices: choices.map((value) => ({ title: value, value })),
        },
      ] as const,
      submit: 'OK',
      data: {},
      inWords: 'Please choose.',
    };
    const said = renderCard(
      { card: { title: '1/1 *Which*', form }, choices, suggestions: ['cancel'] },
      channelOf({ channelId: 'msteams' }).limits,
      englishTexts,
    );
    expect(said.attachments).toBeUndefined();
    expect(said.text).toMatch(/^1\/1 \\\*Which\\\*\nPlease choose\.\n1\. Choice \\\[0\\\]\\\(/);
    expect(said.suggestedActions?.actions.map(({ value }) => value)).toEqual(['cancel']);
  });
});
