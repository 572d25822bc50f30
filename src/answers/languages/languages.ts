import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { Language } from './language.ts';
import { pt } from './pt.ts';

const LANGUAGES = { en, de, fr, es, pt, ja, ar } as const satisfies Readonly<Record<string, Language>>;

/** A language's words, and the locale for the names and orders that come from Intl. */
export interface Tongue {
  readonly locale: string;
  readonly words: Language;
}

/** The person's own language first, then English, which everybody may try. Of a language without words here, only what Intl knows. */
export function tonguesOf(locale: string): readonly Tongue[] {
  const own = Object.entries(LANGUAGES).find(([code]) => code === new Intl.Locale(locale).language)?.[1];
  if (own === en) return [{ locale, words: en }];
  const english: Tongue = { locale: 'en', words: en };
  return [{ locale, words: own ?? en }, english];
}

/** Of all languages at once, because people mix the product's language with their own. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  Object.values(LANGUAGES).flatMap(({ smallWords }) => smallWords),
);
