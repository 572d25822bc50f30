import { authorizationUrl, newCodeVerifier, newState } from '../auth-methods/oauth2/protocol.ts';
import { type Authorization, transition } from '../model/authorization.ts';
import type { OAuth2Profile } from '../model/profile.ts';
import { audit } from './audit.ts';
import { move } from './move.ts';
import { hashSecret } from './one-time-secret.ts';
import { integrationOf, profileOf, redirectUriOf, type Services } from './services.ts';

export type ClaimOutcome =
  | { readonly status: 'redirect'; readonly url: string; readonly integrationName: string }
  | { readonly status: 'credential_form' }
  | { readonly status: 'other_browser' }
  | { readonly status: 'gone' };

/**
 * Binds the attempt to the browser that pressed "Continue"; the first browser wins (security.md R3). The same browser may
 * come back and go on; each time it gets a new `state`, and the older one dies.
 */
export async function claimLink(
  services: Services,
  input: { readonly link: string; readonly browserSecret: string },
): Promise<ClaimOutcome> {
  const attempt = await services.vault.authorizations.byLinkHash(hashSecret(input.link));
  if (attempt === undefined) return { status: 'gone' };
  const event = { type: 'claim', browserHash: hashSecret(input.browserSecret) } as const;
  const next = transition(attempt, event, services.now());
  if (!next.ok && next.why === 'other_browser') {
    await audit(services, 'browser', 'link_claimed', attempt.id, 'refused: other browser');
    services.log({ event: 'browser_mismatch', authorization: attempt.id });
    return { status: 'other_browser' };
  }
  const claimed = await move(services, attempt, event);
  if (claimed === undefined) return { status: 'gone' };
  await audit(services, 'browser', 'link_claimed', attempt.id, 'ok');
  const profile = profileOf(integrationOf(services, claimed.integration), claimed.profile);
  if (profile.method !== 'oauth2') return { status: 'credential_form' };
  return redirect(services, claimed, profile);
}

async function redirect(services: Services, claimed: Authorization, profile: OAuth2Profile): Promise<ClaimOutcome> {
  const state = newState();
  const verifier = profile.pkce === false ? {} : { codeVerifier: newCodeVerifier() };
  const redirected = await move(services, claimed, { type: 'redirect', stateHash: hashSecret(state), ...verifier });
  if (redirected === undefined) return { status: 'gone' };
  const url = await authorizationUrl(profile, {
    redirectUri: redirectUriOf(services, claimed.integration),
    scopes: claimed.scopes,
    state,
    ...verifier,
  });
  return { status: 'redirect', url, integrationName: integrationOf(services, claimed.integration).name };
}
