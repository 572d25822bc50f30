import { isGenuineCallback } from '../auth-methods/oauth2/callback-check.ts';
import { exchangeCode } from '../auth-methods/oauth2/protocol.ts';
import { refusalOfCallback } from '../auth-methods/oauth2/refusal.ts';
import { OAuthRefusedError } from '../errors.ts';
import { type Authorization, credentialOf } from '../model/authorization.ts';
import { causeOf } from '../model/cause-of.ts';
import type { TokenCredential } from '../model/credential.ts';
import { missingGrantValues, readGrantValues } from '../model/grant-value.ts';
import type { Integration } from '../model/integration.ts';
import type { AnyOAuth2Profile } from '../model/profile.ts';
import { tenantName } from '../model/tenant.ts';
import { isWithdrawn } from './attempt-refusal.ts';
import { callbackRefusal } from './callback-refusal.ts';
import { type Browser, browserOf, stopForOtherBrowser } from './claiming-browser.ts';
import { whoAsks } from './describe-link.ts';
import { endAuthorization } from './end-authorization.ts';
import { unlessForgotten } from './forgotten.ts';
import { move } from './move.ts';
import { hashSecret } from './one-time-secret.ts';
import { failAttempt, type GrantedAttempt, proveGrant } from './prove-grant.ts';
import { endReasonOfError } from './quarantine-credential.ts';
import { queueRevocation } from './queue-revocation.ts';
import { mayAskForNewLink } from './send-new-link.ts';
import { integrationOf, profileAt, redirectUriOf, type Services } from './services.ts';
import { tokenContext } from './token-context.ts';
import { storedInTime, untilStored } from './until-stored.ts';

export interface CallbackInput {
  /** From the path: each integration has its own redirect URI, against mix-up attacks (RFC 9700 section 4.4). */
  readonly integration: string;
  readonly params: URLSearchParams;
  readonly browser: Browser;
}

/** For a browser without the attempt's cookie: who asked, so that other people notice that the request is not theirs. */
export interface Returned {
  readonly authorizationId: string;
  readonly integrationName: string;
  readonly botName: string;
  readonly ownerName: string;
  readonly channel: string;
  /** The person's language in the chat (BCP 47), if the channel says it. */
  readonly locale?: string;
  readonly mayAskForNewLink: boolean;
}

export type CallbackOutcome =
  /** The attempt's own page shows its state. */
  | { readonly status: 'landed'; readonly authorizationId: string }
  /** The attempt has ended. The page may request a new link for the chat. */
  | ({ readonly status: 'other_browser' } & Returned)
  | { readonly status: 'unavailable' };

/**
 * Handles the authorization response (RFC 6749 section 4.1.2). Checks in this order: exactly one known `state`, the
 * integration of the path, the browser that claimed the link, the first response. Nothing in the response, not even an
 * `error`, counts before that.
 */
export async function completeCallback(services: Services, input: CallbackInput): Promise<CallbackOutcome> {
  const state = onlyValue(input.params, 'state');
  if (state === undefined) return refuse(services, input, 'state missing or repeated');
  const attempt = await services.vault.authorizations.byStateHash(hashSecret(state));
  if (attempt === undefined) return refuse(services, input, 'unknown state');
  if (attempt.integration !== input.integration) return refuse(services, input, 'other integration');
  const known = browserOf(attempt, input.browser);
  if (known.status !== 'own') return refuseBrowser(services, input, attempt);
  if (hasRepeatedValue(input.params)) return refuse(services, input, 'repeated parameter');
  if (!isReadable(input.params.get('code'))) return refuse(services, input, 'invalid characters in the code');
  const landed = { status: 'landed', authorizationId: attempt.id } as const;
  const releaseStore = services.underWay.holdStore();
  try {
    const exchanging = await move(services, attempt, { type: 'callback' });
    if (exchanging === undefined) return landed;
    if (await isWithdrawn(services, exchanging)) return landed;
    if (input.params.has('error')) await endRefused(services, exchanging, input.params);
    else await exchange(services, exchanging, { params: input.params, state, browserSecret: known.browserSecret });
    return landed;
  } finally {
    releaseStore();
  }
}

function onlyValue(params: URLSearchParams, name: string): string | undefined {
  const [value, second] = params.getAll(name);
  return second === undefined && value !== '' ? value : undefined;
}

function hasRepeatedValue(params: URLSearchParams): boolean {
  return [...params.keys()].some((name) => params.getAll(name).length > 1);
}

async function refuse(services: Services, input: CallbackInput, reason: string): Promise<CallbackOutcome> {
  const integration = services.integrations.has(input.integration) ? input.integration : 'unknown';
  services.log({ event: 'callback_refused', integration, reason });
  return { status: 'unavailable' };
}

/** RFC 6749 appendix A.11. Bytes that are not UTF-8 were decoded to U+FFFD, which no code contains. */
function isReadable(code: string | null): boolean {
  return code === null || /^[\x20-\x7e]*$/.test(code);
}

/** A forwarded URL of the product ends here, before any token request. */
async function refuseBrowser(
  services: Services,
  input: CallbackInput,
  attempt: Authorization,
): Promise<CallbackOutcome> {
  await stopForOtherBrowser(services, attempt, 'callback');
  // the page can also be reloaded, or opened in another browser from the app's menu
  const present = await services.vault.authorizations.byId(attempt.id);
  if (present?.status !== 'failed' || present.why !== 'other_browser')
    return refuse(services, input, 'other browser; the attempt was already over');
  return {
    status: 'other_browser',
    authorizationId: present.id,
    integrationName: integrationOf(services, present.integration).name,
    ...whoAsks(services, present),
    mayAskForNewLink: mayAskForNewLink(services, present),
  };
}

async function endRefused(services: Services, attempt: Authorization, params: URLSearchParams): Promise<void> {
  const why = callbackRefusal(params);
  if (why === 'denied') await endAuthorization(services, attempt, { status: 'failed', why, tell: 'unattended' });
  else await failAttempt(services, attempt, why, refusalOfCallback(params.get('error') ?? '').error);
}

async function exchange(
  services: Services,
  attempt: Authorization,
  answer: { readonly params: URLSearchParams; readonly state: string; readonly browserSecret: string },
): Promise<void> {
  if (attempt.status !== 'exchanging') return;
  const integration = integrationOf(services, attempt.integration);
  const values = readGrantValues(integration, 'callback', answer.params);
  const missing = missingGrantValues(integration, values, 'callback');
  if (missing.length > 0) return failAttempt(services, attempt, 'refused', `callback without ${missing.join(', ')}`);
  const profile = profileAt(integration, { ...attempt, values });
  if (profile.method !== 'oauth2') return;
  if (!isGenuineCallback(profile, answer.params, customerHost(attempt.tenant, integration))) {
    return failAttempt(services, attempt, 'refused', 'callback with a wrong signature');
  }
  const token = await requestToken(services, attempt, profile, answer);
  if (token === undefined) return;
  const credential = withValues(token, values);
  const kept = await storedInTime(keepGrant(services, attempt, credential));
  if (kept.status === 'granted') await proveGrant(services, kept.attempt, answer.browserSecret);
}

type Kept =
  | { readonly status: 'granted'; readonly attempt: GrantedAttempt }
  /** The attempt is over, and the token is in the queue for revocation. */
  | { readonly status: 'over' };

/** Stores the token before anything else, so that whoever ends the attempt revokes it too. */
function keepGrant(services: Services, attempt: Authorization, credential: TokenCredential): Promise<Kept> {
  const releaseStore = services.underWay.holdStore();
  return untilStored(
    () => storeGrant(services, attempt, credential),
    (error) => services.log({ event: 'grant_not_stored', authorization: attempt.id, cause: causeOf(error) }),
  ).finally(releaseStore);
}

async function storeGrant(services: Services, attempt: Authorization, credential: TokenCredential): Promise<Kept> {
  const granted = await move(services, attempt, { type: 'grant', credential });
  if (granted?.status === 'exchanging') return { status: 'granted', attempt: granted };
  const present = await services.vault.authorizations.byId(attempt.id);
  // the store has saved it, and only the confirmation was lost
  const held = present && credentialOf(present);
  if (held?.type === 'oauth2' && held.accessToken === credential.accessToken) {
    return present?.status === 'exchanging' ? { status: 'granted', attempt: present } : { status: 'over' };
  }
  await services.vault.transaction(async (vault) =>
    queueRevocation(services, vault, await unlessForgotten(vault, { ...attempt, credential })),
  );
  services.wake();
  return { status: 'over' };
}

function customerHost(tenant: string | undefined, integration: Integration): string | undefined {
  return tenant === undefined ? undefined : tenantName(tenant, integration.tenant);
}

/** Values from the callback belong to the access just like those from the token endpoint. */
function withValues(token: TokenCredential, values: Readonly<Record<string, string>>): TokenCredential {
  return Object.keys(values).length === 0 ? token : { ...token, values: { ...values, ...token.values } };
}

async function requestToken(
  services: Services,
  attempt: Extract<Authorization, { status: 'exchanging' }>,
  profile: AnyOAuth2Profile,
  answer: { readonly params: URLSearchParams; readonly state: string },
): Promise<TokenCredential | undefined> {
  const { tenant, codeVerifier } = attempt;
  const integration = integrationOf(services, attempt.integration);
  try {
    return await exchangeCode(
      profile,
      {
        ...answer,
        redirectUri: redirectUriOf(services, attempt.integration),
        requestedScopes: attempt.scopes,
        ...(codeVerifier === undefined ? {} : { codeVerifier }),
        ...(tenant === undefined ? {} : { tenant }),
      },
      tokenContext(services, integration, profile.tokenUrl, tenant),
    );
  } catch (error) {
    const why = endReasonOfError(error);
    await failAttempt(
      services,
      attempt,
      why ?? 'refused',
      error instanceof OAuthRefusedError ? error.error : String(why),
    );
    return undefined;
  }
}
