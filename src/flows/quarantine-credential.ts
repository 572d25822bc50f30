import { OAuthRefusedError, ProviderUnreachableError } from '../errors.ts';
import { type Authorization, CODE_LIFETIME, type EndReason } from '../model/authorization.ts';
import { confirmationCode } from '../model/confirmation-code.ts';
import type { Credential } from '../model/credential.ts';
import type { Integration } from '../model/integration.ts';
import { type CheckOutcome, checkCredential } from './check-credential.ts';
import { completeAuthorization } from './complete-authorization.ts';
import { discoverSites } from './discover-sites.ts';
import { learnValues } from './learn-values.ts';
import { move } from './move.ts';
import type { Services } from './services.ts';

export type QuarantineOutcome =
  | { readonly status: 'quarantined'; readonly authorization: Authorization }
  | { readonly status: 'refused' | 'unreachable' | 'no_such_tenant' | 'no_site' | 'misconfigured' | 'lost' };

/**
 * Proves a credential that came through the browser, and keeps it sealed and unusable until its code is typed in the owner's
 * chat. With `confirm: "none"` (loopback only) it can be used immediately.
 */
export async function quarantineCredential(
  services: Services,
  attempt: Authorization,
  integration: Integration,
  given: { readonly credential: Credential; readonly browserSecret: string; readonly tenant?: string | undefined },
): Promise<QuarantineOutcome> {
  const learned = await learnValues(services, integration, given.credential);
  if (learned.status !== 'known') return learned;
  const { credential } = learned;
  const discovered = await discoverSites(services, integration, credential);
  if (discovered.status !== 'found') return discovered;
  const { sites } = discovered;
  // a key belongs to the place that was typed next to it
  const choosesSite = integration.sites !== undefined && credential.type === 'oauth2';
  if (choosesSite && sites.length === 0) return { status: 'no_site' };
  const [site] = sites;
  const check = await checkCredential(services, integration, { ...given, credential, profile: attempt.profile, site });
  if (check.status !== 'ok') return check;
  const code = confirmationCode(given.browserSecret, attempt.id);
  const [onlySite] = sites.length === 1 ? sites : [];
  const quarantined = await move(services, attempt, {
    type: 'quarantine',
    credential,
    account: check.account,
    ...(given.tenant === undefined ? {} : { tenant: given.tenant }),
    sites,
    ...(onlySite === undefined ? {} : { site: onlySite }),
    codeMac: services.vault.mac('confirmation-code', `${attempt.id}/${code}`),
    expiresAt: services.now() + CODE_LIFETIME,
  });
  if (quarantined === undefined) return { status: 'lost' };
  if (needsNoCode(services, attempt)) await completeAuthorization(services, quarantined, { isUnattended: true });
  return { status: 'quarantined', authorization: quarantined };
}

/** In the console the session proves who uses the browser. Elsewhere only the loopback setting works without a code. */
export function needsNoCode(services: Services, attempt: Authorization): boolean {
  return services.settings.confirm === 'none' || attempt.owner.kind === 'shared';
}

/** Why an attempt ends if its credential could not be proven. */
export function endReasonOf(outcome: Exclude<CheckOutcome['status'], 'ok'> | 'no_site' | 'misconfigured'): EndReason {
  return outcome === 'no_such_tenant' ? 'refused' : outcome;
}

/**
 * Why an attempt ends if the token endpoint refused. After a mistake of the deployment the person is not asked to try again.
 */
export function endReasonOfError(error: unknown): EndReason | undefined {
  if (error instanceof ProviderUnreachableError) return 'unreachable';
  if (!(error instanceof OAuthRefusedError)) return undefined;
  if (error.kind === 'misconfigured') return 'misconfigured';
  return error.kind === 'transient' ? 'unreachable' : 'refused';
}
