import { createHmac, timingSafeEqual } from 'node:crypto';

/** A token that is bound to one form and stored nowhere. */
export function formToken(secret: string, form: string): string {
  return mac(secret, `form\0${form}`);
}

/** @param secrets all secrets that are still accepted */
export function isFormToken(secrets: readonly string[], form: string, given: string | undefined): boolean {
  return secrets.some((secret) => isSameToken(formToken(secret, form), given));
}

/** The form on the link's page. Anybody who has the link can open that page, so the token shows only that the form is ours. */
export function linkForm(link: string): string {
  return `link\0${link}`;
}

/** The forms on the pages after the claim. Only the browser that claimed the attempt gets this token. */
export function claimedForm(authorizationId: string, browserSecret: string): string {
  return `claimed\0${authorizationId}\0${browserSecret}`;
}

/**
 * The form on the page for a browser that came back without its cookie. Only a browser that returned with the attempt's
 * `state` gets this token.
 */
export function returnedForm(authorizationId: string): string {
  return `returned\0${authorizationId}`;
}

function mac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`latchkey ${text}`).digest('base64url');
}

/** Takes constant time for tokens of the same length. */
export function isSameToken(expected: string, given: string | undefined): boolean {
  if (given === undefined) return false;
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
