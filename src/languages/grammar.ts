import type { LanguageTag } from './language-tag.ts';

/** The sentence for each of the language's plural forms (CLDR); `#` stands for the number. `other` is for all that are not named. */
export type PluralForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** What sentences of a language need besides words: `Intl`'s plurals, lists, numbers and dates. */
export interface Grammar {
  readonly plural: (count: number, forms: PluralForms) => string;
  readonly number: (value: number) => string;
  /** `a, b and c` */
  readonly and: (items: readonly string[]) => string;
  /** `a, b or c` */
  readonly or: (items: readonly string[]) => string;
  /** The day, in UTC: `21 November 2026`. Milliseconds since 1970. */
  readonly date: (at: number) => string;
  /** `5 minutes` */
  readonly minutes: (count: number) => string;
  /** `20 seconds`, or `5 minutes` where that is enough. */
  readonly duration: (seconds: number) => string;
}

/** @param locale whose dates are written, where that is another one than the language's own */
export function grammarOf(language: LanguageTag, locale: string = language): Grammar {
  // formats are slow to make, and few are needed: each is made when it is used first
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
