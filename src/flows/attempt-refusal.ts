import type { Authorization } from '../model/authorization.ts';
import { type ConnectRefusal, connectRefusal, wayIn } from './access.ts';
import { endAuthorization } from './end-authorization.ts';
import type { Tell } from './errands-of-attempt.ts';
import { mayFinish } from './operator/operator-sessions.ts';
import type { Services } from './services.ts';

/** Why an open attempt cannot continue: the developer has changed something since it began. Undefined if it can. */
export function attemptRefusal(services: Services, attempt: Authorization): ConnectRefusal | undefined {
  // developers may connect a shared account before they enable the integration
  if (attempt.owner.kind === 'shared') {
    return services.integrations.get(attempt.integration)?.profiles.some(({ id }) => id === attempt.profile)
      ? undefined
      : 'not_set_up';
  }
  return connectRefusal(services, attempt);
}

/** How an attempt ends if the developer who began it was removed or signed out. */
export const STARTER_GONE = { status: 'failed', why: 'stopped', by: 'system' } as const;

/**
 * Called at every step of an attempt: page, form, callback, key and code. Ends an attempt that cannot continue, and returns
 * true. Also tells the conversation, unless the caller does.
 */
export async function isWithdrawn(
  services: Services,
  attempt: Authorization,
  { tell }: { readonly tell: Tell } = { tell: 'unattended' },
): Promise<boolean> {
  if (!(await mayFinish(services, services.vault, attempt))) {
    await endAuthorization(services, attempt, { ...STARTER_GONE, tell });
    return true;
  }
  const tenantGone = attempt.tenant !== undefined && attempt.status !== 'new' && wayIn(services, attempt) === undefined;
  if (attemptRefusal(services, attempt) === undefined && !tenantGone) return false;
  await endAuthorization(services, attempt, { status: 'failed', why: 'withdrawn', tell });
  return true;
}
