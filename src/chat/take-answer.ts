import type { Errand, ErrandEvent } from '../model/errand.ts';
import type { FormAnswers } from '../model/form-question.ts';
import { afterReview, askAfter, isReview, withoutHidden } from '../model/form-review.ts';
import { askAccess } from './ask-access.ts';
import { closeFormQuestion } from './form-prompt.ts';
import { type GoneOn, goOn } from './go-on.ts';
import type { AnswerHeard } from './hear-answer.ts';
import { sayOwed } from './say-owed.ts';
import { firstAsk } from './start-errand.ts';
import type { Talk } from './talk.ts';
import { turnOf } from './turn.ts';

type Asking = Errand & { readonly status: 'asking' };

/** Stores what was answered, with the question that follows from it, and goes on. */
export async function takeAnswer(talk: Talk, errand: Asking, answer: AnswerHeard | 'skip'): Promise<GoneOn> {
  const { context, authorizer } = talk;
  const { id } = context.activity;
  const moved = await authorizer.errands.move(errand, {
    type: 'heard',
    arrivedAt: turnOf(context).arrivedAt,
    ...(id === undefined ? {} : { activityId: id }),
    ...given(talk, errand, answer),
  });
  // another process was first: what it is by then is heard with the next message
  if (moved === undefined) return { status: 'open', errand };
  const isAskedAgain = moved.status === 'asking' && JSON.stringify(moved.ask) === JSON.stringify(errand.ask);
  if (!isAskedAgain) await closeAnswered(talk, errand, moved);
  if (moved.status !== 'ready') return { status: 'open', errand: await sayOwed(talk, moved) };
  if (errand.ask.kind !== 'method') return goOn(talk, moved, { isStored: true });
  return askAccess(talk, moved, { lacks: moved.lacks ?? { reason: 'none' }, isStored: true, isChosen: true });
}

type Given = Pick<Extract<ErrandEvent, { type: 'heard' }>, 'input' | 'answers' | 'profile' | 'sure' | 'next'>;

function given({ context, authorizer }: Talk, errand: Asking, answer: AnswerHeard | 'skip'): Given {
  const { ask } = errand;
  if (ask.kind === 'input') {
    const action = authorizer.action(errand.actionId ?? '');
    const input = { [ask.name]: answer === 'skip' || answer.ask !== 'input' ? null : answer.value };
    const next = action === undefined ? 'ready' : firstAsk(action, { ...errand.input, ...input }, errand.sure);
    return { input, next };
  }
  if (ask.kind === 'form') {
    const value = answer !== 'skip' && answer.ask === 'form' ? answer.value : undefined;
    if (isReview(ask)) {
      const next = afterReview(ask, errand.answers, value, turnOf(context).texts.formSend);
      return next === 'ready' ? { answers: withoutHidden(ask.questions, errand.answers), next } : { next };
    }
    const name = ask.questions[ask.at]?.name ?? '';
    // skipped where it is answered again, it has no answer any more
    const answers: FormAnswers = value !== undefined ? { [name]: value } : ask.back === true ? { [name]: '' } : {};
    return { answers, next: askAfter(errand, ask, { ...errand.answers, ...answers }) };
  }
  if (ask.kind === 'method' && answer !== 'skip' && answer.ask === 'method') {
    const profile = authorizer.offeredProfiles(errand.integration)[answer.value]?.id;
    return profile === undefined ? { next: ask } : { profile, next: 'ready' };
  }
  return { sure: true, next: 'ready' };
}

/** A form's card says what was asked and answered. */
async function closeAnswered({ context }: Talk, errand: Asking, { answers }: Errand): Promise<void> {
  if (errand.ask.kind !== 'form' || errand.card === undefined) return;
  const name = errand.ask.questions[errand.ask.at]?.name ?? '';
  // in a group the card of one person is read by others
  const answer = errand.conversation.kind === 'personal' ? answers[name] : undefined;
  await closeFormQuestion(context, errand.card.id, errand.card.title, answer);
}
