import { type Authorization, type AuthorizationEvent, transition } from '../model/authorization.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

/** Applies one or several events with one compare-and-swap. Undefined if an event is illegal or another process won the race. */
export async function move(
  services: Services,
  from: Authorization,
  events: AuthorizationEvent | readonly AuthorizationEvent[],
  vault: Vault = services.vault,
): Promise<Authorization | undefined> {
  let reached = from;
  for (const event of [events].flat()) {
    const next = transition(reached, event, services.now());
    if (!next.ok) return undefined;
    reached = { ...next.authorization, version: from.version + 1 };
  }
  return (await vault.authorizations.swap(from, reached)) ? reached : undefined;
}
