import type { Connection } from '../model/connection.ts';
import { type GrantDates, type GrantEnd, grantEnd } from '../model/grant-end.ts';
import { profileForTenant } from '../model/profile-for-tenant.ts';
import type { Services } from './services.ts';

type Granted = Pick<Connection, 'integration' | 'profile' | 'grant'> & { readonly tenant?: string | undefined };

/** When the product will end the access by itself. Undefined if that is not known to happen. */
export function grantEndOf(services: Services, { integration, profile, tenant, grant }: Granted): GrantEnd | undefined {
  const known = services.integrations.get(integration);
  const made = known?.profiles.find(({ id }) => id === profile);
  const present = known === undefined || made === undefined ? undefined : profileForTenant(known, made, tenant);
  return present === undefined || grant === undefined ? undefined : grantEnd(present, grant);
}

/** What to store with access that was just granted or renewed. */
export function grantedNow(
  services: Services,
  connection: Omit<Granted, 'grant'> & { readonly warnAt?: number },
  grant: GrantDates,
): Pick<Connection, 'grant' | 'warnAt'> {
  const end = grantEndOf(services, { ...connection, grant });
  if (end === undefined) return { grant };
  // a renewal does not postpone this end, and the owner was warned of it, or will be
  const isKnown = end.warnAt <= services.now();
  const warnAt = isKnown ? connection.warnAt : end.warnAt;
  return { grant, ...(warnAt === undefined ? {} : { warnAt }) };
}
