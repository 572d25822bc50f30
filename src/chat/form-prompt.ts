import {
  ADDRESS_PARTS,
  type FormAnswer,
  type FormQuestion,
  NAME_PARTS,
  readFormAnswer,
} from '../model/form-question.ts';
import type { Texts } from '../texts.ts';
import { formCard } from './cards.ts';
import { replaceCard } from './replace-card.ts';
import { say, show } from './say.ts';
import type { Attachment, ChatTurn } from './sdk.ts';
import { saidIn } from './turn.ts';

/** Asks one question of a form with what fits it: buttons, a picker, a card with parts, or just words. Gives a card's id. */
export async function askFormQuestion(
  context: ChatTurn,
  question: FormQuestion,
  place: { readonly number: number; readonly count: number },
  texts: Texts,
): Promise<string | undefined> {
  const title = texts.formProgress(question.title, place.number, place.count);
  const skip = question.required ? [] : [texts.skip];
  const card = cardFor(question, title, texts);
  if (card !== undefined) return show(context, card, title, [...skip, texts.sayCancel]);
  await say(context, title, [...buttonsFor(question), ...skip, texts.sayCancel]);
  return undefined;
}

/** An answered question says what was asked and answered, and has no button any more. */
export async function closeFormQuestion(
  context: ChatTurn,
  cardId: string | undefined,
  title: string,
  answer: FormAnswer | undefined,
): Promise<void> {
  await replaceCard(context, cardId, title, answer === undefined ? undefined : wordsOf(answer));
}

function wordsOf(answer: FormAnswer): string {
  if (typeof answer === 'string') return answer;
  return Array.isArray(answer) ? answer.join(', ') : Object.values(answer).join(' ');
}

/** The answer in this turn's message: typed, or submitted with the question's card. Undefined: none, or not one that fits. */
export function formAnswerIn(context: ChatTurn, question: FormQuestion): FormAnswer | undefined {
  const value: unknown = context.activity.value;
  if (typeof value !== 'object' || value === null || !('question' in value)) {
    return readFormAnswer(question, saidIn(context));
  }
  // an older card of the same form, submitted again
  if (value.question !== question.name) return undefined;
  return readFormAnswer(question, ANSWER in value ? value[ANSWER] : value);
}

/** The id of a card's only input. */
const ANSWER = 'answer';

function buttonsFor(question: FormQuestion): readonly string[] {
  if (question.kind === 'choice') return question.choices ?? [];
  if (question.kind !== 'rating') return [];
  return Array.from({ length: question.max ?? 5 }, (_, index) => String(index + 1));
}

function cardFor(question: FormQuestion, title: string, texts: Texts): Attachment | undefined {
  const data = { question: question.name };
  const only = (input: Readonly<Record<string, unknown>>) => formCard(title, [{ id: ANSWER, ...input }], data, texts);
  const parts = (names: readonly string[]) =>
    formCard(
      title,
      names.map((id) => ({ type: 'Input.Text', id, label: texts.formPart(id) })),
      data,
      texts,
    );
  switch (question.kind) {
    case 'choices': {
      const choices = (question.choices ?? []).map((value) => ({ title: value, value }));
      return only({ type: 'Input.ChoiceSet', isMultiSelect: true, style: 'expanded', choices });
    }
    case 'date':
      return only({ type: 'Input.Date' });
    case 'time':
      return only({ type: 'Input.Time' });
    case 'long_text':
      return only({ type: 'Input.Text', isMultiline: true });
    case 'full_name':
      return parts(NAME_PARTS);
    case 'address':
      return parts(ADDRESS_PARTS);
    default:
      return undefined;
  }
}
