import type { Integration } from './integration.ts';
import type { Profile } from './profile.ts';
import type { Tenant } from './tenant.ts';

/** The customer or region that people enter for a profile. Undefined if its addresses need none. */
export function tenantOf(
  { tenant }: Pick<Integration, 'tenant'>,
  { withoutTenant = false }: Pick<Profile, 'withoutTenant'>,
): Tenant | undefined {
  return withoutTenant ? undefined : tenant;
}
