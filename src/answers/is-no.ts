import { bare, folded } from './fold.ts';
import { tonguesOf } from './languages/languages.ts';
import { readYesNo } from './read-yes-no.ts';

/** A no and nothing more, such as "no thanks" and 👎. What cancels by itself is more: "لا أريد" is "I don't want to". */
export function isNo(said: string, locale: string): boolean {
  if (readYesNo(said, locale) !== false) return false;
  return !tonguesOf(locale).some(({ words }) => words.commands.cancel.some((phrase) => folded(phrase) === bare(said)));
}
