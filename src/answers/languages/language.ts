/**
 * Words that people say and Intl does not know, each in the form that `bare` gives it: lower case, without accents. Names of
 * days and months, "tomorrow", "in 3 days", separators and orders are Intl's.
 */
export interface Language {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Between two of several choices. */
  readonly and: readonly string[];
  readonly all: readonly string[];
  /** All, of two. */
  readonly both: readonly string[];
  /** The first, the second … up to the tenth. */
  readonly ordinals: readonly (readonly string[])[];
  readonly last: readonly string[];
  /** Say nothing by themselves around an ordinal, a day or a time. */
  readonly fillers: readonly string[];
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
