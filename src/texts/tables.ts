import type { InEachLanguage } from '../languages/language-tag.ts';
import { arabicTexts } from './ar.ts';
import { germanTexts } from './de.ts';
import { englishTexts } from './en.ts';
import { spanishTexts } from './es.ts';
import { frenchTexts } from './fr.ts';
import { japaneseTexts } from './ja.ts';
import { brazilianTexts } from './pt-br.ts';
import type { Texts } from './texts.ts';

/** What the bot says, in each language. */
export const chatTexts: InEachLanguage<Texts> = {
  en: englishTexts,
  de: germanTexts,
  fr: frenchTexts,
  es: spanishTexts,
  'pt-BR': brazilianTexts,
  ja: japaneseTexts,
  ar: arabicTexts,
};
