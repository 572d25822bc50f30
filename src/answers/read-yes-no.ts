import { bare } from './fold.ts';
import { type Tongue, tonguesOf } from './languages/languages.ts';
import { withoutPolite } from './without-polite.ts';

/** Undefined if it is neither. */
export function readYesNo(said: string, locale: string): boolean | undefined {
  const sign = said.replace(/\s|\ufe0f|\p{Emoji_Modifier}/gu, '');
  if (YES_SIGNS.test(sign)) return true;
  if (NO_SIGNS.test(sign)) return false;
  const answer = bare(said)
    .replace(/[,،、.!…]/g, ' ')
    .replace(/\s+/g, ' ');
  if (answer.length > LONGEST) return undefined;
  for (const tongue of tonguesOf(locale)) {
    const isYes = saidIn(tongue, answer);
    if (isYes !== undefined) return isYes;
  }
  return undefined;
}

const YES_SIGNS = /^(?:[👍👌✅✔☑🆗])+$/u;
const NO_SIGNS = /^(?:[👎❌✖🚫❎])+$/u;

/** Characters. Nobody needs more to say yes. */
const LONGEST = 60;

function saidIn({ words }: Tongue, answer: string): boolean | undefined {
  const text = words.isSpaced ? answer : answer.replaceAll(' ', '');
  const no = [...words.no, ...words.onlyNo];
  if (words.yes.includes(text)) return true;
  if (no.includes(text)) return false;
  const core = withoutPolite(text, words);
  const [isYes, isNo] = [words.yes, no].map((kind) => isMadeOf(core, [...kind, ...words.polite], words.isSpaced));
  return isYes === isNo ? undefined : isYes;
}

/** "yes yes", "yeah sure", "oui bien sûr": several such words in a row. */
function isMadeOf(text: string, words: readonly string[], isSpaced: boolean): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < text.length; at += 1) {
    if (!reached.has(at)) continue;
    for (const word of words) {
      const end = at + word.length;
      if (!text.startsWith(word, at)) continue;
      if (end === text.length || !isSpaced) reached.add(end);
      else if (text[end] === ' ') reached.add(end + 1);
    }
  }
  return reached.has(text.length);
}
