/**
 * Words that people say and Intl does not know, each in the form that `bare` gives it: lower case, without accents. Names of
 * days and months, "tomorrow", "in 3 days", separators and orders are Intl's.
 */
export interface Language {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** No, where that is asked; elsewhere it stops nothing. */
  readonly onlyNo: readonly string[];
  /** Between two of several choices. */
  readonly and: readonly string[];
  readonly all: readonly string[];
  /** All, of two. */
  readonly both: readonly string[];
  /** Articles of more than one: "los 2" are both of two, "la 2" is the second. */
  readonly pluralArticles: readonly string[];
  /** The first, the second … up to the tenth. */
  readonly ordinals: readonly (readonly string[])[];
  readonly last: readonly string[];
  /** Say nothing by themselves around an ordinal, a day or a time. */
  readonly fillers: readonly string[];
  /** Said at either end of an answer, and no part of it: "please", "I'd like". */
  readonly polite: readonly string[];
  /** Before or behind a number or a time that is not meant to the minute. */
  readonly about: readonly string[];
  /** None of several choices. */
  readonly none: readonly string[];
  /** From zero to twelve. */
  readonly numbers: readonly (readonly string[])[];
  /** Behind a number, what a rating counts. */
  readonly stars: readonly string[];
  /** Between a rating and the best one: "3 out of 5". */
  readonly outOf: readonly string[];
  /** In a request, say nothing about what is wanted: articles, prepositions, "please", "I would like to". Never "not". */
  readonly smallWords: readonly string[];
  /** With the name of a weekday. */
  readonly next: readonly string[];
  /** The number one, as in "in a week". */
  readonly one: readonly string[];
  /** Said instead of what Intl says, as in "en 3 días" for "dentro de 3 días". */
  readonly sameAs: Readonly<Record<string, string>>;
  /** Days from today. */
  readonly days: Readonly<Record<string, number>>;
  readonly am: readonly string[];
  readonly pm: readonly string[];
  /** Today, in its second half: "tonight at 8" is 20:00. */
  readonly tonight: readonly string[];
  /** Before the number of a day alone: "le 3", "am 3." */
  readonly onThe: readonly string[];
  /** With a weekday, the next week by another name than Intl's. */
  readonly nextWeek: readonly string[];
  /** Minutes that are added to the hour in the place of `{}`: half past. */
  readonly quarters: Readonly<Record<string, number>>;
  readonly noon: readonly string[];
  readonly midnight: readonly string[];
  /** Behind an hour, and behind minutes. */
  readonly hours: readonly string[];
  readonly minutes: readonly string[];
  /** Commands as people write them, with their accents; `{}` is the product's name. */
  readonly commands: Commands;
  /** Words are separated. */
  readonly isSpaced: boolean;
  /** Another locale of the language that names the months otherwise. */
  readonly monthsLike?: string;
}

export interface Commands {
  /** The word that a button offers first; the others cancel too where they are no answer. */
  readonly cancel: readonly [string, ...string[]];
  readonly help: readonly string[];
  readonly again: readonly string[];
  readonly skip: readonly string[];
  readonly connections: readonly string[];
  readonly disconnect: readonly string[];
  readonly connect: readonly string[];
  readonly use: readonly string[];
}
