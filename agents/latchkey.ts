import type { Activity } from '@microsoft/agents-activity';
import type { CloudAdapter, MiddlewareHandler, TurnContext } from '@microsoft/agents-hosting';
import { checkSenderOptions } from '../src/channels/check-sender-options.ts';
import type { SenderOptions } from '../src/channels/sender.ts';
import { chatPortOf } from '../src/chat/chat-port.ts';
import { createConversationHost } from '../src/chat/conversation-host.ts';
import { createTurnTaker } from '../src/chat/take-turn.ts';
import { type Authorizer, ConfigurationError } from '../src/index.ts';
import { assertNothingRecordsFirst } from '../src/secrets/middleware-order.ts';
import { agentsPort } from './agents-port.ts';
import { withholdSecrets } from './withhold.ts';

export interface LatchkeyOptions extends SenderOptions<Activity> {
  /**
   * Lets the bot's dialogs continue in a turn that did not begin with a message (`confirm: "none"` only): run the root
   * dialog and save the state. Without it, the waiting action runs and shows its result, and its dialog ends with the
   * next message. The same happens if it throws, or if the process dies in it. It blocks the conversation for at most
   * 30 seconds.
   */
  readonly onConnected?: (context: TurnContext) => Promise<void>;
}

/** An `AgentApplication`. */
export interface Agent {
  readonly adapter?: CloudAdapter | undefined;
  readonly options: { readonly longRunningMessages?: boolean };
}

const CALL = 'latchkey(agent, authorizer)';
const LONG_RUNNING =
  'longRunningMessages cannot be used with Latchkey: the SDK would end a turn before the agent has handled it, and run two turns of a conversation at the same time. Turn it off';

/**
 * Adds Latchkey to an agent's adapter, before any other middleware. It identifies people by their channel's verified
 * token, removes secrets from incoming messages before the SDK logs them, reads codes and keys, runs one turn of a
 * conversation at a time, and lets the bot send messages by itself.
 *
 * @param bot an `AgentApplication`, or the adapter of an `ActivityHandler`; pass each adapter of a bot once
 * @throws ConfigurationError if another middleware comes before it, or if the agent uses `longRunningMessages`
 */
export function latchkey(bot: Agent | CloudAdapter, authorizer: Authorizer, options: LatchkeyOptions = {}): void {
  const port = chatPortOf(authorizer, CALL);
  checkSenderOptions(options, CALL);
  const adapter = adapterOf(bot);
  assertNothingRecordsFirst(adapter, CALL);
  // wraps the adapter before `withholdSecrets`, so that it sees the copied identities that turns get
  const sdk = agentsPort(adapter);
  const giveBack = withholdSecrets(adapter);
  port.attach(createConversationHost(port, sdk, options.onConnected));
  const take = createTurnTaker(port, sdk, options);
  const middleware: MiddlewareHandler = async (context, next) => {
    assertNothingRecordsFirst(adapter, CALL, middleware);
    const found = giveBack(context);
    const { type } = context.activity;
    await take(context, next, found);
    // only the adapter was passed, and its agent uses longRunningMessages: it moved the message to another turn
    if (type !== 'message' && context.activity.type === 'message') throw new ConfigurationError(LONG_RUNNING);
  };
  adapter.use(middleware);
}

function adapterOf(bot: Agent | CloudAdapter): CloudAdapter {
  if (isAdapter(bot)) return bot;
  if (bot?.options?.longRunningMessages === true) throw new ConfigurationError(LONG_RUNNING);
  if (bot?.adapter === undefined) throw new ConfigurationError(`${CALL}: the agent has no adapter`);
  return bot.adapter;
}

function isAdapter(bot: Agent | CloudAdapter): bot is CloudAdapter {
  return typeof bot === 'object' && bot !== null && 'use' in bot && 'process' in bot;
}
