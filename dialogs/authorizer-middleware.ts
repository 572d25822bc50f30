import type { Activity, BotAdapter, MiddlewareHandler, TurnContext } from 'botbuilder';
import { checkSenderOptions } from '../src/channels/check-sender-options.ts';
import type { SenderOptions } from '../src/channels/sender.ts';
import { chatPortOf } from '../src/chat/chat-port.ts';
import { createConversationHost } from '../src/chat/conversation-host.ts';
import { createTurnTaker } from '../src/chat/take-turn.ts';
import { type Authorizer, ConfigurationError } from '../src/index.ts';
import { assertNothingRecordsFirst } from '../src/secrets/middleware-order.ts';
import { botbuilderPort } from './botbuilder-port.ts';

export interface AuthorizerMiddlewareOptions extends SenderOptions<Activity> {
  /** Sends the messages that nobody asked for: when a link expires, or somebody cancels at the product. */
  readonly adapter: BotAdapter;
  /**
   * Lets the bot's dialogs continue in a turn that did not begin with a message (`confirm: "none"` only): run the root
   * dialog and save the state. Without it, the waiting action runs and shows its result, and its dialog ends with the
   * next message. The same happens if it throws, or if the process dies in it. It blocks the conversation for at most
   * 30 seconds.
   */
  readonly onConnected?: (context: TurnContext) => Promise<void>;
}

const CALL = 'authorizerMiddleware(authorizer, { adapter })';
const FIRST = 'adapter.use(authorizerMiddleware(…))';

/**
 * Must be the adapter's first middleware. It runs one turn of a conversation at a time, identifies the sender, removes
 * secrets from incoming messages before anything can record them, and reads confirmation codes and keys.
 *
 * @throws ConfigurationError if another middleware comes before it, or if the adapter is missing
 */
export function authorizerMiddleware(authorizer: Authorizer, options: AuthorizerMiddlewareOptions): MiddlewareHandler {
  const port = chatPortOf(authorizer, CALL);
  if (typeof options?.adapter?.use !== 'function') throw new ConfigurationError(`${CALL}: the adapter is missing`);
  checkSenderOptions(options, CALL);
  const { adapter, onConnected } = options;
  const sdk = botbuilderPort(adapter);
  assertNothingRecordsFirst(adapter, FIRST);
  port.attach(createConversationHost(port, sdk, onConnected));
  const take = createTurnTaker(port, sdk, options);
  // a function: the SDK wraps anything else, and we could not recognise it in the adapter's list
  const middleware: MiddlewareHandler = (context, next) => {
    assertNothingRecordsFirst(adapter, FIRST, middleware);
    return take(context, next);
  };
  return middleware;
}
