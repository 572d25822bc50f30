import { questionNamed } from '../answers/questions.ts';
import type { ErrandOver } from '../model/conversed.ts';
import type { Ask, Errand } from '../model/errand.ts';
import { givenUp, overOf } from '../model/errand-over.ts';
import { isReview, reviewQuestion } from '../model/form-review.ts';
import { askAccess } from './ask-access.ts';
import { askInput } from './ask-question.ts';
import { cancelSaid } from './cancel-said.ts';
import { givenIn } from './form-prompt.ts';
import { type GoneOn, goOn } from './go-on.ts';
import { type Heard as AnswerOrNot, hearAnswer, type OpenQuestion } from './hear-answer.ts';
import { knowsActionOf } from './known-actions.ts';
import { isAboutConnections, manageConnections } from './manage-connections.ts';
import { problemSaid } from './problem-said.ts';
import { remind } from './remind.ts';
import { say, show } from './say.ts';
import { sayOwed } from './say-owed.ts';
import { takeAnswer } from './take-answer.ts';
import type { Talk } from './talk.ts';
import { saidIn, spokenOf, turnOf } from './turn.ts';

type Asking = Errand & { readonly status: 'asking' };

/** What somebody else makes of a message that is not for the errand. */
export type Aside =
  /** It was answered; the errand's question is said again. */
  | 'answered'
  | 'unanswered'
  /** Something else has the floor now, or the errand is no longer asked about. */
  | 'left';

export type Heard = GoneOn | { readonly status: 'passed'; readonly over: ErrandOver };

/**
 * One message of the errand's owner, in order: an exact answer to the open question, then the words that always work, then a
 * free answer, and what is none of them is for somebody else.
 *
 * @param otherwise default: nobody takes what is not for the errand
 * @returns `passed` where the message is not for it and it waits for nothing more than "retry"
 */
export async function hearErrand(
  talk: Talk,
  errand: Errand,
  otherwise: () => Promise<Aside> = () => Promise.resolve('unanswered'),
): Promise<Heard> {
  const { progress } = turnOf(talk.context);
  const { id } = talk.context.activity;
  const before = progress.isHeard;
  progress.isHeard = true;
  // the channel delivered it twice
  if (id !== undefined && errand.heard.includes(id)) return { status: 'open', errand };
  switch (errand.status) {
    case 'asking':
      if (errand.ask.kind === 'retry') break;
      if (!knowsActionOf(talk.authorizer, errand)) return hearForAnother(talk, errand);
      return hearQuestion(talk, errand, otherwise);
    case 'waiting':
      return hearWaiting(talk, errand, otherwise);
    case 'ready': {
      const heard = await hearReady(talk, errand);
      if (heard.status === 'passed') progress.isHeard = before;
      return heard;
    }
    case 'running':
      await otherwise();
      return { status: 'open', errand };
    case 'answered':
      return afterSaying(await sayOwed(talk, errand));
    case 'ended':
      progress.isHeard = before;
      return { status: 'passed', over: overOf(errand) ?? { status: 'elsewhere' } };
  }
  const heard = await hearRetry(talk, errand);
  if (heard !== undefined) return heard;
  progress.isHeard = before;
  return { status: 'passed', over: givenUp(errand) };
}

async function hearQuestion(talk: Talk, errand: Asking, otherwise: () => Promise<Aside>): Promise<Heard> {
  const { context, authorizer, words } = talk;
  const open = openQuestion(talk, errand);
  if (open === undefined) return { status: 'open', errand };
  const given = 'question' in open ? givenIn(context, open.question.name) : saidIn(context);
  // a picture, say
  if (given === '') return askAgain(talk, errand);
  const heard = hearAnswer(open, given, {
    words,
    spoken: spokenOf(context),
    isAboutConnections: (said) => isAboutConnections(said, authorizer, words),
  });
  switch (heard.as) {
    case 'guess': {
      const aside = await otherwise();
      if (aside === 'left') return { status: 'open', errand };
      return aside === 'answered' ? askAgain(talk, errand) : takeAnswer(talk, errand, heard);
    }
    case 'answer':
      return heard.ask === 'yes' && !heard.value ? cancelSaid(talk, errand) : takeAnswer(talk, errand, heard);
    case 'skip':
      return takeAnswer(talk, errand, 'skip');
    case 'command':
      if (heard.command === 'cancel') return cancelSaid(talk, errand);
      if (heard.command === 'connections') await manageConnections(context, authorizer, words);
      // the bot says what it can do
      else if ((await otherwise()) === 'left') return { status: 'open', errand };
      return askAgain(talk, errand);
    case 'other':
      return hearOther(talk, errand, open, heard, otherwise);
  }
}

/** The other version has asked, and only that one can read the answer: the person is told to say it again. */
async function hearForAnother(talk: Talk, errand: Errand): Promise<Heard> {
  const { context, authorizer, words } = talk;
  const { texts } = turnOf(context);
  const said = saidIn(context);
  if (words.cancelAlone.test(said)) return cancelSaid(talk, errand);
  if (isAboutConnections(said, authorizer, words)) await manageConnections(context, authorizer, words);
  else await say(context, texts.restarting, [texts.sayCancel]);
  return { status: 'open', errand };
}

/** Whoever was to run it has not yet: it runs now, and the message is still the bot's. */
async function hearReady(talk: Talk, errand: Errand): Promise<Heard> {
  const said = saidIn(talk.context);
  if (talk.words.cancel.test(said)) return cancelSaid(talk, errand);
  const gone = await goOn(talk, errand, { isStored: true });
  return gone.status === 'open' || talk.words.again.test(said) ? gone : { status: 'passed', over: gone.over };
}

function openQuestion(
  { context, authorizer }: Talk,
  { ask, actionId, integration, answers }: Asking,
): OpenQuestion | undefined {
  switch (ask.kind) {
    case 'input': {
      const action = authorizer.action(actionId ?? '');
      const question = action && questionNamed(action, ask.name);
      return question && { ask: 'input', question, offered: ask.choices ?? [] };
    }
    case 'form': {
      if (isReview(ask)) return { ask: 'form', question: reviewQuestion(ask, answers, turnOf(context).texts.formSend) };
      const question = ask.questions[ask.at];
      return question && { ask: 'form', question };
    }
    case 'method':
      return {
        ask: 'method',
        titles: authorizer.offeredProfiles(integration).map(({ title }) => turnOf(context).inWords(title)),
      };
    case 'yes':
    case 'retry':
      return { ask: ask.kind };
  }
}

/** It may be meant for the bot; else what is wrong with it is said, and the question is asked again. */
async function hearOther(
  talk: Talk,
  errand: Asking,
  open: OpenQuestion,
  { problem, choices }: Extract<AnswerOrNot, { as: 'other' }>,
  otherwise: () => Promise<Aside>,
): Promise<Heard> {
  const { context } = talk;
  if (open.ask === 'form') {
    const { kind, max = 5 } = open.question;
    const turn = turnOf(context);
    const text = choices === undefined ? turn.texts.formExpected(kind, max) : problemSaid(turn, problem);
    await show(context, { text, choices: choices ?? [] });
    return askAgain(talk, errand);
  }
  const aside = saidIn(context) === '' ? 'unanswered' : await otherwise();
  if (aside === 'left') return { status: 'open', errand };
  if (aside === 'answered' || open.ask !== 'input') return askAgain(talk, errand);
  await askInput(talk, open.question, problemSaid(turnOf(context), problem), choices ?? open.offered ?? []);
  return { status: 'open', errand };
}

/** Says the open question once more, without what was wrong with an earlier answer. */
export async function askAgain(talk: Talk, errand: Errand): Promise<GoneOn> {
  if (errand.status !== 'asking') return { status: 'open', errand };
  const asked = await talk.authorizer.errands.move(errand, { type: 'asks', ask: withoutProblem(errand.ask) });
  return { status: 'open', errand: asked === undefined ? errand : await sayOwed(talk, asked) };
}

function withoutProblem(ask: Ask): Ask {
  if (ask.kind !== 'input') return ask;
  const { problem: _, ...question } = ask;
  return question;
}

async function hearWaiting(
  talk: Talk,
  errand: Errand & { readonly status: 'waiting' },
  otherwise: () => Promise<Aside>,
): Promise<Heard> {
  const { context, authorizer, words } = talk;
  const said = saidIn(context);
  if (words.cancel.test(said)) return cancelSaid(talk, errand);
  if (words.again.test(said)) {
    if (!knowsActionOf(authorizer, errand)) return hearForAnother(talk, errand);
    return askAccess(talk, errand, { lacks: errand.lacks ?? { reason: 'none' }, isStored: true, restart: true });
  }
  const isHelp = words.help.test(said);
  if (!isHelp && (await otherwise()) !== 'unanswered') return { status: 'open', errand };
  await remind(talk, errand, isHelp);
  return { status: 'open', errand };
}

async function hearRetry(talk: Talk, errand: Errand): Promise<Heard | undefined> {
  const { context, authorizer, words } = talk;
  const said = saidIn(context);
  if (words.cancel.test(said)) return cancelSaid(talk, errand);
  if (!words.again.test(said)) return undefined;
  const again = await authorizer.errands.move(errand, { type: 'again' });
  if (again === undefined) return { status: 'over', over: { status: 'elsewhere' } };
  return goOn(talk, again, { isStored: true, retry: true });
}

function afterSaying(errand: Errand): Heard {
  const over = overOf(errand);
  return over === undefined ? { status: 'open', errand } : { status: 'over', over };
}
