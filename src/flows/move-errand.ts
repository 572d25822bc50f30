import { type Errand, type ErrandEvent, errandTransition } from '../model/errand.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

/**
 * One arrow, or several at once, persisted by one compare-and-swap. Undefined: an arrow is illegal, or another process was
 * first.
 */
export async function moveErrand(
  services: Services,
  from: Errand,
  events: ErrandEvent | readonly ErrandEvent[],
  vault: Pick<Vault, 'errands'> = services.vault,
): Promise<Errand | undefined> {
  const reached = afterEvents(services, from, events);
  if (reached === undefined || !(await vault.errands.swap(from, reached))) return undefined;
  logResumed(services, from, reached);
  return reached;
}

/** How long somebody who had to connect first has waited for the answer. */
function logResumed({ log, now }: Services, from: Errand, to: Errand): void {
  if (from.status !== 'answered' || from.owes !== 'result' || to.owes !== undefined) return;
  if (from.isConnected !== true || from.actionId === undefined) return;
  const { actionId: action, integration, result, actedAt } = from;
  log({ event: 'resumed', action, integration, outcome: result.status, seconds: (now() - actedAt) / 1000 });
}

/** The same, where an errand may move meanwhile: what it is by then takes the arrow, if it still can. */
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
