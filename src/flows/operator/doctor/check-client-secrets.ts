import { exchangeCode, newCodeVerifier, newState } from '../../../auth-methods/oauth2/protocol.ts';
import { LatchkeyError, OAuthRefusedError } from '../../../errors.ts';
import type { Integration } from '../../../model/integration.ts';
import type { OAuth2Profile } from '../../../model/profile.ts';
import { profileForTenant } from '../../../model/profile-for-tenant.ts';
import { usablePublicUrl } from '../../../model/public-url.ts';
import { redirectUriOf, type Services } from '../../services.ts';
import { tokenContext } from '../../token-context.ts';
import { type Check, integrationsOf, type Observation } from './deployment.ts';
import { placesOf } from './places.ts';

/** No server has issued it. If the server complains about the code, it has accepted the client. */
const NO_CODE = 'latchkey-doctor';

/** Sends the client's id and secret to the token endpoint with a code that does not exist: only a known client reaches the code. */
export const checkClientSecrets: Check = {
  id: 'client_secret',
  title: 'Every product knows its OAuth client and the secret',
  run: async (deployment) => {
    const { services } = deployment;
    if (services === undefined || usablePublicUrl(deployment.publicUrl) === undefined) return [];
    const looks = integrationsOf(deployment).flatMap((integration) =>
      integration.profiles.map(async (profile) => {
        if (profile.method !== 'oauth2' || profile.grant === 'client_credentials') return [];
        const places = await placesOf(deployment, integration, profile);
        return Promise.all(places.map((tenant) => look(services, integration, profile, tenant)));
      }),
    );
    return (await Promise.all(looks)).flat();
  },
};

async function look(
  services: Services,
  integration: Integration,
  profile: OAuth2Profile,
  tenant: string | undefined,
): Promise<Observation> {
  const place = tenant === undefined ? {} : { tenant };
  const about = `${integration.id}/${profile.id}${tenant === undefined ? '' : ` at ${tenant}`}`;
  const error = await present(services, integration, profile, place);
  if (!(error instanceof OAuthRefusedError)) {
    const why = error === undefined ? 'it accepted a code that does not exist' : error.message;
    return { verdict: 'manual', about, text: `it cannot be checked from here: ${why}`, fix: 'sign in once yourself' };
  }
  switch (error.kind) {
    case 'misconfigured':
      return {
        verdict: 'problem',
        about,
        text: `${integration.name} does not accept the client (${error.error})`,
        fix: `copy client id and client secret from ${integration.name} again, completely and without spaces`,
      };
    case 'transient':
      return {
        verdict: 'manual',
        about,
        text: `${integration.name} gave no clear answer (${error.error})`,
        fix: 'try again later, or sign in once yourself',
      };
    case 'denied':
    case 'reauthorize':
      return { verdict: 'ok', about, text: `${integration.name} knows it` };
  }
}

async function present(
  services: Services,
  integration: Integration,
  profile: OAuth2Profile,
  place: { readonly tenant?: string },
): Promise<LatchkeyError | undefined> {
  const own = profileForTenant(integration, profile, place.tenant);
  if (own?.method !== 'oauth2') return undefined;
  const state = newState();
  try {
    await exchangeCode(
      own,
      {
        params: new URLSearchParams({ code: NO_CODE, state }),
        state,
        redirectUri: redirectUriOf(services, integration.id),
        requestedScopes: [],
        ...(profile.pkce === false ? {} : { codeVerifier: newCodeVerifier() }),
        ...place,
      },
      tokenContext(services, integration, own.tokenUrl, place.tenant),
    );
    return undefined;
  } catch (error) {
    if (error instanceof LatchkeyError) return error;
    throw error;
  }
}
