/**
 * Words that people say and Intl does not know, each in the form of `bare`: lower case, without accents. Names of days and months,
 * "tomorrow", "in 3 days", separators and the order of dates come from Intl.
 */
export interface Language {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Means no only as the answer to a question; anywhere else it cancels nothing. */
  readonly onlyNo: readonly string[];
  /** Between two of several choices. */
  readonly and: readonly string[];
  readonly all: readonly string[];
  /** All, if there are two. */
  readonly both: readonly string[];
  /** Plural articles: "los 2" are both of two, "la 2" is the second. */
  readonly pluralArticles: readonly string[];
  /** The first, the second … up to the tenth. */
  readonly ordinals: readonly (readonly string[])[];
  readonly last: readonly string[];
  /** Mean nothing by themselves around an ordinal, a day or a time. */
  readonly fillers: readonly string[];
  /** Words at either end of an answer that are not part of it: "please", "I'd like". */
  readonly polite: readonly string[];
  /** Before or after an approximate number or time. */
  readonly about: readonly string[];
  /** Before a name; as it is typed, in lower case, with the space behind it. */
  readonly myNameIs: readonly string[];
  /** None of the choices. */
  readonly none: readonly string[];
  /** The numbers from zero to twelve. */
  readonly numbers: readonly (readonly string[])[];
  /** What a rating counts, after its number. */
  readonly stars: readonly string[];
  /** Between a rating and the highest one: "3 out of 5". */
  readonly outOf: readonly string[];
  /** Say nothing about what a request wants: articles, prepositions, "please", "I would like to". Never "not". */
  readonly smallWords: readonly string[];
  /** With the name of a weekday. */
  readonly next: readonly string[];
  /** The number one, as in "in a week". */
  readonly one: readonly string[];
  /** What people say instead of Intl's words, as in "en 3 días" for "dentro de 3 días". */
  readonly sameAs: Readonly<Record<string, string>>;
  /** Days from today. */
  readonly days: Readonly<Record<string, number>>;
  readonly am: readonly string[];
  readonly pm: readonly string[];
  /** Today, with an hour after noon: "tonight at 8" is 20:00. */
  readonly tonight: readonly string[];
  /** Before a day of the month without its month: "le 3", "am 3." */
  readonly onThe: readonly string[];
  /** Other words than Intl's for next week, with a weekday. */
  readonly nextWeek: readonly string[];
  /** Minutes to add to the hour that replaces `{}`: half past. */
  readonly quarters: Readonly<Record<string, number>>;
  readonly noon: readonly string[];
  readonly midnight: readonly string[];
  /** Written after an hour, and after minutes. */
  readonly hours: readonly string[];
  readonly minutes: readonly string[];
  /** Commands as people write them, with their accents; `{}` is the product's name. */
  readonly commands: Commands;
  /** Words have spaces between them. */
  readonly isSpaced: boolean;
  /** Another locale of the language, with other names for the months, which are understood too. */
  readonly monthsLike?: string;
}

export interface Commands {
  /** The first is the word on buttons. The others cancel too, unless any text would be an answer. */
  readonly cancel: readonly [string, ...string[]];
  readonly help: readonly string[];
  readonly again: readonly string[];
  readonly skip: readonly string[];
  readonly connections: readonly string[];
  readonly disconnect: readonly string[];
  readonly connect: readonly string[];
  readonly use: readonly string[];
}
