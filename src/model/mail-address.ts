/** Looks like the address of a mailbox: something, `@`, and a name with a dot in it. */
export function isMailAddress(text: string): boolean {
  return MAIL_ADDRESS.test(text);
}

/** No part can hold what ends it, so that a long text is read once. */
export const MAIL_ADDRESS = /^(?:mailto:)?[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/i;
