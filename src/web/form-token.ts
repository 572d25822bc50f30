import { createHmac, timingSafeEqual } from 'node:crypto';

/** For a form that is shown before there is a session: bound to what it is the form of, stored nowhere. */
export function formToken(secret: string, form: string): string {
  return mac(secret, `form\0${form}`);
}

/** @param secrets all that are still accepted */
export function isFormToken(secrets: readonly string[], form: string, given: string | undefined): boolean {
  return secrets.some((secret) => isSameToken(formToken(secret, form), given));
}

/** For the connect page: besides its link, the token knows the very page that a browser was given. */
export function linkFormToken(secret: string, link: string, page: string): string {
  return `${page}.${formToken(secret, `link\0${link}\0${page}`)}`;
}

/**
 * The secret of the browser that was given the page, from its form's token. The first press of its button has no cookie yet,
 * and the second one, a moment later, must not look like another browser's. Undefined for a token of anything else.
 */
export function browserSecretOf(secrets: readonly string[], link: string, given = ''): string | undefined {
  const [page = ''] = given.split('.');
  const secret = secrets.find((candidate) => isSameToken(linkFormToken(candidate, link, page), given));
  return secret === undefined ? undefined : mac(secret, `browser of page\0${link}\0${page}`);
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
