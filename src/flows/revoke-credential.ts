import type { Revocation } from '../auth-methods/auth-method.ts';
import { authMethodOf } from '../auth-methods/auth-methods.ts';
import type { Credential } from '../model/credential.ts';
import { profileForTenant } from '../model/profile-for-tenant.ts';
import { endpointGuard } from './base-url.ts';
import type { Services } from './services.ts';

/** Ends a credential at its product where the product has a way (RFC 7009). Never throws. */
export async function revokeCredential(
  services: Services,
  subject: {
    readonly integration: string;
    readonly profile: string;
    readonly tenant?: string | undefined;
    readonly credential: Credential;
  },
): Promise<Revocation> {
  const integration = services.integrations.get(subject.integration);
  const made = integration?.profiles.find(({ id }) => id === subject.profile);
  // gone since: there is nobody left to ask
  if (integration === undefined || made === undefined) return 'unsupported';
  const profile = profileForTenant(integration, made, subject.tenant);
  const url = profile?.method === 'oauth2' ? profile.revocationUrl : undefined;
  if (profile === undefined || url === undefined) return 'unsupported';
  return authMethodOf(profile.method).revoke(profile, subject.credential, {
    send: services.http.sender(endpointGuard(integration, url, subject.tenant)),
    now: services.now(),
    ...(subject.tenant === undefined ? {} : { tenant: subject.tenant }),
  });
}
