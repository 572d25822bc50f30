import type { TurnActivity } from '../channels/activity.ts';
import { typedIn } from '../channels/dress.ts';
import { type FoundCode, findConfirmationCode } from '../model/confirmation-code.ts';
import { holdsKnownSecret, isEverydayTalk, mayBeAsked } from './judge-secret.ts';
import { cardIn, type SubmittedCard } from './redact-secrets.ts';
import { type ActivityText, textsOf } from './texts-of-activity.ts';
import { plainWords } from './unwrap.ts';

/** What the text of an activity reveals by itself, without the store. Found once, where the activity arrives. */
export interface Secrets {
  readonly card?: SubmittedCard;
  readonly code?: FoundCode;
  /** A secret by its shape alone, somewhere in the activity. */
  readonly isKnown: boolean;
  /** Typed texts that may be what was asked for: the text first, then its copies. */
  readonly suspects: readonly string[];
}

const NONE: Secrets = { isKnown: false, suspects: [] };

/** @param activity as `undress` leaves it */
export function secretsIn(activity: TurnActivity): Secrets {
  const card = cardIn(activity);
  if (card !== undefined) return { ...NONE, card };
  if (isOfTheSdk(activity)) return NONE;
  const texts = withoutRepetitions(textsOf(activity).filter(({ text }) => !isEverydayTalk(text)));
  const isKnown = texts.some(({ text }) => holdsKnownSecret(text));
  if (!isWritten(activity)) return { isKnown, suspects: [] };
  const code = findConfirmationCode(typedIn(activity));
  const suspects = texts.filter(({ text, typed }) => typed && mayBeAsked(text)).map(({ text }) => text);
  return { ...(code === undefined ? {} : { code }), isKnown, suspects };
}

/** True if the turn may have to remove something from the activity. */
export function holdsAny({ card, code, isKnown, suspects }: Secrets): boolean {
  return card !== undefined || code !== undefined || isKnown || suspects.length > 0;
}

/** True if a person wrote or edited it. */
export function isWritten({ type }: TurnActivity): boolean {
  return type === 'message' || type === 'messageUpdate';
}

/** The bot's own sign-in through the Bot Framework's token service: nobody typed these, and its dialogs wait for them. */
function isOfTheSdk({ type, name }: TurnActivity): boolean {
  if (type === 'event') return name === 'tokens/response';
  return type === 'invoke' && typeof name === 'string' && name.startsWith('signin/');
}

/** Drops copies that differ only in mark-up. */
function withoutRepetitions(texts: readonly ActivityText[]): readonly ActivityText[] {
  const seen = new Set<string>();
  return texts.filter(({ text, typed }) => {
    const words = `${typed} ${plainWords(text).trim()}`;
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}
