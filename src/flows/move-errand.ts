import { type Errand, type ErrandEvent, errandTransition } from '../model/errand.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';
import { trimErrands } from './trim-errands.ts';

/**
 * Applies one or several events with one compare-and-swap; the first one inserts the errand's row. Undefined if an event is
 * illegal, another process won the race, or the same message has already begun an errand.
 */
export async function moveErrand(
  services: Services,
  from: Errand,
  events: ErrandEvent | readonly ErrandEvent[],
  vault: Pick<Vault, 'errands'> = services.vault,
): Promise<Errand | undefined> {
  const reached = afterEvents(services, from, events);
  if (reached === undefined) return undefined;
  const isMine = await (from.version === 0 ? vault.errands.begin(reached) : vault.errands.swap(from, reached));
  if (!isMine) return undefined;
  if (from.version === 0) await trimErrands(services, reached, vault);
  logResumed(services, from, reached);
  return reached;
}

/** Logs how long a person who had to connect first waited for the result. */
function logResumed({ log, now }: Services, from: Errand, to: Errand): void {
  if (from.status !== 'answered' || from.owes !== 'result' || to.owes !== undefined) return;
  if (from.isConnected !== true || from.actionId === undefined) return;
  const { actionId: action, integration, result, actedAt } = from;
  log({ event: 'resumed', action, integration, outcome: result.status, seconds: (now() - actedAt) / 1000 });
}

/** The same for an errand that may change in the meantime: applies the events to its present state, if they are legal there. */
export async function moveLatest(
  services: Services,
  from: Errand,
  events: ErrandEvent | readonly ErrandEvent[],
  vault: Pick<Vault, 'errands'> = services.vault,
): Promise<Errand | undefined> {
  let present: Errand | undefined = from;
  for (let round = 0; round < ROUNDS && present !== undefined; round += 1) {
    const moved = await moveErrand(services, present, events, vault);
    if (moved !== undefined) return moved;
    if (afterEvents(services, present, events) === undefined) return undefined;
    present = await vault.errands.byId(from.id);
  }
  return undefined;
}

const ROUNDS = 5;

function afterEvents(
  services: Services,
  from: Errand,
  events: ErrandEvent | readonly ErrandEvent[],
): Errand | undefined {
  let reached = from;
  for (const event of [events].flat()) {
    const next = errandTransition(reached, event, services.now());
    if (!next.ok) return undefined;
    reached = next.errand;
  }
  return reached;
}
