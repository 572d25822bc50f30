import type { InEachLanguage } from '../languages/language-tag.ts';
import { germanTexts } from './de.ts';
import { englishTexts } from './en.ts';
import type { Texts } from './texts.ts';

/** What the bot says, in each language. */
export const chatTexts: InEachLanguage<Texts> = { en: englishTexts, de: germanTexts };
