import type { LanguageTag } from 'latchkey';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { japanese } from './ja.ts';
import type { PlaygroundWords } from './playground-words.ts';
import { brazilian } from './pt-br.ts';

/** A language that the library speaks and the playground does not is a compile error. */
export const playgroundWords: Readonly<Record<LanguageTag, PlaygroundWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  'pt-BR': brazilian,
  ja: japanese,
  ar: arabic,
};

/** The words of the language of a locale (BCP 47), else English ones. */
export function wordsFor(locale: string | undefined): PlaygroundWords {
  const language = languageOf(locale);
  return Object.values(playgroundWords).find(({ lang }) => languageOf(lang) === language) ?? english;
}

/** True if the text is one of these, ignoring case, accents, width and punctuation. */
export function isOneOf(said: string, phrases: readonly string[]): boolean {
  const heard = plain(said.slice(0, 100));
  return phrases.some((phrase) => plain(phrase) === heard);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Mn}\p{Cf}\p{P}]/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/\s+/g, ' ')
    .trim();
}

function languageOf(locale: string | undefined): string {
  return (locale ?? 'en').trim().toLowerCase().split(/[-_]/)[0] ?? 'en';
}
