import { connectRefusal, offeredProfiles } from '../flows/access.ts';
import { beginAuthorization } from '../flows/begin-authorization.ts';
import { moveErrand } from '../flows/move-errand.ts';
import type { NotConnected } from '../model/conversed.ts';
import type { Errand, Lacks } from '../model/errand.ts';
import { ownerKey } from '../model/owner.ts';
import { purposeOf } from './errand-title.ts';
import { ask, ELSEWHERE, type GoneOn } from './go-on.ts';
import { sayable } from './next-steps.ts';
import { say } from './say.ts';
import { sayGroupRefused } from './say-group-refused.ts';
import { sayOwed } from './say-owed.ts';
import { contactIn, productName, type Turn } from './turn.ts';

export interface Access {
  /** Default: as the errand has it. */
  readonly lacks?: Lacks;
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
export async function askAccess(turn: Turn, errand: Errand, access: Access = {}): Promise<GoneOn> {
  const { services, texts } = turn;
  const { owner, ownerName, conversation, integration, profile, connect, actionId = '' } = errand;
  const { lacks = errand.lacks ?? { reason: 'none' }, isChosen = false, isAskedOnPage, restart, retry } = access;
  if (await mustChoose(turn, errand, lacks)) return ask(turn, { ...errand, lacks }, { kind: 'method' });
  const begun = await beginAuthorization(services, {
    ...{ owner, ownerName, conversation, integration, restart, retry },
    purpose: purposeOf(turn, errand),
    scopes: connect?.scopes ?? services.actions.get(actionId)?.scopes ?? [],
    errand: { record: errand, lacks, ...(isAskedOnPage === undefined ? {} : { isAskedOnPage }) },
    ...(profile === undefined ? {} : { profile }),
    ...(lacks.connectionId === undefined ? {} : { replaces: lacks.connectionId }),
  });
  // later, or once somebody has allowed it, the same is asked again
  const anew = sayable(turn, errand, ['ask_again']);
  switch (begun.status) {
    case 'begun':
    case 'joined':
      return { status: 'open', errand: await sayOwed(turn, begun.errand, { begun, isChosen }) };
    case 'taken':
      return ELSEWHERE;
    case 'group':
      await sayGroupRefused(turn);
      return giveUp(turn, errand, 'group');
    case 'refused':
      await say(turn, texts.cannotConnect(productName(turn, integration), begun.why, contactIn(turn)), anew);
      return giveUp(turn, errand, begun.why);
    case 'too_many':
      await say(turn, texts.tooMany(begun.minutes), anew);
      return giveUp(turn, errand, 'too_many');
  }
}

/** Whoever joins an attempt that is under way connects in the same way. */
async function mustChoose({ services }: Turn, errand: Errand, lacks: Lacks): Promise<boolean> {
  const { owner, conversation, integration, profile } = errand;
  if (profile !== undefined || lacks.connectionId !== undefined || conversation.kind !== 'personal') return false;
  if (errand.status === 'waiting' || offeredProfiles(services, integration).length < 2) return false;
  if (connectRefusal(services, { owner, integration, profile }) !== undefined) return false;
  const open = await services.vault.authorizations.openOf(ownerKey(owner));
  return !open.some((one) => one.integration === integration && one.conversation.key === conversation.key);
}

async function giveUp({ services }: Turn, errand: Errand, why: NotConnected): Promise<GoneOn> {
  if (errand.version > 0) await moveErrand(services, errand, { type: 'abandon' });
  return { status: 'over', over: { status: 'not_connected', why } };
}
