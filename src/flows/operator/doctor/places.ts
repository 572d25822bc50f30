import type { Integration } from '../../../model/integration.ts';
import type { Profile } from '../../../model/profile.ts';
import { tenantOf } from '../../../model/tenant-of.ts';
import type { Deployment } from './deployment.ts';

/** How many customers are checked, and how many connections are read to find them. */
const TENANTS = 3;
const CONNECTIONS = 200;

/**
 * The customers with whom to fill the addresses of a product: those with their own client, the fixed choices, or those that
 * people have connected. `[undefined]` if no address of this profile names a customer; empty if no customer is known yet.
 */
export async function placesOf(
  { services }: Deployment,
  integration: Integration,
  profile?: Profile,
): Promise<readonly (string | undefined)[]> {
  const { id } = integration;
  const tenant = tenantOf(integration, profile);
  if (tenant === undefined) return [undefined];
  const clients = profile?.method === 'oauth2' ? profile.clientsByTenant : undefined;
  if (clients !== undefined) return Object.keys(clients).slice(0, TENANTS);
  if ('choices' in tenant) return tenant.choices.slice(0, TENANTS).map(({ value }) => value);
  const connections = await services?.vault.connections.listAll({ integration: id, limit: CONNECTIONS });
  const known = (connections ?? []).flatMap((connection) => connection.tenant ?? []);
  return [...new Set(known)].slice(0, TENANTS);
}
