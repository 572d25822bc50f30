/** A question that only the product knows, asked in the chat one by one. Plain data, so that it can wait in dialog state. */
export interface FormQuestion {
  /** Key of its answer. */
  readonly name: string;
  readonly title: string;
  readonly kind: FormQuestionKind;
  readonly required: boolean;
  /** Of `choice` and `choices`. */
  readonly choices?: readonly string[];
  /** Of `rating`: 1 to this. Default 5. */
  readonly max?: number;
}

export type FormQuestionKind =
  | 'text'
  | 'long_text'
  | 'choice'
  | 'choices'
  | 'number'
  | 'date'
  | 'time'
  | 'email'
  | 'phone'
  | 'full_name'
  | 'address'
  | 'rating';

/** Text for most kinds; ISO `2026-11-21` for a date, `14:30` for a time; several for `choices`; parts for names and addresses. */
export type FormAnswer = string | readonly string[] | Readonly<Record<string, string>>;
/** By question name; a question that was skipped has none. */
export type FormAnswers = Readonly<Record<string, FormAnswer>>;

/** The parts of a name or an address, in the order people write them. */
export const NAME_PARTS = ['first', 'last'] as const;
export const ADDRESS_PARTS = ['street', 'city', 'state', 'postal', 'country'] as const;

/** `given` is a typed text, or what a card submitted under the question's name or its parts. Undefined: not an answer. */
export function readFormAnswer(question: FormQuestion, given: unknown): FormAnswer | undefined {
  const text = typeof given === 'string' ? given.trim() : '';
  switch (question.kind) {
    case 'choice':
      return choiceNamed(question, text);
    case 'choices':
      return readChoices(question, text);
    case 'number':
      return /^-?\d+(?:[.,]\d+)?$/.test(text) ? text.replace(',', '.') : undefined;
    case 'rating':
      return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= (question.max ?? 5) ? text : undefined;
    case 'date':
      return readDate(text);
    case 'time':
      return /^([01]?\d|2[0-3]):[0-5]\d$/.test(text) ? text.padStart(5, '0') : undefined;
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : undefined;
    case 'phone':
      return /^\+?[\d\s()/.-]{5,30}$/.test(text) ? text : undefined;
    case 'full_name':
      return readParts(NAME_PARTS, given) ?? readName(text);
    case 'address':
      return readParts(ADDRESS_PARTS, given) ?? (text === '' ? undefined : { street: text });
    case 'text':
    case 'long_text':
      return text === '' ? undefined : text;
  }
}

function choiceNamed(question: FormQuestion, text: string): string | undefined {
  const choices = question.choices ?? [];
  return choices.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? choices[Number(text) - 1];
}

function readChoices(question: FormQuestion, text: string): readonly string[] | undefined {
  const named = text.split(',').map((one) => choiceNamed(question, one.trim()));
  const known = named.filter((one) => one !== undefined);
  return known.length > 0 && known.length === named.length ? known : undefined;
}

/** A day that exists, written the ISO way. */
function readDate(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** The last word is the family name. */
function readName(text: string): FormAnswer | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const [last = ''] = words.slice(-1);
  return words.length === 1 ? { first: last } : { first: words.slice(0, -1).join(' '), last };
}

function readParts(parts: readonly string[], given: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const typed = Object.entries(given).filter(
    ([part, value]) => parts.includes(part) && typeof value === 'string' && value.trim() !== '',
  );
  return typed.length === 0
    ? undefined
    : Object.fromEntries(typed.map(([part, value]) => [part, String(value).trim()]));
}
