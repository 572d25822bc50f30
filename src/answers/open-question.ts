import type { AnyAction } from '../model/action.ts';
import type { Asking, Errand } from '../model/errand.ts';
import { isReview, reviewQuestion } from '../model/form-review.ts';
import type { OpenQuestion } from './hear-answer.ts';
import { questionNamed } from './questions.ts';

/** What reading an answer needs to know about the question. */
export interface AskedAbout {
  /** Undefined if only another version of the bot knows it. */
  readonly action: AnyAction | undefined;
  /** The ways to connect that are offered, as the person reads them. */
  readonly ways: readonly { readonly id: string; readonly title: string }[];
  /** What people say to send a form. */
  readonly send: string;
}

/** Whether an errand asks the input or the question of a form with this name, and nothing else. */
export function asksNow(errand: Errand, name: string): boolean {
  if (errand.status !== 'asking') return false;
  const { ask } = errand;
  return ask.kind === 'form' ? ask.questions[ask.at]?.name === name : ask.kind === 'input' && ask.name === name;
}

/** The question that an errand asks, with what can answer it. Undefined if the question no longer exists. */
export function openQuestion(
  { ask, answers }: Errand & Asking,
  { action, ways, send }: AskedAbout,
): OpenQuestion | undefined {
  switch (ask.kind) {
    case 'input': {
      const question = action && questionNamed(action, ask.name);
      return question && { ask: 'input', question, offered: ask.choices ?? [] };
    }
    case 'form': {
      if (isReview(ask)) return { ask: 'form', question: reviewQuestion(ask, answers, send), isReview: true };
      const question = ask.questions[ask.at];
      return question && { ask: 'form', question };
    }
    case 'method':
      return { ask: 'method', titles: ways.map(({ title }) => title) };
    case 'yes':
    case 'retry':
      return { ask: ask.kind };
  }
}
