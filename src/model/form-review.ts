import type { Ask, Errand } from './errand.ts';
import { type FormAnswer, type FormAnswers, type FormQuestion, nextPlace } from './form-question.ts';

type FormAsk = Extract<Ask, { kind: 'form' }>;

/** Forms with more questions are shown completely before they are sent, and every answer can be changed. */
const SHORT = 5;

/** What follows an answer: the next question, the review, or nothing. */
export function askAfter(errand: Pick<Errand, 'conversation'>, ask: FormAsk, answers: FormAnswers): Ask | 'ready' {
  const { back: _, ...form } = ask;
  const { questions } = ask;
  const end = questions.length;
  const at = ask.back === true ? firstOpen(questions, answers) : nextPlace(questions, ask.at + 1, answers);
  if (at < end) return { ...form, at, ...(ask.back === true ? { back: true } : {}) };
  // in a group the others would read all answers at once
  const isReviewed = errand.conversation.kind === 'personal' && shownPlaces(questions, answers).length > SHORT;
  return isReviewed ? { ...form, at: end } : 'ready';
}

/** All questions are answered and nothing is sent yet. */
export function isReview({ at, questions }: FormAsk): boolean {
  return at >= questions.length;
}

/**
 * The review as a question with choices: change one of the answers, or send them all.
 *
 * @param send the title of the choice that sends
 */
export function reviewQuestion(ask: FormAsk, answers: FormAnswers, send: string): FormQuestion {
  return {
    name: 'review',
    title: send,
    kind: 'choice',
    required: true,
    choices: [...shownChoices(ask, answers, send).map(({ choice }) => choice), send],
  };
}

/** What follows the choice at the review: sending everything, or asking one question again. */
export function afterReview(ask: FormAsk, answers: FormAnswers, chosen: unknown, send: string): Ask | 'ready' {
  if (chosen === send) return 'ready';
  const found = shownChoices(ask, answers, send).find(({ choice }) => choice === chosen);
  return found === undefined ? ask : { ...ask, at: found.place, back: true };
}

/** The title of each question, with its number in front if the title alone is ambiguous: used twice, or itself a number. */
function shownChoices(
  { questions }: FormAsk,
  answers: FormAnswers,
  send: string,
): readonly { readonly place: number; readonly choice: string }[] {
  const places = shownPlaces(questions, answers);
  const titles = places.map((place) => questions[place]?.title ?? '');
  return places.map((place, at) => {
    const title = titles[at] ?? '';
    const isClear =
      titles.indexOf(title) === titles.lastIndexOf(title) && title !== send && !/^\s*\p{Nd}+\s*$/u.test(title);
    return { place, choice: isClear ? title : `${at + 1}. ${title}` };
  });
}

/** Empty answers to the questions that another answer has hidden, to overwrite the old ones. */
export function clearedAnswers(questions: readonly FormQuestion[], answers: FormAnswers): FormAnswers {
  const shown = new Set(shownPlaces(questions, answers).map((place) => questions[place]?.name));
  const hidden = questions.filter(({ name }) => answers[name] !== undefined && !shown.has(name));
  return Object.fromEntries(hidden.map(({ name }) => [name, '']));
}

/** @param shown writes an answer as the person reads it */
export function reviewLines(
  ask: FormAsk,
  answers: FormAnswers,
  shown: (question: FormQuestion, answer: FormAnswer) => string,
): readonly { readonly title: string; readonly answer: string }[] {
  return shownPlaces(ask.questions, answers).flatMap((place) => {
    const question = ask.questions[place];
    if (question === undefined) return [];
    const answer = answers[question.name];
    return [{ title: question.title, answer: answer === undefined ? '' : shown(question, answer) }];
  });
}

function shownPlaces(questions: readonly FormQuestion[], answers: FormAnswers): readonly number[] {
  return questions.flatMap((_, place) => (nextPlace(questions, place, answers) === place ? [place] : []));
}

/** A changed answer may make further questions apply. */
function firstOpen(questions: readonly FormQuestion[], answers: FormAnswers): number {
  const open = shownPlaces(questions, answers).find((place) => {
    const { name = '', required = false } = questions[place] ?? {};
    return required && (answers[name] ?? '') === '';
  });
  return open ?? questions.length;
}
