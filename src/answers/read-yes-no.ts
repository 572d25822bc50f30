import { bare } from './fold.ts';
import { tonguesOf } from './languages/languages.ts';

/** Undefined if it is neither. */
export function readYesNo(said: string, locale: string): boolean | undefined {
  const answer = bare(said).replace(/[,،、]/g, '');
  for (const { words } of tonguesOf(locale)) {
    if (words.yes.includes(answer)) return true;
    if (words.no.includes(answer)) return false;
  }
  return undefined;
}
