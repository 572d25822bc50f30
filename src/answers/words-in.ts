import { kept } from '../languages/kept.ts';
import { usableLocale } from '../languages/usable-locale.ts';
import { withoutEnds } from '../model/without-ends.ts';
import type { Utterance, Words } from '../model/words.ts';
import { bare, folded } from './fold.ts';
import type { Commands, Language } from './languages/language.ts';
import { tonguesOf } from './languages/languages.ts';
import { withoutPolite } from './without-polite.ts';

export type { Utterance, Words } from '../model/words.ts';

/** The words that always work, in the language of a locale (BCP 47) and in English. */
export function wordsIn(locale: string): Words {
  return known(usableLocale(locale));
}

const known = kept((locale): Words => {
  const languages = tonguesOf(locale).map(({ words }) => words);
  const all = (command: keyof Commands) => languages.flatMap(({ commands }) => commands[command]);
  const no = languages.flatMap((language) => language.no);
  const whole = (phrases: readonly string[]) => oneOf(phrases, FORMAT + QUOTES, languages);
  return {
    cancel: whole([...all('cancel'), ...no]),
    // in quotes it is ordinary text
    cancelAlone: oneOf(
      languages.map(({ commands: { cancel } }) => cancel[0]),
      FORMAT,
      languages,
    ),
    skip: whole(all('skip')),
    help: whole(all('help')),
    again: whole(all('again')),
    yes: whole(languages.flatMap((language) => language.yes)),
    connections: whole(all('connections')),
    disconnect: naming(all('disconnect')),
    connect: naming(all('connect')),
    use: naming(all('use')),
  };
});

// for use inside a character class
const FORMAT = '\\s*_`~¿¡';
const QUOTES = '"\'«»“”„‘’「」『』()<>';
const MARKS = '.,!?;:…。、؟؛،\\p{Extended_Pictographic}';

/** Characters. No command is longer. */
const LONGEST = 80;

/**
 * One of these and nothing else, ignoring case, accents, width, formatting, punctuation or an emoji at the end, and words like
 * "please".
 *
 * @param around other characters to ignore around it, for a character class
 */
function oneOf(phrases: readonly string[], around: string, languages: readonly Language[]): Utterance {
  const known = [...new Set(phrases.flatMap((phrase) => [phrase, withoutUmlauts(phrase)]).map(folded))];
  const words = known.map((phrase) => phrase.replace(SPECIAL, '\\$&')).join('|');
  const pattern = `^[${around}]*(?:${words})[${around}${MARKS}]*$`;
  return utterance(pattern, (said, known) => {
    if (said.length > LONGEST) return null;
    const text = folded(said);
    const found = known.exec(text);
    if (found !== null || QUOTED.test(text)) return found;
    for (const language of languages) {
      const plain = withoutPolite(bare(text), language);
      const match = plain === text ? null : known.exec(plain);
      if (match !== null) return match;
    }
    return null;
  });
}

const QUOTED = /["«»“”„「」『』]/u;

/** One of these with a name in it: the first group, in whatever place the language has it. The name stays as it was written. */
function naming(phrases: readonly string[]): Utterance {
  // the longest first: "disconnect from" before "disconnect"
  const longestFirst = spellings(phrases).toSorted((a, b) => b.length - a.length);
  const patterns = longestFirst.map((phrase) => phrase.split('{}').map(escaped));
  const end = `[\\s${MARKS}]*`;
  const leads = patterns.map(([before = '', behind = '']) =>
    behind === '' ? before : `${before}(?=.+${behind}${end}$)`,
  );
  const tails = [...new Set(patterns.map(([, behind = '']) => behind).filter((behind) => behind !== ''))];
  const tail = tails.length === 0 ? '' : `(?:(?:${tails.join('|')})${end})?`;
  const pattern = `^(?:${leads.join('|')})(.+?)${tail}$`;
  return utterance(pattern, (said, known) => known.exec(said) ?? known.exec(unformatted(said)));
}

/** @param read applies the pattern to a message */
function utterance(pattern: string, read: (said: string, pattern: RegExp) => RegExpExecArray | null): Utterance {
  const known = new RegExp(pattern, 'iu');
  const exec = (said: string) => read(said, known);
  return { exec, test: (said) => exec(said) !== null };
}

/** Without the formatting that a copied text brings along, and in letters of normal width. */
function unformatted(said: string): string {
  return withoutEnds(said.normalize('NFKC').replace(/\p{Cf}/gu, ''), BEFORE, BEHIND);
}

const BEFORE = /[\s*`"“„«]/u;
const BEHIND = /[\s*`"“”»]/u;

function spellings(phrases: readonly string[]): readonly string[] {
  return [...new Set(phrases.flatMap((phrase) => [phrase.toLowerCase(), folded(phrase)]))];
}

/** How people write umlauts on keyboards without them. */
function withoutUmlauts(text: string): string {
  return text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue');
}

/** Letters that people write with or without a mark: `não`, `nao`. */
const MARKED: Readonly<Record<string, string>> = {
  a: 'aàáâãäå',
  c: 'cç',
  e: 'eèéêë',
  i: 'iìíîï',
  n: 'nñ',
  o: 'oòóôõö',
  u: 'uùúûü',
  ا: 'اأإآ',
  ة: 'ةه',
  و: 'وؤ',
  ي: 'يئى',
};

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** The text as a pattern in which a letter may have a mark, within the same character or after it. */
function escaped(text: string): string {
  return Array.from(text, (sign) => {
    if (!/\p{L}/u.test(sign)) return sign.replace(SPECIAL, '\\$&');
    const letters = MARKED[sign];
    return `${letters === undefined ? sign : `[${letters}]`}\\p{Mn}*`;
  }).join('');
}
