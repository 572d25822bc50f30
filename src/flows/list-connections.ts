import type { Connection } from '../model/connection.ts';
import { accountNames, placeName } from '../model/connection-name.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { statusOf } from './access.ts';
import type { Services } from './services.ts';

/** A connection as its owner may see it. */
export interface ListedConnection extends Connection {
  /** True for the one that actions use if there are several at a product. */
  readonly isDefault: boolean;
  /** Its name for people. Unique among their connections to this product. */
  readonly name: string;
  /** The site, or the customer's address or region. */
  readonly place?: string;
}

/** Everything stored for an owner: names and states, never a secret. */
export async function listConnections(services: Services, owner: Owner): Promise<readonly ListedConnection[]> {
  const key = ownerKey(owner);
  const connections = await services.vault.connections.list(key);
  const products = [...new Set(connections.map(({ integration }) => integration))];
  const used = await Promise.all(products.map((integration) => services.vault.connections.current(key, integration)));
  const defaults = new Set(used.map((stored) => stored?.connection.id));
  const names = new Map(products.flatMap((integration) => namesAt(services, connections, integration)));
  return connections.map((connection) => {
    const place = placeName(connection, services.integrations.get(connection.integration)?.tenant);
    return {
      ...connection,
      status: statusOf(services, connection),
      isDefault: defaults.has(connection.id),
      name: names.get(connection.id) ?? connection.account.label,
      ...(place === undefined ? {} : { place }),
    };
  });
}

function namesAt(
  services: Services,
  connections: readonly Connection[],
  id: string,
): readonly (readonly [string, string])[] {
  const there = connections.filter(({ integration }) => integration === id);
  const names = accountNames(there, services.integrations.get(id)?.tenant);
  return there.map((connection, index) => [connection.id, names[index] ?? connection.account.label] as const);
}
