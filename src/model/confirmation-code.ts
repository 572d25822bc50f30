import { createHmac } from 'node:crypto';
import { withoutUnseen } from './unseen.ts';

/** Consonants that are hard to confuse and spell no words (RFC 8628 section 6.1). */
const ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 8;
/** Bytes from here on would favour the first letters of the alphabet. */
const FAIR = 256 - (256 % ALPHABET.length);

/**
 * The code that ends a quarantine: 8 letters, 34.6 bits. Derived from the claiming browser's secret, so the page can show it
 * again after a reload although it is not stored.
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

/** Longer messages are cut to this many characters before the search. */
const LONGEST = 20_000;
const LETTERS = `([${ALPHABET}]{4})[-\\s]?([${ALPHABET}]{4})`;
/** Channels that do not list mentions as entities leave `@Helpdesk Bot` before the code. */
const WHOLE_MESSAGE = new RegExp(`^(?:@.{1,80}?[\\s,:]+)?${LETTERS}[.\\u3002]?$`, 'i');
const SOMEWHERE = new RegExp(`(?<![\\p{L}\\d-])([${ALPHABET}]{4})-?([${ALPHABET}]{4})(?![\\p{L}\\d-])`, 'iu');

/** The code, if the whole message is one, however it was typed or pasted. Ignores codes inside sentences. */
export function readConfirmationCode(message: string): string | undefined {
  return lettersOf(WHOLE_MESSAGE.exec(plain(message)));
}

export interface FoundCode {
  readonly code: string;
  /** The message is nothing but the code. */
  readonly isWhole: boolean;
}

/** The code, or what looks like one within a longer message. */
export function findConfirmationCode(message: string): FoundCode | undefined {
  if (!MAY_HOLD_ONE.test(message)) return undefined;
  const text = plain(message);
  const whole = lettersOf(WHOLE_MESSAGE.exec(text));
  if (whole !== undefined) return { code: whole, isWhole: true };
  const inside = lettersOf(SOMEWHERE.exec(text));
  return inside === undefined ? undefined : { code: inside, isWhole: false };
}

/** Four of the letters in a row, or what `plain` may turn into them. */
const MAY_HOLD_ONE = new RegExp(`[${ALPHABET}]{4}|[<&\\u0080-\\uffff]`, 'i');

function lettersOf(match: RegExpExecArray | null): string | undefined {
  return match === null ? undefined : `${match[1]}${match[2]}`.toUpperCase();
}

/** Neither other scripts and markup nor invisible characters. */
const PLAIN = /^[^<&\u0080-\uffff]*$/;

/** Converts full width to ASCII and every dash to a hyphen, and removes tags, mentions and invisible characters. */
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
