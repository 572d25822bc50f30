import type { ListedConnection } from '../flows/list-connections.ts';
import type { Answer, AnswerItem } from '../model/action.ts';
import type { Field } from '../model/field.ts';
import type { Texts } from '../texts.ts';
import { CARD_MARK } from './redact-secrets.ts';
import type { Attachment } from './sdk.ts';

const VERSION = '1.3';

type Element = Readonly<Record<string, unknown>>;

function adaptiveCard(body: readonly Element[], actions: readonly Element[] = []): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: VERSION,
      body,
      ...(actions.length === 0 ? {} : { actions }),
    },
  };
}

interface Style {
  readonly weight?: 'bolder';
  readonly size?: 'small' | 'medium';
  readonly color?: 'accent';
  readonly isSubtle?: boolean;
  readonly spacing?: 'none';
}

/** Words exactly as they are: in a `TextBlock`, Markdown from a product's data would become links and pictures. */
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

/** What the card is there for, where it has several buttons. */
const FIRST_CHOICE = { style: 'positive' } as const;

function openUrl(title: string, url: string): Element {
  return { type: 'Action.OpenUrl', title, url };
}

/** An address out of a product's answer is opened only where it is one of the web. */
function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}

/** One button that opens our own page; never the product's address. */
export function linkCard(card: {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly link: string;
}): Attachment {
  const body = [
    ...plainText(card.title, { weight: 'bolder', size: 'medium' }),
    ...plainText(card.text, { isSubtle: true }),
  ];
  return adaptiveCard(body, [{ ...openUrl(card.button, card.link), ...FIRST_CHOICE }]);
}

/** Fields to fill in the chat, masked where they are secret, with the one-time page beside them. */
export function credentialCard(card: {
  readonly title: string;
  readonly text: string;
  readonly authorizationId: string;
  readonly fields: readonly Field[];
  readonly link: string;
  readonly texts: Texts;
}): Attachment {
  const body = [
    ...plainText(card.title, { weight: 'bolder', size: 'medium' }),
    ...card.fields.flatMap((field) => fieldElements(field, card.texts)),
    ...plainText(card.text, { isSubtle: true, size: 'small' }),
  ];
  const data = { [CARD_MARK]: card.authorizationId };
  const submit = { type: 'Action.Submit', title: card.texts.submitButton, data, ...FIRST_CHOICE };
  return adaptiveCard(body, [submit, openUrl(card.texts.pageButton, card.link)]);
}

function fieldElements(field: Field, texts: Texts): readonly Element[] {
  const hint =
    field.hint === undefined ? [] : plainText(field.hint, { isSubtle: true, size: 'small', spacing: 'none' });
  if (field.visibility === 'read-only') return [...plainText(`${field.title}: ${field.value ?? ''}`), ...hint];
  const common = { id: field.key, label: field.title, isRequired: field.required !== false };
  if (field.choices !== undefined) {
    const choices = field.choices.map(({ title, value }) => ({ title, value }));
    const errorMessage = texts.formExpected('choice', 0);
    return [
      { type: 'Input.ChoiceSet', ...common, errorMessage, choices, value: field.value ?? choices[0]?.value },
      ...hint,
    ];
  }
  const style = field.type === 'password' ? { style: 'password' } : {};
  const errorMessage = texts.fieldMissing(field.title);
  return [{ type: 'Input.Text', ...common, errorMessage, ...style, maxLength: 4096 }, ...hint];
}

/** One question with its inputs. */
export function formCard(title: string, inputs: readonly Element[], data: Element, texts: Texts): Attachment {
  const submit = { type: 'Action.Submit', title: texts.answerButton, data, ...FIRST_CHOICE };
  return adaptiveCard([...plainText(title, { weight: 'bolder' }), ...inputs], [submit]);
}

/** What became of a card that is over. */
export function closedCard(title: string, text?: string): Attachment {
  return adaptiveCard([...plainText(title, { isSubtle: true }), ...(text === undefined ? [] : plainText(text))]);
}

/** A result with more than a line to it. */
export function answerCard(answer: Answer, texts: Texts, footer?: string): Attachment {
  const body = [
    ...plainText(answer.title, { weight: 'bolder', size: 'medium' }),
    ...(answer.text === undefined ? [] : plainText(answer.text)),
    ...(answer.facts ?? []).map(factElement),
    ...(answer.items ?? []).map(itemElement),
    ...(footer === undefined ? [] : plainText(footer, { isSubtle: true, size: 'small' })),
  ];
  return adaptiveCard(body, isWebAddress(answer.url) ? [openUrl(texts.openButton, answer.url)] : []);
}

function itemElement(item: AnswerItem): Element {
  const lines = [
    ...plainText(item.title, isWebAddress(item.url) ? { color: 'accent' } : {}),
    ...(item.subtitle === undefined || item.subtitle === ''
      ? []
      : plainText(item.subtitle, { isSubtle: true, size: 'small', spacing: 'none' })),
  ];
  const select = isWebAddress(item.url) ? { selectAction: openUrl(item.title, item.url) } : {};
  return { type: 'Container', separator: true, spacing: 'small', items: lines, ...select };
}

function several(connections: readonly ListedConnection[], { integration }: ListedConnection): boolean {
  return connections.filter((other) => other.integration === integration).length > 1;
}

/** What is connected. */
export function connectionsCard(
  connections: readonly ListedConnection[],
  nameOf: (integration: string) => string,
  texts: Texts,
): Attachment {
  const body = [
    ...plainText(texts.connectionsTitle, { weight: 'bolder', size: 'medium' }),
    ...connections.map((connection) =>
      itemElement({
        title: `${nameOf(connection.integration)}: ${connection.account.label}`,
        subtitle: [
          connection.site?.name,
          texts.connectionState(connection.status),
          several(connections, connection) && connection.isDefault ? texts.connectionInUse : undefined,
        ]
          .filter(Boolean)
          .join(' · '),
      }),
    ),
  ];
  return adaptiveCard(body);
}
