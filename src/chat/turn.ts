import { type Spoken, spokenIn } from '../answers/spoken.ts';
import { steadyWords } from '../answers/steady-words.ts';
import { wordsIn } from '../answers/words-in.ts';
import type { Authorizer } from '../authorizer.ts';
import { typedIn } from '../channels/dress.ts';
import type { Sender } from '../channels/sender.ts';
import { ConfigurationError } from '../errors.ts';
import type { Services } from '../flows/services.ts';
import type { ErrandOver } from '../model/conversed.ts';
import type { Words } from '../model/words.ts';
import type { Texts } from '../texts/texts.ts';
import { type ChatPort, chatPortOf } from './chat-port.ts';
import type { ChatTurn } from './sdk.ts';

/** A turn, with what the middleware found out before the bot saw it. Holds no secret. */
export interface Turn {
  readonly context: ChatTurn;
  readonly port: ChatPort;
  readonly services: Services;
  readonly sender: Sender;
  /** What the bot says, in the person's language. */
  readonly texts: Texts;
  /** Translates texts of actions and products into the person's language. A text without a translation stays as it is. */
  readonly inWords: (text: string) => string;
  /** The bot's own words for what people can always say. Default: those of the person's language. */
  readonly ownWords?: Words | undefined;
  /** When it arrived: milliseconds, by the clock that all processes on the store share. */
  readonly arrivedAt: number;
  /** The attempt to connect that this very message completed. */
  readonly completed?: string;
  /** How errands ended in this turn, by id: dialogs collect it without reading the store. */
  readonly over: Map<string, ErrandOver>;
  readonly progress: {
    /** Errands that the message has begun. */
    begun: number;
    /** The library has handled the message. */
    isHeard: boolean;
  };
}

/** Speaks the language of its activity. The SDKs keep it in the reference, for turns that no message triggers. */
export function newTurn(context: ChatTurn, port: ChatPort, sender: Sender, arrivedAt: number): Turn {
  const { locale } = sender.conversation;
  return {
    context,
    port,
    services: port.services,
    sender,
    texts: port.textsIn(locale),
    inWords: (text) => port.translate(text, locale),
    arrivedAt,
    over: new Map(),
    progress: { begun: 0, isHeard: false },
  };
}

const TURN = Symbol('latchkey.turn');

export function setTurn(turn: Turn): Turn {
  turn.context.turnState.set(TURN, turn);
  return turn;
}

/** @throws ConfigurationError if the middleware is missing */
export function turnOf(context: ChatTurn): Turn {
  const turn = context.turnState.get(TURN) as Turn | undefined;
  if (turn === undefined) {
    throw new ConfigurationError(
      'the adapter lacks authorizerMiddleware: call adapter.use(authorizerMiddleware(…)) first',
    );
  }
  return turn.context === context ? turn : { ...turn, context };
}

/** The turn for a function that bots call, with their own authorizer and words. */
export function turnWith(context: ChatTurn, authorizer: Authorizer, call: string, ownWords: Words | undefined): Turn {
  return withWords({ ...turnOf(context), port: chatPortOf(authorizer, call) }, ownWords);
}

export function withWords(turn: Turn, ownWords: Words | undefined): Turn {
  return ownWords === undefined ? turn : { ...turn, ownWords: steadyWords(ownWords) };
}

/** A product's name; its id if the bot no longer has the integration. */
export function productName({ services }: Turn, integration: string): string {
  return services.integrations.get(integration)?.name ?? integration;
}

/** The contact that people read when something is not allowed. */
export function contactIn({ services, texts }: Turn): string {
  return services.settings.contact ?? texts.contact;
}

/** The words that always work for the person of this turn. */
export function wordsOf(turn: Turn): Words {
  return turn.ownWords ?? wordsIn(spokenOf(turn).locale);
}

/** The locale, time zone and time that decide what "1,200" and "tomorrow" mean in this turn. */
export function spokenOf({ context, arrivedAt }: Turn): Spoken {
  const { locale, localTimezone, timestamp } = context.activity;
  const sentAt = timestamp === undefined ? Number.NaN : new Date(timestamp).getTime();
  return spokenIn(locale, localTimezone, Number.isNaN(sentAt) ? arrivedAt : sentAt);
}

/** What the person typed, without mentions of the bot; empty if the activity is not a message. */
export function saidIn({ context: { activity } }: Pick<Turn, 'context'>): string {
  return activity.type === 'message' ? typedIn(activity) : '';
}
