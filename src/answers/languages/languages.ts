import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { Language } from './language.ts';
import { pt } from './pt.ts';

const LANGUAGES = { en, de, fr, es, pt, ja, ar } as const satisfies Readonly<Record<string, Language>>;

/** A language with its words, and the locale whose names and orders go with them. */
export interface Tongue {
  readonly locale: string;
  readonly words: Language;
}

/** The person's own language first, then English, which everybody may try. Of others, what Intl knows is understood. */
export function tonguesOf(locale: string): readonly Tongue[] {
  const own = Object.entries(LANGUAGES).find(([code]) => code === new Intl.Locale(locale).language)?.[1];
  if (own === en) return [{ locale, words: en }];
  const english: Tongue = { locale: 'en', words: en };
  return [{ locale, words: own ?? en }, english];
}

/** Of all languages: who works with an English product says its words in their own. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  Object.values(LANGUAGES).flatMap(({ smallWords }) => smallWords),
);
