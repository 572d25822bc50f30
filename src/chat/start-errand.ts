import { randomUUID } from 'node:crypto';
import { acceptable, firstAsk } from '../answers/questions.ts';
import type { Sender } from '../channels/sender.ts';
import type { ReadAhead } from '../flows/find-credential.ts';
import { lacksCredential } from '../flows/lacks-credential.ts';
import type { AnyAction } from '../model/action.ts';
import { beginErrand, type Errand, type ErrandDraft, type Lacks } from '../model/errand.ts';
import { ask, type GoneOn, goOn, notConnected } from './go-on.ts';
import { say } from './say.ts';
import { sayGroupRefused } from './say-group-refused.ts';
import { contactIn, saidIn, spokenOf, type Turn } from './turn.ts';

/** What somebody asks for: an action, or only to connect. */
export type Wanted = Pick<ErrandDraft, 'by' | 'isSilent' | 'profile'> &
  (
    | { readonly action: AnyAction; readonly input: unknown }
    | { readonly connect: NonNullable<ErrandDraft['connect']>; readonly integration: string; readonly lacks?: Lacks }
  );

/** Begins what the sender of this turn asks for, and runs it to its first stop. */
export async function startErrand(turn: Turn, wanted: Wanted, ahead?: ReadAhead): Promise<GoneOn> {
  const { services, sender, progress, texts } = turn;
  progress.isHeard = true;
  if (sender.status === 'refused') {
    await say(turn, texts.notAllowed(contactIn(turn)));
    return notConnected('not_allowed');
  }
  if (!('action' in wanted)) return goOn(turn, newErrand(turn, sender, { ...wanted, input: {} }));
  const { action, input: given, ...how } = wanted;
  const { owner, conversation } = sender;
  if (conversation.kind === 'group' && (await lacksCredential(services, { owner, action, ahead }))) {
    await sayGroupRefused(turn, saidIn(turn));
    return notConnected('group');
  }
  const { id: actionId, integration } = action;
  const input = acceptable(action, given, spokenOf(turn));
  const errand = newErrand(turn, sender, { ...how, actionId, integration, input });
  const question = firstAsk(action, input);
  return question === 'ready' ? goOn(turn, errand, false, ahead) : ask(turn, errand, question);
}

/** The part of an errand that says what it is about. */
type About = Omit<ErrandDraft, 'id' | 'begunBy' | 'owner' | 'ownerName' | 'conversation' | 'answers'>;

function newErrand(
  { context, services, progress }: Turn,
  { owner, name, conversation }: Extract<Sender, { status: 'known' }>,
  about: About,
): Errand {
  const { id: activityId } = context.activity;
  progress.begun += 1;
  // one message may begin several errands, in the same order when it is delivered again
  const begunBy = activityId && progress.begun > 1 ? `${activityId}#${progress.begun}` : activityId;
  const draft = { ...about, begunBy, id: randomUUID(), owner, ownerName: name, conversation, answers: {} };
  return beginErrand(draft, { next: 'ready', activityId }, services.now());
}
