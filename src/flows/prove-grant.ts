import { StoreUnavailableError } from '../errors.ts';
import type { Authorization, EndReason } from '../model/authorization.ts';
import { nameOf } from '../model/cause-of.ts';
import { isWithdrawn } from './attempt-refusal.ts';
import { type Browser, browserOf } from './claiming-browser.ts';
import { endAuthorization } from './end-authorization.ts';
import { move } from './move.ts';
import { endReasonOf, quarantineCredential } from './quarantine-credential.ts';
import { integrationOf, newReference, type Services } from './services.ts';

/** An attempt whose token is stored. */
export type GrantedAttempt = Extract<Authorization, { status: 'exchanging' }>;

/**
 * Asks the product which account a new token belongs to. If the product cannot be asked, the attempt stays as it is, and the
 * page in its browser asks again until the attempt is over.
 */
export async function proveGrant(services: Services, attempt: GrantedAttempt, browserSecret: string): Promise<void> {
  const { credential, tenant } = attempt;
  if (credential === undefined) return;
  const integration = integrationOf(services, attempt.integration);
  const outcome = await quarantineCredential(services, attempt, integration, {
    credential,
    browserSecret,
    tenant,
  }).catch(async (error: unknown) => {
    // a store failure says nothing about the token, which is stored; the page asks again
    if (error instanceof StoreUnavailableError) throw error;
    await failAttempt(services, attempt, 'misconfigured', nameOf(error));
    throw error;
  });
  if (outcome.status === 'quarantined' || outcome.status === 'lost') return;
  if (outcome.status !== 'unreachable') {
    return failAttempt(services, attempt, endReasonOf(outcome.status), outcome.status);
  }
  services.log({ event: 'check_unanswered', authorization: attempt.id, integration: attempt.integration });
}

/** Milliseconds between two checks of the same token, however often its page is loaded. */
const BETWEEN = 3_000;

/** Checks again when the waiting browser reloads its page. */
export async function proveGrantAgain(
  services: Services,
  input: { readonly authorizationId: string; readonly browser: Browser },
): Promise<void> {
  const attempt = await services.vault.authorizations.byId(input.authorizationId);
  if (attempt?.status !== 'exchanging' || attempt.credential === undefined) return;
  const known = browserOf(attempt, input.browser);
  if (known.status !== 'own' || services.now() < attempt.updatedAt + BETWEEN) return;
  if (await isWithdrawn(services, attempt)) return;
  // only one of several windows may ask, and this also shows that the attempt is alive
  const mine = await move(services, attempt, { type: 'grant', credential: attempt.credential });
  if (mine?.status === 'exchanging') await proveGrant(services, mine, known.browserSecret);
}

/** Ends an attempt for a reason that the log explains. */
export async function failAttempt(
  services: Services,
  attempt: Authorization,
  why: EndReason,
  error: string,
): Promise<void> {
  const ref = newReference(services);
  services.log({ event: 'exchange_failed', authorization: attempt.id, ref, error: error.slice(0, 200) });
  await endAuthorization(services, attempt, { status: 'failed', why, tell: 'unattended', ref });
}
