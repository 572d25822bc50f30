import { type Grammar, grammarOf } from '../../../languages/grammar.ts';
import { kept } from '../../../languages/kept.ts';
import { nearestLanguage } from '../../../languages/language-tag.ts';

/** How a language writes lists and numbers, for sentences that a page puts together itself. */
export const grammarIn = kept((lang): Grammar => grammarOf(nearestLanguage(lang)));
