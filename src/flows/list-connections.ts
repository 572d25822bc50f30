import type { Connection } from '../model/connection.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { statusOf } from './access.ts';
import type { Services } from './services.ts';

/** A connection as its owner may see it. */
export interface ListedConnection extends Connection {
  /** The one that actions use where there are several at a product. */
  readonly isDefault: boolean;
}

/** What is stored for an owner: labels and states, never a secret (security.md P7). */
export async function listConnections(services: Services, owner: Owner): Promise<readonly ListedConnection[]> {
  const key = ownerKey(owner);
  const connections = await services.vault.connections.list(key);
  const products = [...new Set(connections.map(({ integration }) => integration))];
  const used = await Promise.all(products.map((integration) => services.vault.connections.current(key, integration)));
  const defaults = new Set(used.map((stored) => stored?.connection.id));
  return connections.map((connection) => ({
    ...connection,
    status: statusOf(services, connection),
    isDefault: defaults.has(connection.id),
  }));
}
