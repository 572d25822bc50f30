import { asciiDigits } from './ascii-digits.ts';
import { bare, folded } from './fold.ts';
import { type Tongue, tonguesOf } from './languages/languages.ts';
import { numberNamed, withDigits } from './number-words.ts';
import { readYesNo } from './read-yes-no.ts';
import { withoutPolite } from './without-polite.ts';
import { withoutWords } from './without-words.ts';

/** Which of the choices is meant. */
export interface ChoiceReading {
  readonly index: number;
  /** True for a whole name or a number, false for the beginning of a name. */
  readonly exact: boolean;
}

/** One of several choices, by its name, its number or ordinal, or the beginning of its name if only one begins with it. */
export function readChoice(said: string, choices: readonly string[], locale: string): ChoiceReading | undefined {
  const exact = named(said, choices) ?? numbered(said, choices, locale) ?? meant(said, choices, locale);
  if (exact !== undefined) return { index: exact, exact: true };
  const beginning = bare(said);
  // the beginning of a number is a different number
  const begun =
    beginning === '' || /^\p{Nd}+$/u.test(beginning)
      ? []
      : indexesOf(choices, (choice) => bare(choice).startsWith(beginning));
  const [index] = begun;
  return begun.length === 1 && index !== undefined ? { index, exact: false } : undefined;
}

/** False if a choice is a number itself: then "2" means that choice, not the second one. */
export function areNumbered(choices: readonly string[]): boolean {
  return !choices.some((choice) => /^\d+$/.test(asciiDigits(choice.trim())));
}

function named(said: string, choices: readonly string[]): number | undefined {
  const same = choices.indexOf(said.trim());
  if (same !== -1) return same;
  for (const like of [folded, bare]) {
    const wanted = like(said);
    const [index, second] = wanted === '' ? [] : indexesOf(choices, (choice) => like(choice) === wanted);
    if (index !== undefined && second === undefined) return index;
  }
  return undefined;
}

function numbered(said: string, choices: readonly string[], locale: string): number | undefined {
  const text = bare(asciiDigits(said));
  const number = areNumbered(choices) ? /^(?:#|n(?:[ro]|\.o)?[°º]?\.? ?)?(\d{1,3})$/.exec(text)?.[1] : undefined;
  const index = number === undefined ? ordinalIn(text, choices.length, locale) : Number(number) - 1;
  return index !== undefined && index in choices ? index : undefined;
}

/** "red please", "the red one", "number two", and "yep" if one of the choices is yes. */
function meant(said: string, choices: readonly string[], locale: string): number | undefined {
  if (said.length > LONGEST) return undefined;
  for (const { words } of tonguesOf(locale)) {
    const polite = withoutPolite(bare(asciiDigits(said)), words);
    const core = (text: string) => withoutWords(text.replace(ARABIC_ARTICLE, ''), words.fillers, words);
    const plain = core(polite);
    const like = plain === '' ? [] : indexesOf(choices, (choice) => core(bare(choice)) === plain);
    if (like.length === 1) return like[0];
    const isPlural =
      words.both.includes(polite) || words.pluralArticles.some((article) => polite.startsWith(`${article} `));
    const place = isPlural ? undefined : placeNamed([polite, plain, withDigits(plain, words)], choices, words, locale);
    if (place !== undefined) return place;
  }
  const isYes = readYesNo(said, locale);
  const same = isYes === undefined ? [] : indexesOf(choices, (choice) => readYesNo(choice, locale) === isYes);
  return same.length === 1 ? same[0] : undefined;
}

/** The Arabic article, which is joined to its word. */
const ARABIC_ARTICLE = /(?<=^|\s)ال(?=\p{L}{2})/gu;

function placeNamed(
  [polite = '', ...plain]: readonly string[],
  choices: readonly string[],
  { numbers }: Tongue['words'],
  locale: string,
): number | undefined {
  const place = areNumbered(choices) ? (numberNamed(polite, numbers) ?? 0) - 1 : -1;
  if (place in choices) return place;
  return plain.map((text) => numbered(text, choices, locale)).find((index) => index !== undefined);
}

/** Characters. Longer messages are compared only with the choices themselves. */
const LONGEST = 120;

function ordinalIn(text: string, count: number, locale: string): number | undefined {
  for (const { words } of tonguesOf(locale)) {
    const plain = withoutWords(text, words.fillers, words);
    if (words.last.includes(plain)) return count - 1;
    const index = words.ordinals.findIndex((same) => same.includes(plain) || same.includes(text));
    if (index !== -1) return index;
  }
  return undefined;
}

function indexesOf(choices: readonly string[], matches: (choice: string) => boolean): readonly number[] {
  return choices.flatMap((choice, index) => (matches(choice) ? [index] : []));
}
