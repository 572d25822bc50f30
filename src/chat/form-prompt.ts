import { ANSWER, questionMessage } from '../channels/question-message.ts';
import type { Errand } from '../model/errand.ts';
import { answerInWords, type FormAnswer, type FormQuestion } from '../model/form-question.ts';
import { escapeSentence } from '../texts/name-in-chat.ts';
import { replaceCard, show } from './say.ts';
import { saidIn, type Turn } from './turn.ts';

/** Asks one question of a form. Gives the card that is open on it, with the title it keeps when it closes. */
export async function askFormQuestion(
  turn: Turn,
  question: FormQuestion,
  place: { readonly number: number; readonly count: number },
): Promise<Errand['card']> {
  const { texts } = turn;
  const title = texts.formProgress(question.title, place.number, place.count);
  const message = questionMessage(question, title, texts);
  const suggestions = [...(question.required ? [] : [texts.skip]), texts.sayCancel];
  if (message.card !== undefined) {
    const id = await show(turn, { ...message, suggestions });
    return id === undefined ? undefined : { id, title };
  }
  await show(turn, { ...message, text: escapeSentence(title), suggestions });
  return undefined;
}

/** An answered question says what was asked and answered, and has no button any more. */
export async function closeFormQuestion(
  turn: Turn,
  card: NonNullable<Errand['card']>,
  answer: FormAnswer | undefined,
): Promise<void> {
  await replaceCard(turn, card.id, card.title, answer === undefined ? undefined : answerInWords(answer));
}

/** What this turn's message gives to the question of this name: what was typed, or submitted with its card. */
export function givenIn(turn: Turn, question: string): unknown {
  const { value } = turn.context.activity;
  if (typeof value !== 'object' || value === null || !('question' in value)) return saidIn(turn);
  // an older card, submitted again
  if (value.question !== question) return '';
  return ANSWER in value ? value[ANSWER] : value;
}
