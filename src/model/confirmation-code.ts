import { createHmac } from 'node:crypto';
import { withoutUnseen } from './unseen.ts';

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

/** What comes after so many characters of a message is not looked at. */
const LONGEST = 20_000;
const LETTERS = `([${ALPHABET}]{4})[-\\s]?([${ALPHABET}]{4})`;
/** A channel that names no mention among its entities leaves `@Helpdesk Bot` before the code. */
const WHOLE_MESSAGE = new RegExp(`^(?:@.{1,80}?[\\s,:]+)?${LETTERS}[.\\u3002]?$`, 'i');
const SOMEWHERE = new RegExp(`(?<![\\p{L}\\d-])([${ALPHABET}]{4})-?([${ALPHABET}]{4})(?![\\p{L}\\d-])`, 'iu');

/**
 * The code, where the whole message is one, however it was typed or pasted; a code inside a sentence is no code
 * (security.md R12).
 */
export function readConfirmationCode(message: string): string | undefined {
  return lettersOf(WHOLE_MESSAGE.exec(plain(message)));
}

export interface FoundCode {
  readonly code: string;
  /** The message is the code and nothing else. */
  readonly isWhole: boolean;
}

/** The code, or what looks like one in a message that is more than that. */
export function findConfirmationCode(message: string): FoundCode | undefined {
  const text = plain(message);
  const whole = lettersOf(WHOLE_MESSAGE.exec(text));
  if (whole !== undefined) return { code: whole, isWhole: true };
  const inside = lettersOf(SOMEWHERE.exec(text));
  return inside === undefined ? undefined : { code: inside, isWhole: false };
}

function lettersOf(match: RegExpExecArray | null): string | undefined {
  return match === null ? undefined : `${match[1]}${match[2]}`.toUpperCase();
}

/** Nothing that is written otherwise, or that nobody sees. */
const PLAIN = /^[^<&\u0080-\uffff]*$/;

/** Full width becomes ASCII, every dash a hyphen; tags, mentions and what nobody sees are taken away. */
function plain(message: string): string {
  const text = message.slice(0, LONGEST);
  return (PLAIN.test(text) ? text : unwrapped(text)).replace(/\s+/g, ' ').trim();
}

function unwrapped(text: string): string {
  return withoutUnseen(text)
    .normalize('NFKC')
    .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>|&nbsp;|&#160;|&#xa0;/gi, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-');
}
