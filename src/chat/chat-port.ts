import type { Authorizer } from '../authorizer.ts';
import type { ConversationHost } from '../background/conversation-host.ts';
import { ConfigurationError } from '../errors.ts';
import type { Services } from '../flows/services.ts';
import type { TurnLock } from '../flows/turn-lock.ts';

/** What the chat gets from an authorizer. Bots see only `Authorizer`. */
export interface ChatPort extends Pick<Authorizer, 'settings' | 'textsIn' | 'translate' | 'register'> {
  readonly services: Services;
  /** Shared by all adapters of a bot: a streaming bot has one per socket, and a conversation may change its socket. */
  readonly turns: TurnLock;
  /** Sets the host through which the library speaks in conversations. */
  attach(host: ConversationHost): void;
  /** Runs a turn that `close` waits for. Once `close` has been called, returns undefined and runs nothing. */
  begin<T>(turn: () => Promise<T>): Promise<T> | undefined;
}

const PORT = Symbol('latchkey.chat');

/** A function, so that printing an authorizer prints nothing of what is behind it. */
interface WithPort {
  readonly [PORT]: () => ChatPort;
}

export function withChatPort(authorizer: Authorizer, port: ChatPort): Authorizer {
  return Object.assign(authorizer, { [PORT]: () => port } satisfies WithPort);
}

/**
 * @param call the correct call, for the error message
 * @throws ConfigurationError if this is the promise of an authorizer, or no authorizer at all
 */
export function chatPortOf(authorizer: Authorizer, call: string): ChatPort {
  const given: unknown = authorizer;
  if (hasPort(given)) return given[PORT]();
  if (typeof given === 'object' && given !== null && 'then' in given) {
    throw new ConfigurationError(`${call}: the authorizer is a promise: write await before createAuthorizer(…)`);
  }
  throw new ConfigurationError(`${call}: the authorizer is missing, or the arguments are in another order`);
}

function hasPort(given: unknown): given is WithPort {
  return typeof given === 'object' && given !== null && PORT in given;
}
