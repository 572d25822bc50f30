import { kept } from './kept.ts';

/** `en_US`, `de-de` and the like as BCP 47 writes them; English where it is no locale. */
export function usableLocale(locale: unknown): string {
  return typeof locale === 'string' ? canonicalLocale(locale) : 'en';
}

const canonicalLocale = kept((locale) => {
  try {
    return Intl.getCanonicalLocales(locale.trim().replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
});
