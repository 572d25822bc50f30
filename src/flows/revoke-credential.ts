import type { Revocation } from '../auth-methods/auth-method.ts';
import { authMethodOf } from '../auth-methods/auth-methods.ts';
import type { Credential } from '../model/credential.ts';
import { profileForTenant } from '../model/profile-for-tenant.ts';
import { endpointGuard } from './base-url.ts';
import type { Services } from './services.ts';

/** `in_use`: the access stays, because another connection lives by it. */
export type RevocationOutcome = Revocation | 'in_use';

/** A credential at its product. */
interface Held {
  readonly integration: string;
  readonly profile: string;
  readonly tenant?: string | undefined;
  readonly credential: Credential;
}

/**
 * Ends a credential at its product where the product has a way (RFC 7009). Never throws. An integration that this process
 * does not know is another one's to ask, so that counts as `failed`: the queue keeps it.
 */
export async function revokeCredential(
  services: Services,
  subject: Held & { readonly owner?: string; readonly account?: string },
): Promise<RevocationOutcome> {
  try {
    return (await isInUse(services, subject)) ? 'in_use' : await revoke(services, subject);
  } catch {
    return 'failed';
  }
}

/** Whether asking the product may help. */
export function canRevoke(services: Services, subject: Held): boolean {
  if (subject.credential.type !== 'oauth2') return false;
  return !services.integrations.has(subject.integration) || wayOf(services, subject) !== undefined;
}

async function revoke(services: Services, subject: Held): Promise<Revocation> {
  if (!canRevoke(services, subject)) return 'unsupported';
  const way = wayOf(services, subject);
  if (way === undefined) return 'failed';
  const { integration, profile, url } = way;
  return authMethodOf(profile.method).revoke(profile, subject.credential, {
    send: services.http.sender(endpointGuard(integration, url, subject.tenant)),
    now: services.now(),
    ...(subject.tenant === undefined ? {} : { tenant: subject.tenant }),
  });
}

/** Undefined also where the profile is gone, and with it the client that could ask. */
function wayOf(services: Services, subject: Held) {
  const integration = services.integrations.get(subject.integration);
  const made = integration?.profiles.find(({ id }) => id === subject.profile);
  if (integration === undefined || made === undefined) return undefined;
  const profile = profileForTenant(integration, made, subject.tenant);
  const url = profile?.method === 'oauth2' ? profile.revocationUrl : undefined;
  return profile === undefined || url === undefined ? undefined : { integration, profile, url };
}

/**
 * Where a revocation ends the whole grant, it would end the connections too that live by it: those of the same account, or
 * of whichever account it is. The last one that is removed takes the grant with it.
 */
async function isInUse(
  services: Services,
  { owner, account, ...subject }: Parameters<typeof revokeCredential>[1],
): Promise<boolean> {
  const profile = wayOf(services, subject)?.profile;
  if (owner === undefined || profile?.method !== 'oauth2' || profile.revocationEnds === 'token') return false;
  return (await services.vault.connections.list(owner)).some(
    (one) =>
      one.status === 'active' &&
      one.integration === subject.integration &&
      one.profile === subject.profile &&
      one.tenant === subject.tenant &&
      (account === undefined || one.account.id === account),
  );
}
