import { folded } from '../answers/fold.ts';
import type { Commands, Language } from '../answers/languages/language.ts';
import { tonguesOf } from '../answers/languages/languages.ts';
import { kept } from '../languages/kept.ts';
import { usableLocale } from '../languages/usable-locale.ts';
import type { Words } from '../model/words.ts';
import type { ChatTurn } from './sdk.ts';
import { spokenOf } from './turn.ts';

export type { Words } from '../model/words.ts';

/** What people can always say in the language of a locale (BCP 47), and in English. */
export function wordsIn(locale: string): Words {
  return known(usableLocale(locale));
}

const known = kept((locale): Words => {
  const languages = tonguesOf(locale).map(({ words }) => words);
  const all = (command: keyof Commands) => languages.flatMap(({ commands }) => commands[command]);
  const no = languages.flatMap((language) => language.no);
  return {
    cancel: whole([...all('cancel'), ...no]),
    cancelAlone: whole(languages.map(({ commands: { cancel } }) => cancel[0])),
    skip: whole(all('skip')),
    help: whole(all('help')),
    again: whole(all('again')),
    yes: whole(languages.flatMap((language: Language) => language.yes)),
    connections: whole(all('connections')),
    disconnect: naming(all('disconnect')),
    connect: naming(all('connect')),
    use: naming(all('use')),
  };
});

/** What the person of this turn can always say. */
export function wordsOf(context: ChatTurn): Words {
  return wordsIn(spokenOf(context).locale);
}

/** One of these and nothing else, with or without accents and a mark at its end. */
function whole(phrases: readonly string[]): RegExp {
  return new RegExp(`^(?:${spellings(phrases).map(escaped).join('|')})\\s?[.!。！]?$`, 'iu');
}

/** One of these with a name in it: the first group, in whatever place the language has it. */
function naming(phrases: readonly string[]): RegExp {
  // the longest first: "disconnect from" before "disconnect"
  const longestFirst = spellings(phrases).toSorted((a, b) => b.length - a.length);
  const patterns = longestFirst.map((phrase) => phrase.split('{}').map(escaped));
  const leads = patterns.map(([before = '', behind = '']) => (behind === '' ? before : `${before}(?=.+${behind}$)`));
  const tails = [...new Set(patterns.map(([, behind = '']) => behind).filter((behind) => behind !== ''))];
  return new RegExp(`^(?:${leads.join('|')})(.+?)${tails.length === 0 ? '' : `(?:${tails.join('|')})?`}$`, 'iu');
}

function spellings(phrases: readonly string[]): readonly string[] {
  return [...new Set(phrases.flatMap((phrase) => [phrase.toLowerCase(), folded(phrase)]))];
}

/** Letters that people write with a mark or without it: `não`, `nao`. */
const MARKED: Readonly<Record<string, string>> = {
  a: 'aàáâãäå',
  c: 'cç',
  e: 'eèéêë',
  i: 'iìíîï',
  n: 'nñ',
  o: 'oòóôõö',
  u: 'uùúûü',
  ا: 'اأإآ',
  و: 'وؤ',
  ي: 'يئى',
};

/** The text as a pattern; a letter may have a mark, in one character or after it. */
function escaped(text: string): string {
  return Array.from(text, (sign) => {
    if (!/\p{L}/u.test(sign)) return sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const letters = MARKED[sign];
    return `${letters === undefined ? sign : `[${letters}]`}\\p{Mn}*`;
  }).join('');
}
