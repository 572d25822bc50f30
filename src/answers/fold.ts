import { withoutEnds } from '../model/without-ends.ts';

/**
 * Accents of Latin, Greek and Cyrillic, Arabic vowel signs, and the characters that turn a sign into an emoji. Not Japanese and
 * Indian marks, which make different letters.
 */
const MARKS = /[\u0300-\u036f\u064b-\u0655\u0670\u0640]|\ufe0e|\ufe0f|\u20e3|\p{Cf}/gu;

const BEFORE = /[\s"'*_`~«»“”„‘’<>()[\]。、,;:¿¡\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const BEHIND = /[\s"'*_`~«»“”„‘’<>()[\].!?…。！？、,;:؟،؛\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;

/** Texts that differ only in case, accents, width, quotes or invisible characters fold to the same. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** Folded, without the quotes, formatting marks, punctuation and emoji around it. */
export function bare(text: string): string {
  return withoutEnds(folded(text), BEFORE, BEHIND);
}
