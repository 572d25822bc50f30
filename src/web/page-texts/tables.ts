import type { InEachLanguage } from '../../languages/language-tag.ts';
import { arabicPageTexts } from './ar.ts';
import { germanPageTexts } from './de.ts';
import { englishPageTexts } from './en.ts';
import { spanishPageTexts } from './es.ts';
import { frenchPageTexts } from './fr.ts';
import { japanesePageTexts } from './ja.ts';
import type { PageTexts } from './page-texts.ts';
import { brazilianPageTexts } from './pt-br.ts';

/** What pages say, in each language. */
export const pageTexts: InEachLanguage<PageTexts> = {
  en: englishPageTexts,
  de: germanPageTexts,
  fr: frenchPageTexts,
  es: spanishPageTexts,
  'pt-BR': brazilianPageTexts,
  ja: japanesePageTexts,
  ar: arabicPageTexts,
};
