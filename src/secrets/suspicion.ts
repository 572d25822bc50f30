import type { TurnActivity } from '../channels/activity.ts';
import { holdsKnownSecret, mayBeAsked } from './judge-secret.ts';
import { type ActivityText, textsOf } from './texts-of-activity.ts';
import { plainWords } from './unwrap.ts';

/** What the words of an activity say by themselves, without a look into the store. */
export interface Suspicion {
  /** A secret by its shape alone, somewhere in the activity. */
  readonly isKnown: boolean;
  /** Typed texts that may be what was asked for: the text first, then its copies. */
  readonly suspects: readonly string[];
}

export function suspicionOf(activity: TurnActivity): Suspicion {
  const texts = withoutRepetitions(textsOf(activity));
  const typed = isWritten(activity) ? texts.filter((each) => each.typed && mayBeAsked(each.text)) : [];
  return {
    isKnown: texts.some(({ text }) => holdsKnownSecret(text)),
    suspects: typed.map(({ text }) => text),
  };
}

/** A person wrote it, or has corrected it. */
export function isWritten({ type }: TurnActivity): boolean {
  return type === 'message' || type === 'messageUpdate';
}

/** The bot's own sign-in through the Bot Framework's token service: nobody has typed these, and its dialogs wait for them. */
export function isOfTheSdk({ type, name }: TurnActivity): boolean {
  if (type === 'event') return name === 'tokens/response';
  return type === 'invoke' && typeof name === 'string' && name.startsWith('signin/');
}

/** A copy in other mark-up says nothing new. */
function withoutRepetitions(texts: readonly ActivityText[]): readonly ActivityText[] {
  const seen = new Set<string>();
  return texts.filter(({ text, typed }) => {
    const words = `${typed} ${plainWords(text).trim()}`;
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}
