import { type LanguageTag, nearestLanguage } from '../../languages/language-tag.ts';
import { arabicSentences } from './ar.ts';
import { germanSentences } from './de.ts';
import { spanishSentences } from './es.ts';
import { frenchSentences } from './fr.ts';
import { japaneseSentences } from './ja.ts';
import { brazilianSentences } from './pt-br.ts';
import type { Sentences } from './sentence.ts';

/** By language. English has none: its sentences are the keys. */
export const sentencesIn: Readonly<Record<Exclude<LanguageTag, 'en'>, Sentences>> = {
  de: germanSentences,
  fr: frenchSentences,
  es: spanishSentences,
  'pt-BR': brazilianSentences,
  ja: japaneseSentences,
  ar: arabicSentences,
};

/** Translates a sentence of ours into the language of a locale. Any other text stays as it is. */
export function translate(text: string, locale: string | undefined): string {
  const language = nearestLanguage(locale);
  if (language === 'en') return text;
  const sentences: Readonly<Record<string, string>> = sentencesIn[language];
  return Object.hasOwn(sentences, text) ? (sentences[text] ?? text) : text;
}
