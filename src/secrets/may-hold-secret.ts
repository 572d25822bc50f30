import { holdsKnownSecret } from './judge-secret.ts';
import { hasLabel, isGenerated, isOrdinary, labelledIn } from './secret-shapes.ts';
import { textsOf } from './texts-of-activity.ts';
import { plainWords, tokensOf } from './unwrap.ts';

/**
 * True if something in the activity may be a key, a token or a password: a known shape, a value with such a label, or a
 * long word that looks machine-made. It looks at every place that a channel copies text to, and does not use the store.
 *
 * For bots that pass on what people write, to a language model above all: leave such a message out. It errs on the side
 * of caution, and cannot know a password that is an ordinary word.
 */
export function mayHoldSecret(activity: object): boolean {
  return textsOf(activity).some(({ text }) => holdsKnownSecret(text) || holdsLikelySecret(text));
}

function holdsLikelySecret(typed: string): boolean {
  const text = plainWords(typed);
  const named = labelledIn(text);
  if (named !== undefined && !isOrdinary(named) && /\d|[^\p{L}\s.,;:!?'’"()/-]/u.test(named)) return true;
  const shortest = hasLabel(text) ? 10 : 20;
  return tokensOf(text).some(({ bare }) => bare.length >= shortest && isGenerated(bare) && !isOrdinary(bare));
}
