import { ADDRESS_PARTS, type FormQuestion, NAME_PARTS } from '../model/form-question.ts';
import type { Texts } from '../texts/texts.ts';
import type { TurnActivity } from './activity.ts';
import type { CardField, Message } from './message.ts';

/** Id of the only input on a question card. */
const ANSWER = 'answer';
/** In the data of a question card: the errand that asks. Other requests may have a question of the same name. */
const ASKED_BY = 'latchkeyErrand';

/** What the card of a question submitted. */
export interface QuestionCard {
  readonly errand: string;
  readonly question: string;
  readonly answer: unknown;
}

/**
 * The buttons or the card of a form question. No card if text or a button is enough.
 *
 * @param errand id of the errand that asks
 * @param example an answer as the person would write it, for a day or a time
 */
export function questionMessage(
  question: FormQuestion,
  title: string,
  texts: Texts,
  errand: string,
  example = '',
): Pick<Message, 'card' | 'choices'> {
  const choices = choicesOf(question);
  const fields = fieldsOf(question, title, texts);
  if (fields === undefined) return { choices };
  const form = {
    fields,
    submit: texts.answerButton,
    data: { [ASKED_BY]: errand, question: question.name },
    ...(SAYS_ENOUGH.has(question.kind)
      ? {}
      : { inWords: texts.formExpected(question.kind, question.max ?? 5, example) }),
  };
  return { card: { title, form }, choices };
}

/** Undefined if the message does not come from a question's card, but for example from one of the bot's own. */
export function questionCardIn({ type, value }: Pick<TurnActivity, 'type' | 'value'>): QuestionCard | undefined {
  if (type !== 'message' || typeof value !== 'object' || value === null || !(ASKED_BY in value)) return undefined;
  const text = (member: string) => {
    const found: unknown = Reflect.get(value, member);
    return typeof found === 'string' ? found : '';
  };
  return { errand: text(ASKED_BY), question: text('question'), answer: ANSWER in value ? value[ANSWER] : value };
}

/** The question itself explains how to answer it. */
const SAYS_ENOUGH: ReadonlySet<FormQuestion['kind']> = new Set(['long_text', 'full_name', 'address']);

/** Longer lists of choices are not shown as buttons. */
const LISTED = 60;

function choicesOf({ kind, choices = [], max = 5 }: FormQuestion): readonly string[] {
  // nobody reads two hundred countries, so people type theirs
  if (kind === 'choice') return choices.length > LISTED ? [] : choices;
  if (kind === 'choices') return choices;
  return kind === 'rating' ? Array.from({ length: max }, (_, index) => String(index + 1)) : [];
}

/** The fields of a card. Undefined if typing or a button is enough. */
function fieldsOf({ kind, choices = [] }: FormQuestion, label: string, texts: Texts): readonly CardField[] | undefined {
  const parts = (names: readonly string[]) =>
    names.map((key): CardField => ({ kind: 'text', key, label: texts.formPart(key) }));
  switch (kind) {
    case 'choices':
      return [{ kind, key: ANSWER, label, choices: choices.map((value) => ({ title: value, value })) }];
    case 'date':
    case 'time':
      return [{ kind, key: ANSWER, label }];
    case 'long_text':
      return [{ kind: 'lines', key: ANSWER, label }];
    case 'full_name':
      return parts(NAME_PARTS);
    case 'address':
      return parts(ADDRESS_PARTS);
    default:
      return undefined;
  }
}
