import type { Authorization } from '../model/authorization.ts';
import { type ConnectRefusal, connectRefusal, wayIn } from './access.ts';
import { endAuthorization } from './end-authorization.ts';
import type { Tell } from './errands-of-attempt.ts';
import type { Services } from './services.ts';

/** Why an attempt under way cannot go on: the developer decided otherwise since it began. Undefined where it can. */
export function attemptRefusal(services: Services, attempt: Authorization): ConnectRefusal | undefined {
  // what the developers share, they may connect before they switch it on
  if (attempt.owner.kind === 'shared') {
    return services.integrations.get(attempt.integration)?.profiles.some(({ id }) => id === attempt.profile)
      ? undefined
      : 'not_set_up';
  }
  return connectRefusal(services, attempt);
}

/**
 * The check of every door that an attempt passes: page, form, callback, key and code. Ends what cannot go on and returns
 * true. The conversation is told, unless the caller speaks to it anyway.
 */
export async function isWithdrawn(
  services: Services,
  attempt: Authorization,
  { tell }: { readonly tell: Tell } = { tell: 'unattended' },
): Promise<boolean> {
  const tenantGone = attempt.tenant !== undefined && attempt.status !== 'new' && wayIn(services, attempt) === undefined;
  if (attemptRefusal(services, attempt) === undefined && !tenantGone) return false;
  await endAuthorization(services, attempt, { status: 'failed', why: 'withdrawn', tell });
  return true;
}
