import { type Spoken, spokenIn } from '../answers/spoken.ts';
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

/** A turn in which the library hears or speaks, with what the middleware found out before the bot saw it. Holds no secret. */
export interface Turn {
  readonly context: ChatTurn;
  readonly port: ChatPort;
  readonly services: Services;
  readonly sender: Sender;
  /** What the bot says, in the person's language. */
  readonly texts: Texts;
  /** What an action or a product is called or asks, in the person's language; what is not translated as it is. */
  readonly inWords: (text: string) => string;
  /** The bot's own words for what people can always say. */
  readonly ownWords?: Words | undefined;
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
export function newTurn(context: ChatTurn, port: ChatPort, sender: Sender, arrivedAt: number): Turn {
  const { locale } = sender.conversation;
  return {
    context,
    port,
    services: port.services,
    sender,
    ...wordsFor(port, locale),
    arrivedAt,
    over: new Map(),
    progress: { begun: 0, isHeard: false },
  };
}

/** The same in the language in which the person last spoke here: a turn that no message began may have none. */
export function speakingIn(turn: Turn, locale: string | undefined): Turn {
  return locale === undefined ? turn : setTurn({ ...turn, ...wordsFor(turn.port, locale) });
}

function wordsFor(port: ChatPort, locale: string | undefined): Pick<Turn, 'texts' | 'inWords'> {
  return { texts: port.textsIn(locale), inWords: (text) => port.translate(text, locale) };
}

const TURN = Symbol('latchkey.turn');

export function setTurn(turn: Turn): Turn {
  turn.context.turnState.set(TURN, turn);
  return turn;
}

/** @throws ConfigurationError when the middleware is missing */
export function turnOf(context: ChatTurn): Turn {
  const turn = context.turnState.get(TURN) as Turn | undefined;
  if (turn === undefined) {
    throw new ConfigurationError(
      'the adapter lacks authorizerMiddleware: call adapter.use(authorizerMiddleware(…)) first',
    );
  }
  return turn.context === context ? turn : { ...turn, context };
}

/** The same for a function that bots call, with what they pass to it. */
export function turnWith(context: ChatTurn, authorizer: Authorizer, call: string, ownWords: Words | undefined): Turn {
  return withWords({ ...turnOf(context), port: chatPortOf(authorizer, call) }, ownWords);
}

/** @param ownWords the bot's own. Default: those of the person's language */
export function withWords(turn: Turn, ownWords: Words | undefined): Turn {
  return ownWords === undefined ? turn : { ...turn, ownWords };
}

/** What people call a product; one that was taken out of the bot by its id. */
export function productName({ services }: Turn, integration: string): string {
  return services.integrations.get(integration)?.name ?? integration;
}

/** Who is asked where something is not allowed. */
export function contactIn({ services, texts }: Turn): string {
  return services.settings.contact ?? texts.contact;
}

/** What the person of this turn can always say. */
export function wordsOf(turn: Turn): Words {
  return turn.ownWords ?? wordsIn(spokenOf(turn).locale);
}

/** What decides what "1,200" and "tomorrow" mean in this turn. */
export function spokenOf({ context, arrivedAt }: Turn): Spoken {
  const { locale, localTimezone, timestamp } = context.activity;
  const sentAt = timestamp === undefined ? Number.NaN : new Date(timestamp).getTime();
  return spokenIn(locale, localTimezone, Number.isNaN(sentAt) ? arrivedAt : sentAt);
}

/** What the person typed, without a mention of the bot; empty for anything that is not a message. */
export function saidIn({ context: { activity } }: Pick<Turn, 'context'>): string {
  return activity.type === 'message' ? typedIn(activity) : '';
}
