import { type Authorization, type AuthorizationEvent, transition } from '../model/authorization.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

/** One arrow, persisted by compare-and-swap. Undefined: the arrow is illegal, or somebody else was first. */
export async function move(
  services: Services,
  from: Authorization,
  event: AuthorizationEvent,
  vault: Vault = services.vault,
): Promise<Authorization | undefined> {
  const next = transition(from, event, services.now());
  if (!next.ok) return undefined;
  return (await vault.authorizations.swap(next.authorization)) ? next.authorization : undefined;
}
