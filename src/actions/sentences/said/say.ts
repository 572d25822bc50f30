import { grammarOf } from '../../../languages/grammar.ts';
import { kept } from '../../../languages/kept.ts';
import { type LanguageTag, nearestLanguage } from '../../../languages/language-tag.ts';
import type { ActionContext } from '../../../model/action.ts';
import { arabicSaid } from './ar.ts';
import { germanSaid } from './de.ts';
import { englishCounts } from './en.ts';
import { spanishSaid } from './es.ts';
import { frenchSaid } from './fr.ts';
import { japaneseSaid } from './ja.ts';
import { brazilianSaid } from './pt-br.ts';
import type { Counted, Said, SaidInLanguage, ValueIn } from './said.ts';

/** By language. English has none: its sentences are the keys. */
export const saidIn: Readonly<Record<Exclude<LanguageTag, 'en'>, SaidInLanguage>> = {
  de: germanSaid,
  fr: frenchSaid,
  es: spanishSaid,
  'pt-BR': brazilianSaid,
  ja: japaneseSaid,
  ar: arabicSaid,
};

/** The person who hears the sentence. */
export type Listener = Pick<ActionContext, 'locale'>;

/** A sentence with its values, in the listener's language. Values are not translated; see `word`. */
export function say<Sentence extends Said>(
  listener: Listener,
  sentence: Sentence,
  values: Readonly<Record<ValueIn<Sentence>, string> & Record<string, string>>,
): string {
  const given: Readonly<Record<string, string>> = values;
  // in one pass: a value may have braces of its own
  return word(listener, sentence).replace(/\{(\w+)\}/g, (whole, name) => given[name] ?? whole);
}

/** Translates a word of ours, such as the name of a field or a status. Any other word, such as a product's own, stays as it is. */
export function word({ locale }: Listener, english: string): string {
  const language = nearestLanguage(locale);
  if (language === 'en') return english;
  const words: Readonly<Record<string, string>> = saidIn[language].words;
  return Object.hasOwn(words, english) ? (words[english] ?? english) : english;
}

/** A sentence with a number of things, in the right plural form. */
export function counted({ locale }: Listener, what: Counted, count: number): string {
  const language = nearestLanguage(locale);
  const forms = language === 'en' ? englishCounts : saidIn[language].counts;
  return grammarIn(language).plural(count, forms[what]);
}

const grammarIn = kept((language) => grammarOf(nearestLanguage(language)));
