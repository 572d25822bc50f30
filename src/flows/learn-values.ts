import type { Credential } from '../model/credential.ts';
import { missingGrantValues, readGrantValues } from '../model/grant-value.ts';
import type { Integration } from '../model/integration.ts';
import { askWithToken } from './ask-with-token.ts';
import type { Services } from './services.ts';

export type LearnedValues<C extends Credential> =
  | { readonly status: 'known'; readonly credential: C }
  | { readonly status: 'refused' | 'unreachable' }
  /** The response lacks a value that the definition needs, or names a host that the definition does not list. */
  | { readonly status: 'misconfigured' };

/** Adds the values that come with a token, and asks the product for them if the definition says so. */
export async function learnValues<C extends Credential>(
  services: Services,
  integration: Integration,
  credential: C,
): Promise<LearnedValues<C>> {
  if (integration.grantValues === undefined || credential.type !== 'oauth2') return { status: 'known', credential };
  const { userInfoUrl } = integration;
  const told =
    userInfoUrl === undefined ? undefined : await askWithToken(services, integration, userInfoUrl, credential);
  if (told !== undefined && told.status !== 'answered') return told;
  const values = { ...credential.values, ...readGrantValues(integration, 'userInfo', told?.body) };
  if (missingGrantValues(integration, values).length > 0) return { status: 'misconfigured' };
  return { status: 'known', credential: { ...credential, values } };
}
