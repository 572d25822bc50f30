import { authorizationUrl, newCodeVerifier, newState } from '../auth-methods/oauth2/protocol.ts';
import { type Authorization, type AuthorizationEvent, asksTenant, transition } from '../model/authorization.ts';
import type { FieldProblem } from '../model/field.ts';
import { ownIcon } from '../model/icon.ts';
import type { AnyOAuth2Profile } from '../model/profile.ts';
import { profileForTenant } from '../model/profile-for-tenant.ts';
import { readTenant } from '../model/tenant.ts';
import { tenantOf } from '../model/tenant-of.ts';
import { isWithdrawn } from './attempt-refusal.ts';
import { audit } from './audit.ts';
import { type Browser, browserOf, browserSecretFor, hasAnswered, stopForOtherBrowser } from './claiming-browser.ts';
import { localeOf } from './describe-link.ts';
import { move } from './move.ts';
import { hashSecret, newSecret } from './one-time-secret.ts';
import { integrationOf, profileAt, profileOf, redirectUriOf, type Services } from './services.ts';

export type ClaimOutcome =
  | (Claimed & {
      readonly status: 'redirect';
      readonly url: string;
      readonly integrationName: string;
      /** Id of the integration, if it has an icon. */
      readonly icon?: string;
      /** The person's language in the chat (BCP 47), if the channel says it. */
      readonly locale?: string;
    })
  | (Claimed & { readonly status: 'credential_form' })
  /** This browser is past this step. The attempt's own page shows its state. */
  | { readonly status: 'landed'; readonly authorizationId: string }
  /** The page has to ask (again) for the customer's name at the product. */
  | { readonly status: 'invalid_tenant'; readonly reason: FieldProblem }
  /** The bot has no app registered for this customer of the product. */
  | { readonly status: 'unknown_tenant'; readonly integrationName: string }
  /** That has ended the attempt, and the conversation is told. */
  | { readonly status: 'other_browser' }
  | { readonly status: 'gone' };

/** The secret for the browser's cookie. Works for this attempt only. */
export interface Claimed {
  readonly authorizationId: string;
  readonly browserSecret: string;
}

/**
 * Binds the attempt to the browser in which "Continue" was pressed. The first browser wins. It may come back and continue:
 * each time it gets a new `state`, and the older one becomes invalid. Another browser ends the attempt.
 */
export async function claimLink(services: Services, input: Claim): Promise<ClaimOutcome> {
  // two presses of the button may have collided; this one now comes second
  return (await claimOnce(services, input)) ?? (await claimOnce(services, input)) ?? { status: 'gone' };
}

interface Claim {
  readonly link: string;
  readonly browser: Browser;
  readonly tenant?: string | undefined;
}

/** Undefined if the attempt changed in the meantime. */
async function claimOnce(services: Services, input: Claim): Promise<ClaimOutcome | undefined> {
  const attempt = await services.vault.authorizations.byLinkHash(hashSecret(input.link));
  if (attempt === undefined) return { status: 'gone' };
  const known = browserOf(attempt, input.browser);
  if (known.status === 'other') {
    return { status: (await stopForOtherBrowser(services, attempt, 'link_claimed')) ? 'other_browser' : 'gone' };
  }
  if (known.status === 'own' && hasAnswered(attempt)) return { status: 'landed', authorizationId: attempt.id };
  const { claim, browserSecret } =
    known.status === 'own' ? claimAgain(attempt, known) : firstClaim(services, attempt, input);
  if (!transition(attempt, claim, services.now()).ok) return { status: 'gone' };
  if (await isWithdrawn(services, attempt)) return { status: 'gone' };
  const claimed = { authorizationId: attempt.id, browserSecret };
  const place = placeOf(services, attempt, input.tenant);
  if (place.status !== 'known') return place;
  const event = { ...claim, ...place.tenant };
  const profile = profileAt(integrationOf(services, attempt.integration), { ...attempt, ...place.tenant });
  if (profile.method === 'oauth2') {
    const outcome = await redirect(services, profile, (redirected) => take(services, attempt, [event, redirected]));
    return outcome && { ...outcome, ...claimed };
  }
  return (await take(services, attempt, [event])) && { status: 'credential_form', ...claimed };
}

type ClaimEvent = Extract<AuthorizationEvent, { readonly type: 'claim' }>;

interface SecretClaim {
  readonly claim: ClaimEvent;
  readonly browserSecret: string;
}

/** A browser without the page's cookie gets a secret too. Only there do two simultaneous presses count as two browsers. */
function firstClaim(services: Services, attempt: Authorization, { browser }: Claim): SecretClaim {
  const claimNonce = newSecret(services);
  const browserSecret = browserSecretFor(browser.pageOf?.(attempt.id) ?? newSecret(services), claimNonce);
  return { claim: { type: 'claim', browserHash: hashSecret(browserSecret), claimNonce }, browserSecret };
}

function claimAgain(attempt: Authorization, { browserSecret }: { readonly browserSecret: string }): SecretClaim {
  const nonce = 'claimNonce' in attempt && attempt.claimNonce !== undefined ? { claimNonce: attempt.claimNonce } : {};
  return { claim: { type: 'claim', browserHash: hashSecret(browserSecret), ...nonce }, browserSecret };
}

/** Claims the link and records that in the audit log, in one transaction. */
function take(
  services: Services,
  attempt: Authorization,
  events: readonly AuthorizationEvent[],
): Promise<Authorization | undefined> {
  return services.vault.transaction(async (vault) => {
    const taken = await move(services, attempt, events, vault);
    if (taken !== undefined) {
      const facts = { kind: 'ok' } as const;
      await audit(services, { actor: 'browser', what: 'link_claimed', subject: attempt.id, facts }, vault);
    }
    return taken;
  });
}

/**
 * The customer for OAuth, which must be known before the browser leaves; a form for keys asks for it itself. A customer known
 * from the chat is fixed; one typed on the page can be corrected there.
 */
function placeOf(
  services: Services,
  attempt: Authorization,
  given: string | undefined,
):
  | { readonly status: 'known'; readonly tenant: Pick<Authorization, 'tenant' | 'tenantFrom'> }
  | Extract<ClaimOutcome, { status: 'invalid_tenant' | 'unknown_tenant' }> {
  const integration = integrationOf(services, attempt.integration);
  const profile = profileOf(integration, attempt.profile);
  const declared = tenantOf(integration, profile);
  if (declared === undefined || profile.method !== 'oauth2') return { status: 'known', tenant: {} };
  const onPage = asksTenant(attempt);
  const read = readTenant((onPage ? given : undefined) ?? attempt.tenant ?? '', declared);
  if (!read.ok) return { status: 'invalid_tenant', reason: read.reason };
  if (profileForTenant(integration, profile, read.tenant) === undefined) {
    return { status: 'unknown_tenant', integrationName: integration.name };
  }
  return { status: 'known', tenant: { tenant: read.tenant, ...(onPage ? { tenantFrom: 'page' } : {}) } };
}

/** Sends the browser to the product with a new `state`. `take` stores that. */
export async function redirect(
  services: Services,
  profile: AnyOAuth2Profile,
  take: (event: AuthorizationEvent) => Promise<Authorization | undefined>,
): Promise<Omit<Extract<ClaimOutcome, { status: 'redirect' }>, keyof Claimed> | undefined> {
  const state = newState();
  const verifier = 'pkce' in profile && profile.pkce === false ? {} : { codeVerifier: newCodeVerifier() };
  const redirected = await take({ type: 'redirect', stateHash: hashSecret(state), ...verifier });
  if (redirected === undefined) return undefined;
  const { integration, tenant, scopes } = redirected;
  const url = await authorizationUrl(profile, {
    redirectUri: redirectUriOf(services, integration),
    ...(tenant === undefined ? {} : { tenant }),
    scopes,
    state,
    ...verifier,
  });
  const product = integrationOf(services, integration);
  return { status: 'redirect', url, integrationName: product.name, ...ownIcon(product), ...localeOf(redirected) };
}
