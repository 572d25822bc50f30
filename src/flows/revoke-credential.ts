import type { Revocation } from '../auth-methods/auth-method.ts';
import { authMethodOf } from '../auth-methods/auth-methods.ts';
import type { Credential } from '../model/credential.ts';
import { guardOf } from './base-url.ts';
import { integrationOf, profileOf, type Services } from './services.ts';

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
  const profile = profileOf(integration, subject.profile);
  const tenant = subject.tenant ?? '';
  const url = profile.method === 'oauth2' ? profile.revocationUrl?.replaceAll('{tenant}', tenant) : undefined;
  if (url === undefined) return 'unsupported';
  return authMethodOf(profile.method).revoke(profile, subject.credential, {
    send: services.http.sender(guardOf(integration, url)),
    now: services.now(),
    ...(subject.tenant === undefined ? {} : { tenant: subject.tenant }),
  });
}
