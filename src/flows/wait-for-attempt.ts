import { randomUUID } from 'node:crypto';
import type { Authorization } from '../model/authorization.ts';
import { beginErrand, type Errand, type ErrandEvent } from '../model/errand.ts';
import { ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import type { BeginInput, Waiting } from './begin-outcome.ts';
import { moveErrand, moveLatest } from './move-errand.ts';
import type { Services } from './services.ts';

/**
 * Moves errands in the same conversation to the new attempt: those that waited for the older one and those that ask how to
 * connect. If the person tries again, also those whose attempt has failed.
 */
export async function follow(
  services: Services,
  vault: Vault,
  newer: Authorization,
  older: Authorization | undefined,
  { errand: own, retry = false }: BeginInput,
): Promise<readonly Errand[]> {
  const key = ownerKey(newer.owner);
  const followers: Errand[] = [];
  for (const errand of await vault.errands.here(key, newer.conversation.key, services.now() + 1)) {
    if (errand.integration !== newer.integration || errand.id === own?.record.id) continue;
    if (!isLeft(errand, older, retry)) continue;
    const moved = await moveLatest(services, errand, { type: 'follow', authorizationId: newer.id }, vault);
    if (moved !== undefined) followers.push(moved);
  }
  return followers;
}

function isLeft(errand: Errand, older: Authorization | undefined, retry: boolean): boolean {
  if (errand.status === 'waiting') return errand.authorizationId === older?.id;
  if (errand.status !== 'asking') return false;
  return errand.ask.kind === 'method' || (retry && errand.ask.kind === 'retry' && errand.ask.why !== 'failed');
}

/** Rolls back the transaction for an errand that another process handles. */
class ErrandTaken extends Error {}

export async function unlessTaken<T>(work: () => Promise<T>): Promise<T | 'taken'> {
  return work().catch((error: unknown) => {
    if (error instanceof ErrandTaken) return 'taken';
    throw error;
  });
}

/** Makes an errand wait for an attempt. If the person asks for the same thing twice, only one errand waits. */
export async function wait(
  services: Services,
  vault: Vault,
  authorizationId: string,
  input: BeginInput,
  followers: readonly Errand[],
): Promise<Waiting> {
  const { record, ...why } = input.errand ?? { record: errandOf(services, input) };
  const needs: ErrandEvent = { type: 'needs', authorizationId, ...why };
  const waiting = followers.length > 0 ? followers : await vault.errands.waitingFor(authorizationId);
  const others = waiting.filter(({ id }) => id !== record.id);
  const from = waiting.find((one) => one.id === record.id || (record.version === 0 && isSame(one, record)));
  const errand = await moveErrand(services, from ?? record, needs, vault);
  if (errand === undefined) throw new ErrandTaken();
  return { errand, others: others.filter(({ id }) => id !== errand.id) };
}

function isSame(one: Errand, other: Errand): boolean {
  const wanted = ({ actionId, input, answers }: Errand) => JSON.stringify([actionId, input, answers]);
  return wanted(one) === wanted(other);
}

/** The errand of a person who only wants to connect. */
function errandOf(services: Services, input: BeginInput): Errand {
  const { owner, ownerName, conversation, integration, purpose, scopes } = input;
  const draft = { id: randomUUID(), owner, ownerName, conversation, integration, connect: { purpose, scopes } };
  return beginErrand({ ...draft, input: {}, answers: {}, by: 'plain' }, { next: 'ready' }, services.now());
}
