import { type LanguageTag, nearestLanguage } from '../../languages/language-tag.ts';
import { arabicSentences } from './ar.ts';
import { germanSentences } from './de.ts';
import { spanishSentences } from './es.ts';
import { frenchSentences } from './fr.ts';
import { japaneseSentences } from './ja.ts';
import { brazilianSentences } from './pt-br.ts';
import type { Sentences } from './sentence.ts';

/** In each language but English, whose sentences name themselves. */
export const sentencesIn: Readonly<Record<Exclude<LanguageTag, 'en'>, Sentences>> = {
  de: germanSentences,
  fr: frenchSentences,
  es: spanishSentences,
  'pt-BR': brazilianSentences,
  ja: japaneseSentences,
  ar: arabicSentences,
};

/** A sentence of an action of ours in the language of a locale; every other text as it is. */
export function translate(text: string, locale: string | undefined): string {
  const language = nearestLanguage(locale);
  if (language === 'en') return text;
  const sentences: Readonly<Record<string, string>> = sentencesIn[language];
  return Object.hasOwn(sentences, text) ? (sentences[text] ?? text) : text;
}
