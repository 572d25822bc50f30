import type { Texts } from '../texts/texts.ts';
import { cut, mostThatFits } from './cut.ts';
import type { Card, CardItem } from './message.ts';

/** The longest fact, title or subtitle that is still useful. */
const LINE = 300;

/** Shortens items, then removes some, then shortens lines and text, until the card fits. The link is never cut. */
export function fitCard(card: Card, texts: Texts, fits: (card: Card) => boolean): Card {
  if (fits(card)) return card;
  const all = (card.items ?? []).map(shortItem);
  const whole: Card = card.items === undefined ? card : { ...card, items: all };
  const first = (count: number): Card =>
    count === all.length ? whole : { ...card, items: all.slice(0, count), more: texts.moreItems(all.length - count) };
  const fewer = first(mostThatFits(all.length, (count) => fits(first(count))));
  if (fits(fewer)) return fewer;
  const shorter: Card = {
    ...fewer,
    title: cut(card.title, LINE),
    ...(card.facts === undefined ? {} : { facts: card.facts.map(({ title, value }) => short(title, value)) }),
  };
  if (fits(shorter)) return shorter;
  const { text = '', facts = [] } = shorter;
  const ofText = (length: number): Card => ({ ...shorter, text: cut(text, length) });
  const lessText = ofText(mostThatFits(text.length, (length) => fits(ofText(length))));
  if (fits(lessText)) return lessText;
  const ofFacts = (count: number): Card => ({ ...lessText, facts: facts.slice(0, count) });
  return ofFacts(mostThatFits(facts.length, (count) => fits(ofFacts(count))));
}

/** One long item must not take the space of the others. */
function shortItem({ title, subtitle, ...rest }: CardItem): CardItem {
  return { title: cut(title, LINE), ...(subtitle === undefined ? {} : { subtitle: cut(subtitle, LINE) }), ...rest };
}

function short(title: string, value: string) {
  return { title: cut(title, LINE), value: cut(value, LINE) };
}
