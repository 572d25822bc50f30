import { englishTexts } from 'latchkey';
import { describe, expect, it } from 'vitest';
import { fitCard } from '../../src/channels/fit-card.ts';
import type { Card } from '../../src/channels/message.ts';

const sizeOf = (card: Card) => JSON.stringify(card).length;
const within = (size: number) => (card: Card) => sizeOf(card) <= size;
const items = Array.from({ length: 20 }, (_, at) => ({ title: `Item ${at} ${'x'.repeat(80)}` }));
const link = { title: 'Open', url: 'https://acme.example/all' };

describe('a card that is too large', () => {
  it('says how many items are not shown, shows as many as fit, and keeps its title and its link whole', () => {
    const card: Card = { title: 'T'.repeat(400), items, link };
    const shown = fitCard(card, englishTexts, within(1_500));
    const count = shown.items?.length ?? 0;
    expect(shown.title).toBe(card.title);
    expect(shown.link).toEqual(link);
    expect(shown.items).toEqual(items.slice(0, count));
    expect(shown.more).toBe(englishTexts.moreItems(20 - count));
    expect(sizeOf(shown)).toBeLessThanOrEqual(1_500);
    expect(sizeOf({ ...shown, items: items.slice(0, count + 1) })).toBeGreaterThan(1_500);
  });

  it('loses what its lines have too much before its text, and of the text no more than it has to', () => {
    const card: Card = {
      title: 'T'.repeat(2_000),
      text: 'word '.repeat(100),
      facts: [{ title: 'F', value: 'v'.repeat(900) }],
      link,
    };
    const lines = fitCard(card, englishTexts, within(1_400));
    expect(lines.text).toBe(card.text);
    expect([lines.title.length, lines.facts?.[0]?.value.length]).toEqual([300, 300]);
    const less = fitCard(card, englishTexts, within(1_000));
    expect(less.link).toEqual(link);
    expect(less.text).toMatch(/^(?:word )+(?:w|wo|wor|word)?…$/);
    expect(sizeOf(less)).toBeGreaterThan(990);
  });

  it('stays as it is where it fits', () => {
    const card: Card = { title: 'T'.repeat(400), items, link };
    expect(fitCard(card, englishTexts, () => true)).toBe(card);
  });
});
