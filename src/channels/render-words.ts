import type { Texts } from '../texts/texts.ts';
import type { SaidActivity } from './activity.ts';
import type { Channel } from './channels.ts';
import { cut, mostThatFits } from './cut.ts';
import { dressed } from './dress.ts';
import { fitCard } from './fit-card.ts';
import { type Card, isWebAddress, type Message } from './message.ts';
import { numbered } from './numbered.ts';
import { withoutMarkdown } from './without-markdown.ts';

/** For channels that show only text: the link has its own line, and choices have numbers. */
export function renderWords(message: Message, channel: Channel, texts: Texts): SaidActivity {
  const fits = (text: string) => dressed(text, channel).length <= channel.limits.text;
  const withCard = (card: Card | undefined) => wordsOf(message, card, texts);
  const { card } = message;
  const shown = card && fitCard(card, texts, (shorter) => fits(withCard(shorter)));
  const text = withCard(shown);
  const fitting = fits(text)
    ? text
    : cut(
        text,
        mostThatFits(text.length, (length) => fits(cut(text, length))),
      );
  return { type: 'message', text: dressed(fitting, channel), textFormat: 'plain', inputHint: 'acceptingInput' };
}

function wordsOf({ text, choices = [], suggestions = [] }: Message, card: Card | undefined, texts: Texts): string {
  const said = [text === undefined ? [] : [withoutMarkdown(text)], card === undefined ? [] : linesOf(card)].flat();
  const all = said.join('\n').toLowerCase();
  const unsaid = suggestions.filter((suggestion) => !all.includes(suggestion.toLowerCase()));
  return [
    ...said,
    ...numbered(choices, (choice) => choice),
    ...(unsaid.length === 0 ? [] : [texts.canSay(unsaid)]),
  ].join('\n');
}

function linesOf({ title, text, facts = [], items = [], more, form, link, footer }: Card): readonly string[] {
  return [
    title,
    text,
    ...facts.map((fact) => `${fact.title}: ${fact.value}`),
    ...items.flatMap(({ title: item, subtitle, url }) => [
      `- ${[item, subtitle].filter((part) => part !== undefined && part !== '').join(' · ')}`,
      ...(isWebAddress(url) ? [url] : []),
    ]),
    more,
    form?.inWords,
    footer,
    ...(isWebAddress(link?.url) ? [link.url] : []),
  ].filter((line) => line !== undefined);
}
