import type { CardField, Message } from '../channels/message.ts';
import {
  ADDRESS_PARTS,
  answerInWords,
  type FormAnswer,
  type FormQuestion,
  NAME_PARTS,
} from '../model/form-question.ts';
import { escapeSentence } from '../texts/name-in-chat.ts';
import type { Texts } from '../texts/texts.ts';
import { replaceCard } from './replace-card.ts';
import { show } from './say.ts';
import type { ChatTurn } from './sdk.ts';
import { saidIn } from './turn.ts';

/** Asks one question of a form with what fits it: buttons, a picker, a card with parts, or just words. Gives a card's id. */
export async function askFormQuestion(
  context: ChatTurn,
  question: FormQuestion,
  place: { readonly number: number; readonly count: number },
  texts: Texts,
): Promise<string | undefined> {
  const message = questionOf(question, texts.formProgress(question.title, place.number, place.count), texts);
  const id = await show(context, {
    ...message,
    suggestions: [...(question.required ? [] : [texts.skip]), texts.sayCancel],
  });
  return message.card === undefined ? undefined : id;
}

/** An answered question says what was asked and answered, and has no button any more. */
export async function closeFormQuestion(
  context: ChatTurn,
  cardId: string | undefined,
  title: string,
  answer: FormAnswer | undefined,
): Promise<void> {
  await replaceCard(context, cardId, title, answer === undefined ? undefined : answerInWords(answer));
}

/** Asks for one or more of several choices, outside a form: with boxes to tick where there are cards. */
export async function askChoices(
  context: ChatTurn,
  { name, title, choices }: Pick<FormQuestion, 'name' | 'title' | 'choices'>,
  suggestions: readonly string[],
  texts: Texts,
): Promise<void> {
  await show(context, {
    ...questionOf({ name, title, kind: 'choices', required: true, choices: choices ?? [] }, title, texts),
    suggestions,
  });
}

/** What this turn's message gives to the question of this name: what was typed, or submitted with its card. */
export function givenIn(context: ChatTurn, question: string): unknown {
  const value: unknown = context.activity.value;
  if (typeof value !== 'object' || value === null || !('question' in value)) return saidIn(context);
  // an older card, submitted again
  if (value.question !== question) return '';
  return ANSWER in value ? value[ANSWER] : value;
}

/** The id of a card's only input. */
const ANSWER = 'answer';

function questionOf(question: FormQuestion, title: string, texts: Texts): Pick<Message, 'text' | 'card' | 'choices'> {
  const choices = choicesOf(question);
  const fields = fieldsOf(question, title, texts);
  if (fields === undefined) return { text: escapeSentence(title), choices };
  const form = {
    fields,
    submit: texts.answerButton,
    data: { question: question.name },
    ...(SAYS_ENOUGH.has(question.kind) ? {} : { inWords: texts.formExpected(question.kind, question.max ?? 5) }),
  };
  return { card: { title, form }, choices };
}

/** The question itself tells how to answer it. */
const SAYS_ENOUGH: ReadonlySet<FormQuestion['kind']> = new Set(['long_text', 'full_name', 'address']);

/** More than these are not listed. */
const LISTED = 60;

function choicesOf(question: FormQuestion): readonly string[] {
  const { choices = [] } = question;
  // nobody reads two hundred countries: people say theirs
  if (question.kind === 'choice') return choices.length > LISTED ? [] : choices;
  if (question.kind === 'choices') return choices;
  if (question.kind !== 'rating') return [];
  return Array.from({ length: question.max ?? 5 }, (_, index) => String(index + 1));
}

/** What a card offers to fill in; undefined where typing or a button is all it takes. */
function fieldsOf(question: FormQuestion, label: string, texts: Texts): readonly CardField[] | undefined {
  const parts = (names: readonly string[]) =>
    names.map((key): CardField => ({ kind: 'text', key, label: texts.formPart(key) }));
  switch (question.kind) {
    case 'choices':
      return [
        {
          kind: 'choices',
          key: ANSWER,
          label,
          choices: (question.choices ?? []).map((value) => ({ title: value, value })),
        },
      ];
    case 'date':
      return [{ kind: 'date', key: ANSWER, label }];
    case 'time':
      return [{ kind: 'time', key: ANSWER, label }];
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
