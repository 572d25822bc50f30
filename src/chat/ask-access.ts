import type { ErrandOver, NotConnected } from '../model/conversed.ts';
import type { Errand, Lacks } from '../model/errand.ts';
import { purposeOf } from './ask-question.ts';
import type { GoneOn } from './go-on.ts';
import { sayable } from './next-steps.ts';
import { say, sayCannotConnect } from './say.ts';
import { sayGroupRefused } from './say-group-refused.ts';
import { sayOwed } from './say-owed.ts';
import type { Talk } from './talk.ts';
import { turnOf } from './turn.ts';

export interface Access {
  readonly lacks: Lacks;
  readonly isStored: boolean;
  /** The person has chosen how, and why was said then. */
  readonly isChosen?: boolean;
  /** The person wants a new link. */
  readonly restart?: boolean;
  /** The person tries again. */
  readonly retry?: boolean;
  /** A page asked for the link. */
  readonly isAskedOnPage?: true | undefined;
}

/** Asks the person to connect what the errand needs: how, where there are several ways, and then with the one prompt. */
export async function askAccess(talk: Talk, errand: Errand, access: Access): Promise<GoneOn> {
  const { context, authorizer } = talk;
  const { lacks, isStored, isChosen = false, restart = false, retry = false, isAskedOnPage } = access;
  const { owner, ownerName, conversation, integration, profile } = errand;
  if (await mustChoose(talk, errand, access)) {
    const asks = { type: 'asks', ask: { kind: 'method' } } as const;
    const asked = isStored
      ? await authorizer.errands.move(errand, asks)
      : await authorizer.errands.begin({ ...errand, lacks }, asks);
    return asked === undefined ? ELSEWHERE : { status: 'open', errand: await sayOwed(talk, asked) };
  }
  const begun = await authorizer.beginAuthorization({
    owner,
    ownerName,
    conversation,
    integration,
    purpose: purposeOf(talk, errand),
    scopes: errand.connect?.scopes ?? authorizer.action(errand.actionId ?? '')?.scopes ?? [],
    errand: { record: errand, isStored, lacks, ...(isAskedOnPage === undefined ? {} : { isAskedOnPage }) },
    ...(profile === undefined ? {} : { profile }),
    ...(lacks.connectionId === undefined ? {} : { replaces: lacks.connectionId }),
    ...(restart ? { restart } : {}),
    ...(retry ? { retry } : {}),
  });
  switch (begun.status) {
    case 'begun':
    case 'joined':
      return { status: 'open', errand: await sayOwed(talk, begun.errand, { begun, isChosen }) };
    case 'taken':
      return ELSEWHERE;
    case 'group':
      await sayGroupRefused(context);
      return giveUp(talk, errand, isStored, 'group');
    case 'refused':
      await sayCannotConnect(context, authorizer, integration, begun.why, askAnew(talk, errand));
      return giveUp(talk, errand, isStored, begun.why);
    case 'too_many':
      await say(context, turnOf(context).texts.tooMany(begun.minutes), askAnew(talk, errand));
      return giveUp(talk, errand, isStored, 'too_many');
  }
}

/** Nothing waits any more: later, or once somebody has allowed it, the same is asked again. */
function askAnew({ context, authorizer }: Talk, errand: Errand): readonly string[] {
  return sayable(['ask_again'], errand, authorizer, turnOf(context));
}

const ELSEWHERE: GoneOn = { status: 'over', over: { status: 'elsewhere' } };

/** Whoever joins an attempt that is under way connects in the same way. */
async function mustChoose({ authorizer }: Talk, errand: Errand, { lacks }: Access): Promise<boolean> {
  const { owner, conversation, integration, profile } = errand;
  if (profile !== undefined || lacks.connectionId !== undefined || conversation.kind !== 'personal') return false;
  if (errand.status === 'waiting' || authorizer.offeredProfiles(integration).length < 2) return false;
  if (authorizer.connectRefusal({ owner, integration, profile }) !== undefined) return false;
  const open = await authorizer.openAuthorizations(owner);
  return !open.some((one) => one.integration === integration && one.conversation.key === conversation.key);
}

async function giveUp({ authorizer }: Talk, errand: Errand, isStored: boolean, why: NotConnected): Promise<GoneOn> {
  const over: ErrandOver = { status: 'not_connected', why };
  if (isStored) await authorizer.errands.move(errand, { type: 'abandon' });
  return { status: 'over', over };
}
