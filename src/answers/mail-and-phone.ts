import { isMailAddress } from '../model/mail-address.ts';
import { plainText } from './plain-text.ts';

/** Longer texts are no answer to such a question. Characters. */
const LONGEST = 200;

/** The only e-mail address in a text: "it's jane@example.com.", "Jane <jane@example.com>". */
export function mailAddressIn(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const parts = plainText(text)
    .split(/[\s<>()[\]"',;:、。，；：「」]+/u)
    .map((part) => part.replace(/[.!?]+$/, ''));
  const [only, another] = new Set(parts.filter(isMailAddress));
  return another === undefined ? only : undefined;
}

/** The only phone number in a text, with the signs that people write between its digits. */
export function phoneNumberIn(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const [only, another] = plainText(text).match(/\+?\d[\d\s()/.-]*/g) ?? [];
  const number = only?.replace(/[^\d)]+$/, '') ?? '';
  return another === undefined && /^\+?[\d\s()/.-]{5,30}$/.test(number) ? number : undefined;
}
