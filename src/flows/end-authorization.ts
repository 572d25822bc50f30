import type { AuditActor } from '../model/audit-event.ts';
import {
  type Authorization,
  type AuthorizationEvent,
  credentialOf,
  type EndReason,
  isOpen,
} from '../model/authorization.ts';
import type { Errand } from '../model/errand.ts';
import type { Vault } from '../vault/vault.ts';
import { audit } from './audit.ts';
import { endErrands, type Tell } from './errands-of-attempt.ts';
import { move } from './move.ts';
import { queueRevocation } from './queue-revocation.ts';
import type { Services } from './services.ts';

export interface Ending {
  readonly status: 'failed' | 'cancelled' | 'revoked' | 'expired';
  readonly why: EndReason;
  readonly tell: Tell;
  readonly ref?: string;
  /** Who ended it, if it was neither the owner nor a deadline. */
  readonly by?: AuditActor;
  /** Id of the message that ended it. */
  readonly activityId?: string | undefined;
}

type EndFacts = Omit<Ending, 'status'>;

export interface Ended {
  readonly authorization: Authorization;
  /** The errands that waited for it, oldest first, in their new states. */
  readonly errands: readonly Errand[];
}

/**
 * Ends an open attempt and removes its secrets. The same transaction queues what the conversation has to hear and, if there is
 * a credential, its revocation at the product. Undefined if another process won the race.
 */
export async function endAuthorization(
  services: Services,
  from: Authorization,
  ending: Ending,
): Promise<Ended | undefined> {
  return persistEnd(services, from, eventOf(ending), ending);
}

/** The same for an attempt that may change in the meantime: ends it in its present state if it is still open. */
export async function endWhileOpen(services: Services, id: string, ending: Ending): Promise<Ended | undefined> {
  // a round fails if the browser, the code or another process was first
  for (;;) {
    const present = await services.vault.authorizations.byId(id);
    if (present === undefined || !isOpen(present)) return undefined;
    const ended = await endAuthorization(services, present, ending);
    if (ended !== undefined) return ended;
  }
}

/** The same in the caller's transaction. Call `announceEnd` after it. */
export async function endAuthorizationIn(
  services: Services,
  vault: Vault,
  from: Authorization,
  ending: Ending,
): Promise<Ended | undefined> {
  return endIn(services, vault, from, eventOf(ending), ending);
}

function eventOf({ status, why }: Ending): AuthorizationEvent {
  return status === 'expired' ? { type: 'expire' } : { type: 'end', status, why };
}

/** Ends many attempts in one transaction, which costs little more than one. Returns how many were still open. */
export async function endAuthorizations(
  services: Services,
  endings: readonly { readonly from: Authorization; readonly ending: Ending }[],
): Promise<number> {
  const ended = await services.vault.transaction(async (vault) => {
    const all: { readonly authorization: Authorization; readonly ending: Ending }[] = [];
    const waiting = await vault.errands.waitingFor(...endings.map(({ from }) => from.id));
    const waitingFor = ({ id }: Authorization) =>
      waiting.filter((errand) => errand.status === 'waiting' && errand.authorizationId === id);
    for (const { from, ending } of endings) {
      const done = await endIn(services, vault, from, eventOf(ending), ending, waitingFor(from));
      if (done !== undefined) all.push({ authorization: done.authorization, ending });
    }
    return all;
  });
  for (const { authorization, ending } of ended) announceEnd(services, authorization, ending);
  return ended.length;
}

/** Applies an event that ends the attempt. */
export async function persistEnd(
  services: Services,
  from: Authorization,
  event: AuthorizationEvent,
  ending: EndFacts,
): Promise<Ended | undefined> {
  const ended = await services.vault.transaction((vault) => endIn(services, vault, from, event, ending));
  if (ended !== undefined) announceEnd(services, ended.authorization, ending);
  return ended;
}

/** Logs an end that is stored, and wakes the delivery of what has to be said. */
export function announceEnd(services: Services, { id, status }: Authorization, { why }: Pick<Ending, 'why'>): void {
  services.log({ event: 'authorization_ended', authorization: id, status, reason: why });
  services.wake();
}

async function endIn(
  services: Services,
  vault: Vault,
  from: Authorization,
  event: AuthorizationEvent,
  ending: EndFacts,
  waiting?: readonly Errand[],
): Promise<Ended | undefined> {
  const next = await move(services, from, event, vault);
  if (next === undefined) return undefined;
  const credential = credentialOf(from);
  if (credential !== undefined) await queueRevocation(services, vault, { ...from, credential });
  const errands = await endErrands(services, vault, from, ending, waiting);
  const facts = { kind: 'ended', why: ending.why } as const;
  const actor = ending.by ?? from.owner;
  await audit(services, { actor, what: 'authorization_ended', subject: from.id, facts, ref: ending.ref }, vault);
  return { authorization: next, errands };
}
