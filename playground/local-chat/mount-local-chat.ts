import type { Server } from 'restify';
import { createBotLine, postToBot, type ToBot } from './bot-line.ts';
import { type ChatAccount, type Redact, withoutSubmittedCard } from './chat-activity.ts';
import { mountConnector } from './connector.ts';
import { createConversations } from './conversations.ts';
import { mountDirectLine } from './direct-line.ts';
import { createStateFile } from './state-file.ts';

export type LocalChatOptions = {
  /** The bot's name in the chat. Default: `Latchkey`. */
  readonly botName?: string;
  /** The bot's messaging endpoint. Default: `/api/messages` of the same server. */
  readonly botUrl?: string;
  /** Hands activities to the bot without HTTP, instead of `botUrl`. */
  readonly toBot?: ToBot;
  /** A file that keeps the history across restarts. Default: none, a restart forgets it. */
  readonly stateFile?: string;
  /**
   * Returns the part of an activity that may be kept and shown again (the bot gets all of it). Runs after our own rule, which
   * drops the value of a submitted card that has the key `latchkey`.
   */
  readonly redact?: Redact;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
};

export type LocalChat = {
  /** Ends the long polls, so that the server can close, and waits until the history is written. */
  readonly close: () => Promise<void>;
};

/**
 * Serves a channel for one machine on a restify server: Direct Line for Web Chat (`/v3/directline/…`) and the Connector for
 * the bot (`/v3/conversations/…`). Anybody on this machine may be any user, so others are refused (local-only.ts).
 */
export function mountLocalChat(server: Server, options: LocalChatOptions = {}): LocalChat {
  const { botName = 'Latchkey', now = () => new Date() } = options;
  const serviceUrl = () => urlOf(server);
  const account: ChatAccount = { id: 'bot', name: botName, role: 'bot' };
  const conversations = createConversations(
    (activity) => redact(activity, options.redact),
    options.stateFile === undefined ? undefined : createStateFile(options.stateFile),
  );
  const toBot = options.toBot ?? postToBot(() => options.botUrl ?? `${serviceUrl()}/api/messages`);
  const bot = createBotLine(account, toBot, serviceUrl, conversations, now);

  mountDirectLine(server, conversations, bot, now);
  mountConnector(server, conversations, account, serviceUrl, now);
  return { close: conversations.close };
}

const redact = (activity: Parameters<Redact>[0], more: Redact = (kept) => kept) => more(withoutSubmittedCard(activity));

/** The server's address for this machine, known only once it listens. */
function urlOf(server: Server): string {
  const { address, port, family } = server.address();
  if (address === '::' || address === '0.0.0.0') return `http://127.0.0.1:${port}`;
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}
