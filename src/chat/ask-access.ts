import { beginAuthorization } from '../flows/begin-authorization.ts';
import { actionOf } from '../flows/errand-action.ts';
import { moveErrand } from '../flows/move-errand.ts';
import { mustChooseProfile } from '../flows/must-choose-profile.ts';
import type { NotConnected } from '../model/conversed.ts';
import type { Errand, Lacks } from '../model/errand.ts';
import { purposeOf } from './errand-title.ts';
import { ask, ELSEWHERE, type GoneOn, giveUpIfCrowded, notConnected } from './go-on.ts';
import { sayable } from './next-steps.ts';
import { say } from './say.ts';
import { sayGroupRefused } from './say-group-refused.ts';
import { sayOwed } from './say-owed.ts';
import { contactIn, productName, type Turn } from './turn.ts';

export interface Access {
  /** Default: the errand's. */
  readonly lacks?: Lacks;
  /** The person has just chosen how to connect, and was told why at that point. */
  readonly isChosen?: boolean;
  /** The person wants a new link. */
  readonly restart?: boolean;
  /** The person said "retry". */
  readonly retry?: boolean;
  /** A page asked for the link. */
  readonly isAskedOnPage?: true | undefined;
}

/** Asks the person to connect what the errand needs. If there are several ways, asks for the way first. */
export async function askAccess(turn: Turn, errand: Errand, access: Access = {}): Promise<GoneOn> {
  const { services, texts } = turn;
  const { owner, ownerName, conversation, integration, profile, connect } = errand;
  const { lacks = errand.lacks ?? { reason: 'none' }, isChosen = false, isAskedOnPage, restart, retry } = access;
  if (await mustChooseProfile(services, errand, lacks)) return ask(turn, { ...errand, lacks }, { kind: 'method' });
  const crowded = await giveUpIfCrowded(turn, errand);
  if (crowded !== undefined) return crowded;
  const begun = await beginAuthorization(services, {
    ...{ owner, ownerName, conversation, integration, profile, restart, retry },
    purpose: purposeOf(turn, errand),
    scopes: connect?.scopes ?? actionOf(services, errand)?.scopes ?? [],
    errand: { record: errand, lacks, isAskedOnPage },
    replaces: lacks.connectionId,
  });
  // suggested for later, or for when somebody has allowed it
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

async function giveUp({ services }: Turn, errand: Errand, why: NotConnected): Promise<GoneOn> {
  if (errand.version > 0) await moveErrand(services, errand, { type: 'abandon' });
  return notConnected(why);
}
