import { type Spoken, spokenIn } from '../answers/spoken.ts';
import type { Authorizer } from '../authorizer.ts';
import { typedIn } from '../channels/dress.ts';
import { ConfigurationError } from '../errors.ts';
import type { ConversationAddress } from '../model/conversation.ts';
import type { ErrandOver } from '../model/conversed.ts';
import type { Texts } from '../texts/texts.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';

/** What the middleware found out about this turn before the bot saw it. Holds no secret. */
export interface Turn {
  readonly sender: Sender;
  /** What the bot says, in the person's language. */
  readonly texts: Texts;
  /** What an action or a product is called or asks, in the person's language; what is not translated as it is. */
  readonly inWords: (text: string) => string;
  /** When it arrived, by the clock that all processes on the store share. */
  readonly arrivedAt: number;
  /** The authorization that this very message completed. */
  readonly completed?: string;
  /** What became of errands in this turn, by their ids: dialogs collect it without asking the store. */
  readonly over: Map<string, ErrandOver>;
  readonly progress: {
    /** Errands that the message has begun. */
    begun: number;
    /** Somebody of ours took the message. */
    isHeard: boolean;
  };
}

/** What a turn begins with. */
export function newTurn(found: Pick<Turn, 'sender' | 'texts' | 'inWords' | 'arrivedAt'>): Turn {
  return { ...found, over: new Map(), progress: { begun: 0, isHeard: false } };
}

const TURN = Symbol('latchkey.turn');

export function setTurn(context: ChatTurn, turn: Turn): void {
  context.turnState.set(TURN, turn);
}

/** @throws ConfigurationError when the middleware is missing */
export function turnOf(context: ChatTurn): Turn {
  const turn = context.turnState.get(TURN) as Turn | undefined;
  if (turn === undefined) {
    throw new ConfigurationError(
      'the adapter lacks authorizerMiddleware: call adapter.use(authorizerMiddleware(…)) first',
    );
  }
  return turn;
}

/** Goes on in the language in which the person last spoke here: a turn that no message began may have none. */
export function speakAsIn(
  { locale }: Pick<ConversationAddress, 'locale'>,
  context: ChatTurn,
  authorizer: Authorizer,
): void {
  if (locale !== undefined) setTurn(context, { ...turnOf(context), ...wordsFor(authorizer, locale) });
}

/** What the bot says to somebody of this language. */
export function wordsFor(authorizer: Authorizer, locale: string | undefined): Pick<Turn, 'texts' | 'inWords'> {
  return { texts: authorizer.textsIn(locale), inWords: (text) => authorizer.translate(text, locale) };
}

/** Who is asked where something is not allowed. */
export function contactIn(context: ChatTurn, { settings }: Pick<Authorizer, 'settings'>): string {
  return settings.contact ?? turnOf(context).texts.contact;
}

/** What decides what "1,200" and "tomorrow" mean in this turn. */
export function spokenOf({ activity }: ChatTurn): Spoken {
  const { locale, localTimezone, timestamp } = activity;
  const sentAt = timestamp === undefined ? Number.NaN : new Date(timestamp).getTime();
  return spokenIn(locale, localTimezone, Number.isNaN(sentAt) ? Date.now() : sentAt);
}

/** What the person typed, without a mention of the bot; empty for anything that is not a message. */
export function saidIn({ activity }: ChatTurn): string {
  return activity.type === 'message' ? typedIn(activity) : '';
}
