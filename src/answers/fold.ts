import { withoutEnds } from '../model/without-ends.ts';

/**
 * Accents of Latin, Greek and Cyrillic, the vowel signs of Arabic, and what makes an emoji of a sign. Japanese and Indian marks make
 * other letters.
 */
const MARKS = /[\u0300-\u036f\u064b-\u0655\u0670\u0640]|\ufe0e|\ufe0f|\u20e3|\p{Cf}/gu;

const BEFORE = /[\s"'*_`~«»“”„‘’<>()[\]。、,;:¿¡\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const BEHIND = /[\s"'*_`~«»“”„‘’<>()[\].!?…。！？、,;:؟،؛\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;

/** Two texts that fold to the same differ in case, accents, width, quotes or invisible characters only. */
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

/** Folded, and without quotes, marks of formatting, punctuation and emoji around it. */
export function bare(text: string): string {
  return withoutEnds(folded(text), BEFORE, BEHIND);
}
