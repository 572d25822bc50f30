import type { LanguageTag } from './language-tag.ts';

/**
 * The plural forms besides `other` that whole numbers below a million need in each language (CLDR). Arabic can have `zero`
 * too, where it reads better.
 */
interface FormsNeeded {
  readonly en: 'one';
  readonly de: 'one';
  readonly fr: 'one';
  readonly es: 'one';
  readonly 'pt-BR': 'one';
  readonly ja: never;
  readonly ar: 'one' | 'two' | 'few' | 'many';
}

/**
 * The sentence for each of the language's plural forms; `#` is replaced by the number. `other` covers the forms that are not
 * given. Leaving out a form that the language needs is a compile error.
 */
export type PluralForms<Language extends LanguageTag = LanguageTag> = Language extends LanguageTag
  ? { readonly other: string } & Readonly<Record<FormsNeeded[Language], string>> &
      Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>
  : never;

/** What sentences of a language need besides words: `Intl`'s plurals, lists, numbers and dates. */
export interface Grammar<Language extends LanguageTag = LanguageTag> {
  readonly plural: (count: number, forms: PluralForms<Language>) => string;
  readonly number: (value: number) => string;
  /** `a, b and c` */
  readonly and: (items: readonly string[]) => string;
  /** `a, b or c` */
  readonly or: (items: readonly string[]) => string;
  /** The day, in UTC: `21 November 2026`. Milliseconds since 1970. */
  readonly date: (at: number) => string;
  /** `5 minutes` */
  readonly minutes: (count: number) => string;
  /** `20 seconds`, or from 90 seconds on `5 minutes`, rounded up. */
  readonly duration: (seconds: number) => string;
}

/** @param locale for dates. Default: the language's own */
export function grammarOf<Language extends LanguageTag>(
  language: Language,
  locale: string = language,
): Grammar<Language> {
  // formatters are slow to create and few are needed, so each is created on first use
  const plurals = once(() => new Intl.PluralRules(language));
  const numbers = once(() => new Intl.NumberFormat(language));
  const conjunctions = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));
  const disjunctions = once(() => new Intl.ListFormat(language, { type: 'disjunction' }));
  const dates = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
  const minutes = once(() => unitFormat(language, 'minute'));
  const seconds = once(() => unitFormat(language, 'second'));
  return {
    plural: (count, forms) => (forms[plurals().select(count)] ?? forms.other).replaceAll('#', numbers().format(count)),
    number: (value) => numbers().format(value),
    and: (items) => conjunctions().format(items),
    or: (items) => disjunctions().format(items),
    date: (at) => dates().format(at),
    minutes: (count) => minutes().format(count),
    duration: (length) =>
      length < 90 ? seconds().format(Math.max(1, Math.ceil(length))) : minutes().format(Math.ceil(length / 60)),
  };
}

function unitFormat(language: LanguageTag, unit: 'minute' | 'second'): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
