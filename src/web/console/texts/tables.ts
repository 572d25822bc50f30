import type { InEachLanguage } from '../../../languages/language-tag.ts';
import { arabicConsoleTexts } from './ar.ts';
import type { ConsoleTexts } from './console-texts.ts';
import { germanConsoleTexts } from './de.ts';
import { englishConsoleTexts } from './en.ts';
import { spanishConsoleTexts } from './es.ts';
import { frenchConsoleTexts } from './fr.ts';
import { japaneseConsoleTexts } from './ja.ts';
import { brazilianConsoleTexts } from './pt-br.ts';

/** What the console says, in each language. */
export const consoleTexts: InEachLanguage<ConsoleTexts> = {
  en: englishConsoleTexts,
  de: germanConsoleTexts,
  fr: frenchConsoleTexts,
  es: spanishConsoleTexts,
  'pt-BR': brazilianConsoleTexts,
  ja: japaneseConsoleTexts,
  ar: arabicConsoleTexts,
};
