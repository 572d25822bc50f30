/** Whether a text looks like an e-mail address: something, `@`, and a name with a dot. */
export function isMailAddress(text: string): boolean {
  return MAIL_ADDRESS.test(text);
}

/** No part can match what ends it, so a long text is scanned once. */
export const MAIL_ADDRESS = /^(?:mailto:)?[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/i;
