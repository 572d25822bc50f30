import { createHmac } from 'node:crypto';

/** Consonants that are hard to mix up and spell no words (RFC 8628 section 6.1). */
const ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 8;
/** Bytes from here on would favour the first letters. */
const FAIR = 256 - (256 % ALPHABET.length);

/**
 * The code that ends a quarantine: 8 letters, 34.6 bit. It is made from the claiming browser's secret, so that the page can
 * show it again after a reload although it is stored nowhere.
 */
export function confirmationCode(browserSecret: string, authorizationId: string): string {
  let code = '';
  for (let round = 0; code.length < LENGTH; round += 1) {
    const bytes = createHmac('sha256', browserSecret).update(`confirmation-code/${authorizationId}/${round}`).digest();
    for (const byte of bytes) {
      if (byte < FAIR && code.length < LENGTH) code += ALPHABET[byte % ALPHABET.length];
    }
  }
  return code;
}

/** `BCDF-GHJK`. */
export function formatConfirmationCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

const WHOLE_MESSAGE = new RegExp(`^([${ALPHABET}]{4})[-\\s]?([${ALPHABET}]{4})$`, 'i');

/** The code, where the whole message is one; a code inside a sentence is no code (security.md R12). */
export function readConfirmationCode(message: string): string | undefined {
  const match = WHOLE_MESSAGE.exec(message.trim());
  return match === null ? undefined : `${match[1]}${match[2]}`.toUpperCase();
}
