import type { Asking, Errand, ErrandEvent } from '../model/errand.ts';
import type { FormAnswers } from '../model/form-question.ts';
import { afterReview, askAfter, clearedAnswers, isReview } from '../model/form-review.ts';
import type { AnswerHeard } from './hear-answer.ts';
import type { AskedAbout } from './open-question.ts';
import { firstAsk } from './questions.ts';

type Given = Pick<Extract<ErrandEvent, { type: 'heard' }>, 'input' | 'answers' | 'profile' | 'sure' | 'next'>;

/** What an answer adds to an errand, and the question that follows. */
export function answerGiven(
  errand: Errand & Asking,
  answer: AnswerHeard | 'skip',
  { action, ways, send }: AskedAbout,
): Given {
  const { ask } = errand;
  if (ask.kind === 'input') {
    const input = { [ask.name]: answer === 'skip' || answer.ask !== 'input' ? null : answer.value };
    const next = action === undefined ? 'ready' : firstAsk(action, { ...errand.input, ...input }, errand.sure);
    return { input, next };
  }
  if (ask.kind === 'form') {
    const value = answer !== 'skip' && answer.ask === 'form' ? answer.value : undefined;
    if (isReview(ask)) {
      const next = afterReview(ask, errand.answers, value, send);
      return next === 'ready' ? { answers: clearedAnswers(ask.questions, errand.answers), next } : { next };
    }
    const name = ask.questions[ask.at]?.name ?? '';
    // if the person skips a question that they had answered, the answer is gone
    const answers: FormAnswers = value !== undefined ? { [name]: value } : ask.back === true ? { [name]: '' } : {};
    return { answers, next: askAfter(errand, ask, { ...errand.answers, ...answers }) };
  }
  if (ask.kind === 'method' && answer !== 'skip' && answer.ask === 'method') {
    const profile = ways[answer.value]?.id;
    return profile === undefined ? { next: ask } : { profile, next: 'ready' };
  }
  return { sure: true, next: 'ready' };
}
