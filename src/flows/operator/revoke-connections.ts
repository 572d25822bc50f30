import type { Connection } from '../../model/connection.ts';
import { placeName } from '../../model/connection-name.ts';
import { statusOf } from '../access.ts';
import { disconnect } from '../disconnect.ts';
import { type AtProduct, endRemoved, type Removed, removeHere } from '../remove-connection.ts';
import type { Services } from '../services.ts';
import type { Actor } from './audited.ts';

/** A connection with the time of its last action, as far as the instances have stored it. */
export interface UsedConnection extends Connection {
  readonly lastUsedAt?: number;
  /** The site, or the customer's address or region. */
  readonly place?: string;
}

/** A page of everybody's connections: names and states, never a secret. */
export async function listAllConnections(
  services: Services,
  input: { readonly integration?: string; readonly after?: string; readonly limit: number },
): Promise<readonly UsedConnection[]> {
  const connections = await services.vault.connections.listAll(input);
  const uses = await services.vault.uses.of(connections.map(({ id }) => id));
  const usedAt = new Map(uses.map(({ connectionId, at }) => [connectionId, at]));
  return connections.map((connection) => {
    const lastUsedAt = services.uses.get(connection.id) ?? usedAt.get(connection.id);
    const place = placeName(connection, services.integrations.get(connection.integration)?.tenant);
    return {
      ...connection,
      status: statusOf(services, connection),
      ...(place === undefined ? {} : { place }),
      ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
    };
  });
}

/** How many connections are read for one page of a search, at most. */
const SEARCHED = 2_000;

/**
 * A page of the connections that match, in the order of their ids. `next` is the id to continue after, if there may be more:
 * names are sealed, so a search reads one connection after another, and a page ends early after `SEARCHED` of them.
 */
export async function searchConnections(
  services: Services,
  input: {
    readonly integration?: string;
    readonly after?: string;
    readonly limit: number;
    readonly matches: (connection: UsedConnection) => boolean;
  },
): Promise<{ readonly connections: readonly UsedConnection[]; readonly next?: string }> {
  const { limit, matches, ...place } = input;
  const found: UsedConnection[] = [];
  let after = place.after;
  for (let read = 0; read < SEARCHED; ) {
    const page = await listAllConnections(services, {
      ...place,
      ...(after === undefined ? {} : { after }),
      limit: limit + 1,
    });
    found.push(...page.filter(matches));
    const next = found[limit - 1]?.id;
    if (found.length > limit && next !== undefined) return { connections: found.slice(0, limit), next };
    const last = page.at(-1);
    if (last === undefined) return { connections: found };
    after = last.id;
    read += page.length;
  }
  return { connections: found, ...(after === undefined ? {} : { next: after }) };
}

/** Removes one connection here, and revokes it at the product if possible. */
export async function revokeConnection(
  services: Services,
  input: { readonly actor: Actor; readonly id: string },
): Promise<AtProduct | 'not_found'> {
  const stored = await services.vault.connections.byId(input.id);
  if (stored === undefined) return 'not_found';
  const { owner, integration, id } = stored.connection;
  const outcome = await disconnect(services, { owner, integration, connectionId: id, by: input.actor });
  return outcome.status === 'removed' ? outcome.atProduct : 'not_found';
}

/** Connections read at a time. */
const PAGE = 100;

/**
 * Removes every connection to an integration. Those that cannot be opened because their key is missing stay, because their
 * token could not be revoked. Returns the number.
 */
export async function revokeAllConnections(
  services: Services,
  input: { readonly actor: Actor; readonly integration: string },
): Promise<number> {
  const { actor, integration } = input;
  let revoked = 0;
  let after = '';
  // once a product does not respond, the queue revokes the rest, so that removing does not have to wait
  let isSilent = false;
  for (;;) {
    const page = await services.vault.connections.listAll({ integration, after, limit: PAGE });
    const removed = await removeEach(services, actor, page);
    revoked += removed.length;
    for (const one of removed) {
      const outcome = await endRemoved(services, one, isSilent ? 'later' : 'at once');
      isSilent ||= outcome === 'queued';
    }
    const last = page.at(-1);
    if (last === undefined) return revoked;
    after = last.id;
  }
}

async function removeEach(services: Services, actor: Actor, page: readonly Connection[]): Promise<readonly Removed[]> {
  const removed: Removed[] = [];
  for (const { id } of page) {
    const stored = await services.vault.connections.byId(id);
    const one = stored && (await removeHere(services, { id, owner: stored.connection.owner }, actor));
    if (one !== undefined) removed.push(one);
  }
  return removed;
}
