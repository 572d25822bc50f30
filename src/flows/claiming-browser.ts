import { createHmac } from 'node:crypto';
import type { Authorization } from '../model/authorization.ts';
import { audit } from './audit.ts';
import { endAuthorization } from './end-authorization.ts';
import { isSecretOf } from './one-time-secret.ts';
import type { Services } from './services.ts';

/** What a browser sends for an attempt: cookies, never anything from a page. */
export interface Browser {
  /** The secret from the claim. */
  readonly secretOf: (authorizationId: string) => string | undefined;
  /** The value set with the link's page. By itself it proves nothing about an unclaimed attempt. */
  readonly pageOf?: (authorizationId: string) => string | undefined;
}

/**
 * Decides which browser an attempt belongs to. `own`: the request has the browser's secret. The link, the form for a key,
 * the callback and the result page all use this rule.
 */
export type BrowserOf =
  | { readonly status: 'unclaimed' }
  | { readonly status: 'own'; readonly browserSecret: string }
  | { readonly status: 'other' };

export function browserOf(attempt: Authorization, browser: Browser): BrowserOf {
  if (!('browserHash' in attempt) || attempt.browserHash === undefined) return { status: 'unclaimed' };
  const kept = browser.secretOf(attempt.id);
  if (kept !== undefined && isSecretOf(kept, attempt.browserHash)) return { status: 'own', browserSecret: kept };
  // the button was pressed twice, and the second request was sent before the first response brought the secret
  const page = browser.pageOf?.(attempt.id);
  if (page === undefined || !('claimNonce' in attempt) || attempt.claimNonce === undefined) return { status: 'other' };
  const again = browserSecretFor(page, attempt.claimNonce);
  return isSecretOf(again, attempt.browserHash) ? { status: 'own', browserSecret: again } : { status: 'other' };
}

/** The browser's secret. It takes both the page's cookie and the nonce of the claim, so neither is useful alone. */
export function browserSecretFor(page: string, claimNonce: string): string {
  return createHmac('sha256', page).update(`latchkey browser\0${claimNonce}`).digest('base64url');
}

/**
 * Another browser tried to continue an attempt: ends it and tells the conversation. Returns false if there was nothing left
 * to end, so that no page claims otherwise.
 */
export async function stopForOtherBrowser(
  services: Services,
  attempt: Authorization,
  what: 'link_claimed' | 'credential_submitted' | 'callback',
): Promise<boolean> {
  services.log({ event: 'browser_mismatch', authorization: attempt.id });
  await audit(services, { actor: 'browser', what, subject: attempt.id, facts: { kind: 'other_browser' } });
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

/** The browser has delivered the key or the product's response. From now on the attempt's own page shows its state. */
export function hasAnswered({ status }: Authorization): boolean {
  return status === 'exchanging' || status === 'quarantined' || status === 'done';
}

/** Later, the right browser has delivered its answer, and other browsers can do no harm. */
function isStoppable(services: Services, { status, expiresAt }: Authorization): boolean {
  return (status === 'claimed' || status === 'redirected') && services.now() < expiresAt;
}
