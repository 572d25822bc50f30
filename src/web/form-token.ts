import { createHmac, timingSafeEqual } from 'node:crypto';

/** Bound to what it is the form of, stored nowhere. */
export function formToken(secret: string, form: string): string {
  return mac(secret, `form\0${form}`);
}

/** @param secrets all that are still accepted */
export function isFormToken(secrets: readonly string[], form: string, given: string | undefined): boolean {
  return secrets.some((secret) => isSameToken(formToken(secret, form), given));
}

/** Of the link's page, which anybody with the link can open: it shows that the form is ours, and nothing of the browser. */
export function linkForm(link: string): string {
  return `link\0${link}`;
}

/** Of the pages after the claim (security.md R51): only the browser that claimed the attempt is given it. */
export function claimedForm(authorizationId: string, browserSecret: string): string {
  return `claimed\0${authorizationId}\0${browserSecret}`;
}

/** Of the page for a browser that came back without its cookie: only whoever came back with the attempt's `state` gets it. */
export function returnedForm(authorizationId: string): string {
  return `returned\0${authorizationId}`;
}

function mac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`latchkey ${text}`).digest('base64url');
}

/** Constant time for tokens of one length. */
export function isSameToken(expected: string, given: string | undefined): boolean {
  if (given === undefined) return false;
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
