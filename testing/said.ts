/** Something a bot said, with either SDK. */
export interface Said {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly attachments?: readonly { readonly content?: unknown }[] | undefined;
  readonly suggestedActions?: { readonly actions: readonly { readonly value?: unknown }[] } | undefined;
}

/** The text of messages and of everything on their cards, one line each. */
export function wordsOf(said: readonly Said[]): string {
  return said
    .flatMap(({ text = '', attachments = [] }) => [text, ...attachments.flatMap(({ content }) => wordsIn(content))])
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * The one-time link, from a card's button or a line of its own.
 *
 * @throws Error if there is none
 */
export function linkIn(said: readonly Said[]): string {
  const buttons = actionsIn(said).map(({ url }) => url);
  const lines = said.flatMap(({ text = '' }) => text.split('\n'));
  const link = [...buttons, ...lines].find(
    (one) => typeof one === 'string' && /^https?:\/\/\S+\/connect\/\S+$/.test(one),
  );
  if (typeof link !== 'string') throw new Error(`no link in: ${wordsOf(said)}`);
  return link;
}

/**
 * The activity that is sent when a person fills in the card and presses its button.
 *
 * @param values by the keys of the fields
 * @throws Error if there is no card to submit
 */
export function fillCard(
  said: readonly Said[],
  values: Readonly<Record<string, string>>,
): { readonly type: 'message'; readonly value: Readonly<Record<string, unknown>> } {
  const data = actionsIn(said).find(({ type }) => type === 'Action.Submit')?.data;
  if (!isRecord(data)) throw new Error(`no card to fill in: ${wordsOf(said)}`);
  return { type: 'message', value: { ...data, ...values } };
}

const WORDS = new Set(['text', 'title', 'subtitle', 'value', 'label']);

function wordsIn(content: unknown): readonly string[] {
  return isRecord(content) ? wordsBelow(content.body) : [];
}

function wordsBelow(element: unknown): readonly string[] {
  if (Array.isArray(element)) return element.flatMap(wordsBelow);
  if (!isRecord(element)) return [];
  return Object.entries(element).flatMap(([key, value]) =>
    typeof value === 'string' ? (WORDS.has(key) ? [value] : []) : wordsBelow(value),
  );
}

function actionsIn(said: readonly Said[]): readonly Readonly<Record<string, unknown>>[] {
  const cards = said.flatMap(({ attachments = [] }) => attachments.map(({ content }) => content)).filter(isRecord);
  return cards.flatMap(({ actions }) => (Array.isArray(actions) ? actions.filter(isRecord) : []));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
