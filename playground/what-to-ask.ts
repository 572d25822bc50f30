import { type AnyAction, escapeMarkdown, type PublicIntegration } from 'latchkey';
import { askedAction } from 'latchkey/dialogs';
import type { PlaygroundWords } from './words/playground-words.ts';

/** Sentences that people can try, by product: the first is offered as a button, all are in the help. None deletes anything. */
export const SENTENCES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  jira: ['Create a Jira issue', 'Create issue in KAN: Order a kettle', 'My Jira issues', 'View KAN-1'],
  jotform: ['List Jotform forms', 'Fill in a Jotform form'],
  zendesk: ['My Zendesk tickets', 'Create a Zendesk ticket: The printer is on fire'],
  gorgias: ['List Gorgias tickets', 'Create a Gorgias ticket'],
  freshsales: ['List Freshsales contacts', 'Create Freshsales deal Kettles for 1200'],
  github: ['My GitHub issues'],
};

/** The bot's integrations and its words. */
export interface Offer {
  readonly words: PlaygroundWords;
  readonly products: readonly Pick<PublicIntegration, 'id' | 'name'>[];
  readonly actions: readonly AnyAction[];
  /** A title in the person's language, in which it is understood. */
  readonly inWords: (title: string) => string;
}

/** More would not be visible: they are in a few rows above the message box. */
const MOST_BUTTONS = 6;

export function suggestions(offer: Offer): readonly string[] {
  return offer.products.flatMap(({ id }) => sentencesFor(offer, id)[0] ?? []).slice(0, MOST_BUTTONS);
}

/** Products without sentences have a line each; more of them are counted. */
const MOST_LINES = 4;

/** Products that are named if there are many. */
const EXAMPLES = ['asana', 'hubspot', 'notion'];

/** What people can ask for, how to connect something else, and what always works. */
export function helpText(offer: Offer): string {
  const { words, products } = offer;
  const asked = products.filter(({ id }) => SENTENCES[id] !== undefined);
  const others = products.filter(({ id }) => SENTENCES[id] === undefined);
  const few = others.length <= MOST_LINES ? others : [];
  const lines = [
    ...asked.map(({ id, name }) => line(name, sentencesFor(offer, id))),
    ...few.map(({ id, name }) => line(name, [words.connect(id)])),
  ];
  return paragraphs([
    `${words.canDo}\n\n${lines.join('\n')}`,
    others.length === few.length
      ? ''
      : words.canConnect(others.length, examplesOf(others).map(words.connect).map(said)),
    words.always(products[0]?.id ?? ''),
  ]);
}

function examplesOf(products: Offer['products']): readonly string[] {
  const ids = products.map(({ id }) => id);
  const known = ids.filter((id) => EXAMPLES.includes(id));
  return known.length === 0 ? ids.slice(0, EXAMPLES.length) : known;
}

/** All products that the help only counts: what people can ask for at them, and those that they can only connect. */
export function productsText(offer: Offer): string {
  const { words, products, actions, inWords } = offer;
  const titlesOf = (id: string) =>
    actions.filter(({ integration }) => integration === id).map(({ title }) => inWords(title));
  const others = products
    .filter(({ id }) => SENTENCES[id] === undefined)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  const [example] = others;
  if (example === undefined) return helpText(offer);
  const asked = others.filter(({ id }) => titlesOf(id).length > 0);
  const names = others.filter(({ id }) => titlesOf(id).length === 0).map(({ name }) => unlinked(escapeMarkdown(name)));
  const lines = asked.map(({ id, name }) => line(name, titlesOf(id)));
  return paragraphs([
    lines.length === 0 ? '' : `${words.canAlsoDo}\n\n${lines.join('\n')}`,
    names.length === 0 ? '' : words.onlyConnect(names.join(', ')),
    words.always(example.id),
  ]);
}

/** English has complete sentences; in other languages people ask for an action by its title. */
function sentencesFor({ words, actions, inWords }: Offer, product: string): readonly string[] {
  const sentences = SENTENCES[product] ?? [];
  if (words.lang === 'en') return sentences;
  const titles = sentences.flatMap((sentence) => askedAction(sentence, actions)?.action.title ?? []);
  return [...new Set(titles)].map(inWords);
}

function line(name: string, sentences: readonly string[]): string {
  return `- **${unlinked(escapeMarkdown(name))}**: ${sentences.map(said).join(' · ')}`;
}

function said(sentence: string): string {
  return `*${sentence}*`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** Web Chat turns everything that looks like a host into a link, such as monday.com. A word joiner prevents that. */
function unlinked(name: string): string {
  return name.replaceAll('.', '.\u2060');
}
