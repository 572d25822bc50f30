import type { Texts } from '../texts/texts.ts';
import type { Attachment, SaidActivity } from './activity.ts';
import type { Channel } from './channels.ts';
import { cut } from './cut.ts';
import { fitCard } from './fit-card.ts';
import { type Card, type CardField, type CardItem, isWebAddress, type Message } from './message.ts';
import { numbered } from './numbered.ts';

/** For channels that show Adaptive Cards and Markdown. */
export function renderCard(message: Message, limits: Channel['limits'], texts: Texts): SaidActivity {
  const { card, choices = [], suggestions = [] } = message;
  const asksByForm = card?.form !== undefined;
  const areButtons = asksByForm || choices.length + suggestions.length <= limits.choices;
  const replies = [...(areButtons && !asksByForm ? choices : []), ...suggestions];
  // a choice may be called like one of our words
  const buttons = [...new Set(replies)].slice(0, limits.choices);
  const list = areButtons ? [] : numbered(choices, escapeLine);
  const said = message.text?.toLowerCase() ?? '';
  const unsaid = suggestions.filter((one) => !buttons.includes(one) && !said.includes(one.toLowerCase()));
  const more = unsaid.length === 0 ? [] : [texts.canSay(unsaid.map(escapeLine))];
  const text = [message.text, ...list, ...more].filter((line) => line !== undefined).join('\n');
  const activity: SaidActivity = {
    type: 'message',
    ...(text === '' ? {} : words(cut(text, limits.text))),
    ...(buttons.length === 0 ? {} : { suggestedActions: { to: [], actions: buttons.map(imBack) } }),
  };
  if (card === undefined) return activity;
  const withCard = (shown: Card): SaidActivity => ({
    ...activity,
    summary: shown.title,
    attachments: [attach(shown, texts)],
  });
  const fits = (shown: Card) => JSON.stringify(withCard(shown)).length * 2 <= limits.bytes;
  const shown = fitCard(card, texts, fits);
  // more choices than a card can hold
  if (card.form?.inWords !== undefined && !fits(shown)) return renderCard(withoutForm(message, card), limits, texts);
  return withCard(shown);
}

function withoutForm(message: Message, { title, form }: Card): Message {
  const { card: _, ...rest } = message;
  return { ...rest, text: [escapeLine(title), form?.inWords].filter((line) => line !== undefined).join('\n') };
}

/** Characters. Nobody listens to more, and the message would contain them twice. */
const SPOKEN = 1_000;

function words(text: string) {
  return { text, ...(text.length > SPOKEN ? {} : { speak: text }), inputHint: 'acceptingInput' };
}

function imBack(value: string) {
  return { type: 'imBack', title: value, value };
}

/** Text in a choice must not become a link or a picture. */
function escapeLine(line: string): string {
  return line.replace(/[\\`*_{}[\]()<>#+!|~]/g, '\\$&');
}

type Element = Readonly<Record<string, unknown>>;

function attach(card: Card, { dir }: Pick<Texts, 'dir'>): Attachment {
  const masks = card.form?.fields.some(({ kind }) => kind === 'secret') === true;
  const actions = actionsOf(card);
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      // Adaptive Cards 1.5; older hosts ignore it
      ...(dir === 'rtl' ? { rtl: true } : {}),
      // hosts before 1.5 would show what people type into a password field, so they get a text instead of the card
      ...(masks ? { version: '1.5', fallbackText: inWords(card) } : { version: '1.3' }),
      body: bodyOf(card),
      ...(actions.length === 0 ? {} : { actions }),
    },
  };
}

function inWords({ title, link }: Card): string {
  return link === undefined ? title : `${title}: ${link.url}`;
}

function bodyOf(card: Card): readonly Element[] {
  const { title, icon, isOver, text, facts = [], items = [], more, form, footer } = card;
  const heading = isOver === true ? { isSubtle: true } : ({ weight: 'bolder', size: 'medium' } as const);
  const asks = form?.fields.flatMap(fieldElements) ?? [];
  const isLabel = form?.fields.length === 1 && form.fields.some((field) => 'label' in field && field.label === title);
  return [
    ...(isLabel ? [] : headed(icon, plainText(title, heading))),
    ...asks,
    ...(text === undefined ? [] : plainText(text)),
    ...facts.map(factElement),
    ...items.map(itemElement),
    ...[more, footer].flatMap((line) => (line === undefined ? [] : plainText(line, { isSubtle: true, size: 'small' }))),
  ];
}

/** The icon comes from our own pages, not from the product. */
function headed(icon: string | undefined, title: readonly Element[]): readonly Element[] {
  if (!isWebAddress(icon)) return title;
  const picture = { type: 'Image', url: icon, altText: '', width: '24px', height: '24px' };
  const columns = [
    { type: 'Column', width: 'auto', verticalContentAlignment: 'center', items: [picture] },
    { type: 'Column', width: 'stretch', verticalContentAlignment: 'center', items: title },
  ];
  return [{ type: 'ColumnSet', columns }];
}

/** Marks the main button. */
const FIRST_CHOICE = { style: 'positive' } as const;

function actionsOf({ form, link }: Card): readonly Element[] {
  const main = link?.isMain === true ? FIRST_CHOICE : {};
  const open = isWebAddress(link?.url) ? [{ type: 'Action.OpenUrl', title: link.title, url: link.url, ...main }] : [];
  if (form === undefined) return open;
  return [{ type: 'Action.Submit', title: form.submit, data: form.data, ...FIRST_CHOICE }, ...open];
}

interface Style {
  readonly weight?: 'bolder';
  readonly size?: 'small' | 'medium';
  readonly color?: 'accent';
  readonly isSubtle?: boolean;
  readonly spacing?: 'none';
}

/** Text shown unchanged. In a `TextBlock`, Markdown from a product's data would become links and pictures. */
function plainText(text: string, { spacing, ...style }: Style = {}): readonly Element[] {
  return text.split(/\r?\n/).map((line, index) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: line, ...style }],
    ...(spacing !== undefined || index > 0 ? { spacing: 'none' } : {}),
  }));
}

function factElement(fact: { readonly title: string; readonly value: string }, index: number): Element {
  return {
    type: 'RichTextBlock',
    inlines: [
      { type: 'TextRun', text: `${fact.title}: `, isSubtle: true },
      { type: 'TextRun', text: fact.value },
    ],
    spacing: index === 0 ? 'small' : 'none',
  };
}

function itemElement(item: CardItem): Element {
  const opens = isWebAddress(item.url);
  const lines = [
    ...plainText(item.title, opens ? { color: 'accent' } : {}),
    ...(item.subtitle === undefined || item.subtitle === ''
      ? []
      : plainText(item.subtitle, { isSubtle: true, size: 'small', spacing: 'none' })),
  ];
  // screen readers read it
  const title = [item.title, item.subtitle].filter(Boolean).join(' ');
  const select = opens ? { selectAction: { type: 'Action.OpenUrl', title, url: item.url } } : {};
  return { type: 'Container', separator: true, spacing: 'small', items: lines, ...select };
}

function fieldElements(field: CardField): readonly Element[] {
  const hint =
    field.hint === undefined ? [] : plainText(field.hint, { isSubtle: true, size: 'small', spacing: 'none' });
  if (field.kind === 'shown') return [...plainText(field.text), ...hint];
  const { key, label, required = {}, value } = field;
  return [
    {
      ...INPUTS[field.kind],
      id: key,
      label,
      ...required,
      ...(field.choices === undefined ? {} : { choices: field.choices }),
      ...(value === undefined ? {} : { value }),
    },
    ...hint,
  ];
}

const INPUTS: Readonly<Record<Exclude<CardField['kind'], 'shown'>, Element>> = {
  text: { type: 'Input.Text', maxLength: 4096 },
  secret: { type: 'Input.Text', style: 'password', maxLength: 4096 },
  lines: { type: 'Input.Text', isMultiline: true },
  date: { type: 'Input.Date' },
  time: { type: 'Input.Time' },
  choice: { type: 'Input.ChoiceSet' },
  choices: { type: 'Input.ChoiceSet', isMultiSelect: true, style: 'expanded' },
};
