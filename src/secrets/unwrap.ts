import { withoutUnseen } from '../model/unseen.ts';
import { withoutEnds } from '../model/without-ends.ts';

/** Characters that are searched at most, far more than any channel accepts. */
const LONGEST = 1_000_000;

/** Text that needs no cleaning. */
const PLAIN = /^[^<&\u00a0-\uffff]*$/;

/** A text as a person meant it: without invisible characters and the channel's mark-up. */
export function plainWords(text: string): string {
  if (text.length <= LONGEST && PLAIN.test(text)) return text;
  return withoutUnseen(text.slice(0, LONGEST))
    .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, ' ')
    .replace(/<\/?(?:p|div|span|br|code|pre|b|i|em|strong|u|s|blockquote|li|ul|ol|font|a)\b[^<>]*>/gi, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(?:(\d{1,7})|x([0-9a-f]{1,6}));/gi, (_, tens?: string, sixteens?: string) =>
      characterOf(tens === undefined ? Number.parseInt(sixteens ?? '', 16) : Number(tens)),
    )
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

function characterOf(codePoint: number): string {
  return codePoint === 0xa0 || codePoint > 0x10ffff ? ' ' : String.fromCodePoint(codePoint);
}

const BEFORE = /["'`´*<>()[\]{}|~,;:!?…“”„‟‘’‚«»‹›¿¡]/u;
const BEHIND = /["'`´*<>()[\]{}|~,;:!?….“”„‟‘’‚«»‹›،؛؟।·]/u;

/** Removes quotes, formatting marks and punctuation around a word. */
function withoutWrapping(token: string): string {
  const bare = withoutEnds(token, BEFORE, BEHIND);
  return bare.startsWith('_') && bare.endsWith('_') ? withoutEnds(bare, /_/) : bare;
}

/** Removes what a mail program adds below `-- `. */
export function withoutSignature(text: string): string {
  return text.replace(/\r?\n-- ?\r?\n[\s\S]*$/, '');
}

/** `abc` of `apiKey=abc` and `apiKey:abc`; addresses and other words stay whole. */
function named(token: string): string {
  const match = /^[{(["'`*<]*[\p{L}_][\p{L}\d_-]{1,30}["'`*]*[:=：](?!\/\/)(?=\S)/u.exec(token);
  return match === null ? token : token.slice(match[0].length);
}

export interface Token {
  /** As typed, without a label before it. */
  readonly raw: string;
  /** Also without quotes, formatting marks and punctuation around it. */
  readonly bare: string;
}

/** Letters of scripts that put no spaces between words: Chinese, Japanese, Thai and their neighbours. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\u30fc]/u;
/** An equals sign right after such a letter ends a label. */
const BETWEEN_WORDS = new RegExp(`(?:\\s|${UNSPACED.source}=?)+`, 'u');

/** True if the text is a single word: no spaces, and no script that does without them. */
export function isOneWord(text: string): boolean {
  const whole = text.trim();
  return !/\s/.test(whole) && !(NOT_LATIN.test(whole) && UNSPACED.test(whole));
}

const NOT_LATIN = /[\u0250-\uffff]/;

/** The words of a text, each without its wrapping. */
export function tokensOf(text: string): readonly Token[] {
  return text
    .split(NOT_LATIN.test(text) ? BETWEEN_WORDS : /\s+/)
    .filter((word) => word.length >= 6 && !/^\D{0,30}[:=：]$/.test(word))
    .map((word) => {
      const raw = named(word);
      return { raw, bare: withoutWrapping(raw) };
    })
    .filter(({ bare }) => bare !== '');
}

/** A key that a line break cut in two: the whole message is two pieces of it. */
export function joinedLines(text: string): string | undefined {
  if (!text.includes('\n')) return undefined;
  const pieces = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (pieces.length !== 2 || pieces.some((piece) => piece.length < 4 || !/^[\w+/=.~-]+$/.test(piece))) return undefined;
  return pieces.join('');
}
