import { type Grammar, grammarOf } from '../../../languages/grammar.ts';
import { kept } from '../../../languages/kept.ts';
import { nearestLanguage } from '../../../languages/language-tag.ts';

/** The lists and numbers of a language, for what a page puts together itself. */
export const grammarIn = kept((lang): Grammar => grammarOf(nearestLanguage(lang)));
