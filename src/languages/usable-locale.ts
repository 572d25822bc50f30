import { kept } from './kept.ts';

/** The BCP 47 tag for `en_US`, `de-de` and the like; `en` if it is no locale. */
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
