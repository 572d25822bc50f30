import { createHmac } from 'node:crypto';
import type { Authorization } from '../model/authorization.ts';
import { audit } from './audit.ts';
import { endAuthorization } from './end-authorization.ts';
import { isSecretOf } from './one-time-secret.ts';
import type { Services } from './services.ts';

/** What a browser brings for an attempt: cookies, never anything that a page shows. */
export interface Browser {
  /** The secret that it was given when it claimed the attempt. */
  readonly secretOf: (authorizationId: string) => string | undefined;
  /** What it was given with the link's page. On its own it proves nothing about an attempt that nobody has claimed. */
  readonly pageOf?: (authorizationId: string) => string | undefined;
}

/**
 * Whose attempt is it? `own` comes with the browser's secret. This is the one rule for the link, the form for a key, its
 * description, the callback and the result page.
 */
export type BrowserOf =
  | { readonly status: 'unclaimed' }
  | { readonly status: 'own'; readonly browserSecret: string }
  | { readonly status: 'other' };

export function browserOf(attempt: Authorization, browser: Browser): BrowserOf {
  if (!('browserHash' in attempt) || attempt.browserHash === undefined) return { status: 'unclaimed' };
  const kept = browser.secretOf(attempt.id);
  if (kept !== undefined && isSecretOf(kept, attempt.browserHash)) return { status: 'own', browserSecret: kept };
  // pressed twice: the second press left before the answer to the first one had brought the secret
  const page = browser.pageOf?.(attempt.id);
  if (page === undefined || !('claimNonce' in attempt) || attempt.claimNonce === undefined) return { status: 'other' };
  const again = browserSecretFor(page, attempt.claimNonce);
  return isSecretOf(again, attempt.browserHash) ? { status: 'own', browserSecret: again } : { status: 'other' };
}

/** Needs the cookie of the page and what the claim draws by lot, so neither of them is worth anything alone. */
export function browserSecretFor(page: string, claimNonce: string): string {
  return createHmac('sha256', page).update(`latchkey browser\0${claimNonce}`).digest('base64url');
}

/**
 * Another browser tried to go on with an attempt: it ends, and the conversation is told. Returns false where there was
 * nothing left to stop, so that no page says that something was stopped.
 */
export async function stopForOtherBrowser(
  services: Services,
  attempt: Authorization,
  what: 'link_claimed' | 'credential_submitted' | 'callback',
): Promise<boolean> {
  services.log({ event: 'browser_mismatch', authorization: attempt.id });
  await audit(services, { actor: 'browser', what, subject: attempt.id, result: 'refused: other browser' });
  let present: Authorization | undefined = attempt;
  while (present !== undefined && isStoppable(services, present)) {
    const ended = await endAuthorization(services, present, {
      status: 'failed',
      why: 'other_browser',
      tell: 'unattended',
    });
    if (ended !== undefined) return true;
    present = await services.vault.authorizations.byId(attempt.id);
  }
  return false;
}

/** The browser's answer, a key or the product's, was taken; from here on the attempt's own page says how it goes on. */
export function hasAnswered({ status }: Authorization): boolean {
  return status === 'exchanging' || status === 'quarantined' || status === 'done';
}

/** Later on the answer has come from the right browser, and nothing that another one does gets any further. */
function isStoppable(services: Services, { status, expiresAt }: Authorization): boolean {
  return (status === 'claimed' || status === 'redirected') && services.now() < expiresAt;
}
