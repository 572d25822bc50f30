/** The languages that the library speaks, as BCP 47 tags. A sentence that one of them lacks is a compile error. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'ar'] as const;

export type LanguageTag = (typeof LANGUAGES)[number];

/** One of something for each language. */
export type InEachLanguage<T> = Readonly<Record<LanguageTag, T>>;

/**
 * The supported language that is nearest to a locale: the same tag, else the same language (`pt-BR` for `pt-PT`), else English.
 *
 * @param locale BCP 47, as channels and browsers write it: `de-AT`, also `de_AT`
 */
export function nearestLanguage(locale: string | undefined): LanguageTag {
  return languageOf(locale) ?? 'en';
}

/** Like `nearestLanguage`, but undefined if no supported language is near. */
export function languageOf(locale: string | undefined): LanguageTag | undefined {
  const [wanted = '', ...region] = (locale ?? '').trim().toLowerCase().split(/[-_]/);
  const whole = [wanted, ...region].join('-');
  return (
    LANGUAGES.find((tag) => tag.toLowerCase() === whole) ??
    LANGUAGES.find((tag) => tag.toLowerCase().split('-')[0] === wanted)
  );
}

export function isLanguage(name: string): name is LanguageTag {
  return LANGUAGES.some((tag) => tag === name);
}
