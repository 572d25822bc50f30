import { answerGiven } from '../answers/answer-given.ts';
import { expectedInForm } from '../answers/expected-input.ts';
import { type AnswerHeard, type Heard as AnswerOrNot, hearAnswer, type OpenQuestion } from '../answers/hear-answer.ts';
import { type AskedAbout, asksNow, openQuestion } from '../answers/open-question.ts';
import { shownInForm } from '../answers/shown-form-answer.ts';
import { questionCardIn } from '../channels/question-message.ts';
import { offeredProfiles } from '../flows/access.ts';
import { asksToConnect, isAboutConnections, productAsked } from '../flows/connections-asked.ts';
import { actionOf } from '../flows/errand-action.ts';
import { moveErrand } from '../flows/move-errand.ts';
import type { Asking, Errand } from '../model/errand.ts';
import { askAccess } from './ask-access.ts';
import { askInput, problemSaid } from './ask-question.ts';
import { cancelSaid } from './cancel-said.ts';
import { askAgain, type GoneOn, goOn } from './go-on.ts';
import type { Otherwise } from './hear-errand.ts';
import { manage } from './manage-connections.ts';
import { replaceCard, say, show } from './say.ts';
import { sayOwed } from './say-owed.ts';
import { saidIn, spokenOf, type Turn, wordsOf } from './turn.ts';

/** Handles a message while an errand asks something; `hearAnswer` decides what it means for the question. */
export async function hearQuestion(turn: Turn, errand: Errand & Asking, otherwise: Otherwise): Promise<GoneOn> {
  const about = aboutOf(turn, errand);
  const open = openQuestion(errand, about);
  // this version of the bot no longer asks that: the person hears what it asks instead
  if (open === undefined) {
    const isCancelled = wordsOf(turn).cancel.test(saidIn(turn));
    return isCancelled ? cancelSaid(turn, errand) : takeAnswer(turn, errand, about, 'skip');
  }
  const card = questionCardIn(turn.context.activity);
  const isOfAnother = card !== undefined && (card.errand !== errand.id || !asksNow(errand, card.question));
  const given = card === undefined ? saidIn(turn) : card.answer;
  if (isOfAnother || given === '') {
    // for example a picture, or a card of the bot's own
    const aside = card === undefined ? await otherwise() : 'unanswered';
    return aside === 'left' ? { status: 'open', errand } : askAgain(turn, errand);
  }
  const words = wordsOf(turn);
  const heard = hearAnswer(open, given, {
    words,
    spoken: spokenOf(turn),
    isAboutConnections: (said) => isAboutConnections(said, turn.services.declared, words),
    asksToConnect: (said) => asksToConnect(said, turn.services.declared, words),
  });
  const take = (answer: AnswerHeard | 'skip') => takeAnswer(turn, errand, about, answer);
  switch (heard.as) {
    case 'guess': {
      const aside = await otherwise();
      if (aside === 'left') return { status: 'open', errand };
      return aside === 'answered' ? askAgain(turn, errand) : take(heard);
    }
    case 'answer':
      return heard.ask === 'yes' && !heard.value ? cancelSaid(turn, errand) : take(heard);
    case 'skip':
      return take('skip');
    case 'change':
      await say(turn, turn.texts.formChange, [turn.texts.formSend, turn.texts.sayCancel]);
      return { status: 'open', errand };
    case 'command':
      if (heard.command === 'cancel') return cancelSaid(turn, errand);
      if (heard.command === 'connections') await manage(turn);
      // help: the bot says what it can do
      else if ((await otherwise()) === 'left') return { status: 'open', errand };
      return askAgain(turn, errand);
    case 'other':
      return hearOther(turn, errand, open, heard, otherwise);
  }
}

function aboutOf({ services, texts, inWords }: Turn, errand: Errand): AskedAbout {
  return {
    action: actionOf(services, errand),
    ways: offeredProfiles(services, errand.integration).map(({ id, title }) => ({ id, title: inWords(title) })),
    send: texts.formSend,
  };
}

/** The message may be for the bot. Otherwise says what is wrong with it, and asks again. */
async function hearOther(
  turn: Turn,
  errand: Errand & Asking,
  open: OpenQuestion,
  { problem, choices }: Extract<AnswerOrNot, { as: 'other' }>,
  otherwise: Otherwise,
): Promise<GoneOn> {
  if (open.ask === 'form') {
    const { kind, max = 5 } = open.question;
    const text =
      choices === undefined
        ? turn.texts.formExpected(kind, max, expectedInForm(kind, spokenOf(turn)))
        : problemSaid(turn, problem);
    await show(turn, { text, choices: choices ?? [] });
    return askAgain(turn, errand);
  }
  const said = saidIn(turn);
  // the person asks for the product that this question is about
  const isAsked =
    open.ask === 'method' && productAsked(said, turn.services.declared, [wordsOf(turn)])?.id === errand.integration;
  const aside = said === '' || isAsked ? 'unanswered' : await otherwise();
  if (aside === 'left') return { status: 'open', errand };
  if (aside === 'answered' || open.ask !== 'input') return askAgain(turn, errand);
  await askInput(turn, errand, open.question, problemSaid(turn, problem), choices ?? open.offered ?? []);
  return { status: 'open', errand };
}

/** Stores the answer together with the next question, and goes on. */
async function takeAnswer(
  turn: Turn,
  errand: Errand & Asking,
  about: AskedAbout,
  answer: AnswerHeard | 'skip',
): Promise<GoneOn> {
  const { context, services, arrivedAt } = turn;
  const given = answerGiven(errand, answer, about);
  const heard = { type: 'heard', arrivedAt, activityId: context.activity.id, ...given } as const;
  const moved = await moveErrand(services, errand, heard);
  // another process won the race; the next message finds the errand as it is by then
  if (moved === undefined) return { status: 'open', errand };
  const isAskedAgain = moved.status === 'asking' && JSON.stringify(moved.ask) === JSON.stringify(errand.ask);
  if (!isAskedAgain) await closeAnswered(turn, errand, moved);
  if (moved.status !== 'ready') return { status: 'open', errand: await sayOwed(turn, moved) };
  return errand.ask.kind === 'method' ? askAccess(turn, moved, { isChosen: true }) : goOn(turn, moved);
}

/** Closes a form's card, which then shows the question and the answer. */
async function closeAnswered(turn: Turn, { ask, card, conversation }: Errand & Asking, after: Errand): Promise<void> {
  if (ask.kind !== 'form' || card === undefined) return;
  const question = ask.questions[ask.at];
  const answer = question && after.answers[question.name];
  // in a group, others can read the card
  const isShown = question !== undefined && answer !== undefined && conversation.kind === 'personal';
  const shown = isShown ? shownInForm(spokenOf(turn).locale)(question, answer) : undefined;
  await replaceCard(turn, card.id, card.title, shown);
}
