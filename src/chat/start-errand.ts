import { randomUUID } from 'node:crypto';
import { acceptable, nextQuestion } from '../answers/questions.ts';
import type { ReadAhead } from '../flows/find-credential.ts';
import type { AnyAction } from '../model/action.ts';
import type { NotConnected } from '../model/conversed.ts';
import { type Ask, beginErrand, type Errand, type ErrandDraft, type Lacks } from '../model/errand.ts';
import { type GoneOn, goOn } from './go-on.ts';
import { say } from './say.ts';
import { sayGroupRefused } from './say-group-refused.ts';
import { sayOwed } from './say-owed.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';
import type { Talk } from './talk.ts';
import { contactIn, saidIn, spokenOf, turnOf } from './turn.ts';

/** What somebody asks for: an action, or only to connect. */
export type Wanted = Pick<ErrandDraft, 'by' | 'isSilent' | 'profile'> &
  (
    | { readonly action: AnyAction; readonly input: unknown }
    | { readonly connect: NonNullable<ErrandDraft['connect']>; readonly integration: string; readonly lacks?: Lacks }
  );

/** Begins what the sender of this turn asks for, and takes it to its first stop. */
export async function startErrand(talk: Talk, wanted: Wanted, ahead?: ReadAhead): Promise<GoneOn> {
  const { context, authorizer } = talk;
  const { sender, progress } = turnOf(context);
  progress.isHeard = true;
  if (sender.status === 'refused') {
    await say(context, turnOf(context).texts.notAllowed(contactIn(context, authorizer)));
    return notConnected('not_allowed');
  }
  if ('action' in wanted && sender.conversation.kind === 'group') {
    const lacks = await authorizer.lacksCredential({ owner: sender.owner, action: wanted.action, ahead });
    if (lacks) {
      await sayGroupRefused(context, saidIn(context));
      return notConnected('group');
    }
  }
  const about = aboutOf(context, wanted);
  const first = 'action' in wanted ? firstAsk(wanted.action, about.input) : 'ready';
  const errand = newErrand(talk, sender, { wanted, about, first });
  if (first === 'ready') return goOn(talk, errand, { isStored: false, ahead });
  const begun = await authorizer.errands.begin(errand);
  if (begun === undefined) return { status: 'over', over: { status: 'elsewhere' } };
  return { status: 'open', errand: await sayOwed(talk, begun) };
}

/** What of an errand says what it is about. */
type About = Pick<ErrandDraft, 'actionId' | 'connect' | 'integration' | 'input' | 'lacks'>;

function aboutOf(context: ChatTurn, wanted: Wanted): About {
  if ('action' in wanted) {
    const { action, input } = wanted;
    const { id: actionId, integration } = action;
    return { actionId, integration, input: acceptable(action, input, spokenOf(context)) };
  }
  const { connect, integration, lacks } = wanted;
  return { connect, integration, input: {}, ...(lacks === undefined ? {} : { lacks }) };
}

/** What has to be asked before an action can run. */
export function firstAsk(action: AnyAction, input: Errand['input'], isSure = false): Ask | 'ready' {
  const question = nextQuestion(action, input);
  if (question !== undefined) return { kind: 'input', name: question.name };
  return action.destructive === true && !isSure ? { kind: 'yes' } : 'ready';
}

function newErrand(
  { context, authorizer }: Talk,
  { owner, name, conversation }: Extract<Sender, { status: 'known' }>,
  {
    wanted: { by, isSilent, profile },
    about,
    first,
  }: { readonly wanted: Wanted; readonly about: About; readonly first: Ask | 'ready' },
): Errand {
  const { id: activityId } = context.activity;
  const { progress } = turnOf(context);
  progress.begun += 1;
  // one message may ask for several things, which come in the same order when it is delivered again
  const begunBy = progress.begun === 1 ? activityId : `${activityId}#${progress.begun}`;
  return beginErrand(
    {
      id: randomUUID(),
      owner,
      ownerName: name,
      conversation,
      answers: {},
      by,
      ...about,
      ...(activityId === undefined || begunBy === undefined ? {} : { begunBy }),
      ...(isSilent === undefined ? {} : { isSilent }),
      ...(profile === undefined ? {} : { profile }),
    },
    { next: first, ...(activityId === undefined ? {} : { activityId }) },
    authorizer.errands.now(),
  );
}

function notConnected(why: NotConnected): GoneOn {
  return { status: 'over', over: { status: 'not_connected', why } };
}
