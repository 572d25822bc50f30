import type { Revocation } from '../auth-methods/auth-method.ts';
import { authMethodOf } from '../auth-methods/auth-methods.ts';
import type { Credential } from '../model/credential.ts';
import { endpointGuard } from './base-url.ts';
import { integrationOf, profileAt, type Services } from './services.ts';

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
  const integration = integrationOf(services, subject.integration);
  const profile = profileAt(integration, subject);
  const url = profile.method === 'oauth2' ? profile.revocationUrl : undefined;
  if (url === undefined) return 'unsupported';
  return authMethodOf(profile.method).revoke(profile, subject.credential, {
    send: services.http.sender(endpointGuard(integration, url, subject.tenant)),
    now: services.now(),
    ...(subject.tenant === undefined ? {} : { tenant: subject.tenant }),
  });
}
