import { createHmac, timingSafeEqual } from 'node:crypto';

/** For the form on the connect page, where no session exists yet: bound to its link, stored nowhere. */
export function linkFormToken(secret: string, link: string): string {
  return createHmac('sha256', secret).update(`latchkey form of link\0${link}`).digest('base64url');
}

/** @param secrets all that are still accepted */
export function isLinkFormToken(secrets: readonly string[], link: string, given: string | undefined): boolean {
  return secrets.some((secret) => isSameToken(linkFormToken(secret, link), given));
}

/** Constant time for tokens of one length. */
export function isSameToken(expected: string, given: string | undefined): boolean {
  if (given === undefined) return false;
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
