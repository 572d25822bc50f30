import type { Connection } from '../model/connection.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import type { Services } from './services.ts';

/** What is stored for an owner: labels and states, never a secret (security.md P7). */
export async function listConnections(services: Services, owner: Owner): Promise<readonly Connection[]> {
  return services.vault.connections.list(ownerKey(owner));
}
