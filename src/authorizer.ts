import type { z } from 'zod';
import type { ConverseOptions } from './background/conversation-host.ts';
import type { BotStorage } from './flows/bot-storage.ts';
import type { ExchangeOutcome, ExchangeWanted } from './flows/exchange-token.ts';
import type { Finding } from './flows/operator/doctor.ts';
import type { OperatorVerbs } from './flows/operator/operator-verbs.ts';
import type { OpenIdSettings } from './flows/operator/sign-in-openid.ts';
import type { OwnTexts } from './flows/own-texts.ts';
import type { Settings } from './flows/services.ts';
import type { LogEvent } from './logger.ts';
import type { Action, AnyAction } from './model/action.ts';
import type { Conversed } from './model/conversed.ts';
import type { PublicIntegration } from './model/public-profile.ts';
import type { Texts } from './texts/texts.ts';
import type { ClosableServer } from './web/close-server.ts';
import type { ConsoleTexts } from './web/console/texts/console-texts.ts';
import type { RestifyServer } from './web/mount-on-restify.ts';
import type { WebHandler } from './web/web-handler.ts';

export interface ConsoleSettings {
  /**
   * The address of the console in developers' browsers, if it listens on its own port. Prefer that, because others
   * cannot reach it then. To share OAuth accounts it must be on the same host as the pages. Default: `publicUrl`.
   */
  readonly publicUrl?: string;
  /**
   * The token for the first account, at least 20 characters. Default: a new one at each start, which works for 30
   * minutes.
   */
  readonly setupToken?: string;
  /** Lets developers sign in through the company's own OpenID provider. */
  readonly openId?: OpenIdSettings;
  /** Your own sentences for the console, in every language or in one. */
  readonly texts?: OwnTexts<ConsoleTexts>;
}

export interface MountedConsole {
  readonly url: string;
  /** The link for the first account; it works once, within 30 minutes. Absent if there is an account already. */
  readonly setupLink?: string;
}

/** The deployment's settings, with all defaults filled in. */
export interface AuthorizerSettings extends Settings {
  /** Empty if activities are not authenticated. */
  readonly appId: string;
  readonly allowUnauthenticatedLoopback: boolean;
  readonly trustDirectLineUserIds: boolean;
}

/** Everything a bot, its pages and its developers need. `createAuthorizer` returns it. */
export interface Authorizer {
  readonly settings: AuthorizerSettings;
  /** The bot's texts in the language of a locale (BCP 47), such as `activity.locale`. Default: English. */
  textsIn(locale?: string): Texts;
  /**
   * Translates the title or question of an action into the language of a locale. Returns it unchanged if there is no
   * translation.
   */
  translate(text: string, locale?: string): string;
  readonly integrations: readonly PublicIntegration[];
  /** Registers actions by their ids, so that requests that wait survive a restart. Call it before the first message. */
  register(...actions: readonly AnyAction[]): void;
  /**
   * The pages and the callback for any web server: `createServer`, `app.use` in express, a hook in fastify, a catch-all
   * route handler. Put it before body parsers and before the bot's own endpoint. Always the same function.
   */
  handler(): WebHandler;
  /** The same on a restify server. */
  mount(server: RestifyServer): void;
  /**
   * The developers' pages at `/console`, for the server of people's pages, or better for one that only developers can
   * reach. Returns their address, and the link for the first account while there is none. The same for equal settings.
   *
   * @throws ConfigurationError if a setting cannot work, or after calls with more than 10 different settings
   */
  consoleHandler(console?: ConsoleSettings): Promise<MountedConsole & { readonly handler: WebHandler }>;
  /** The same on a restify server. */
  mountConsole(server: RestifyServer, console?: ConsoleSettings): Promise<MountedConsole>;
  /**
   * Runs an action for the sender of the turn, asks for what is missing, and shows the answer. `asked` means that it
   * goes on by itself when the person has answered or connected.
   *
   * @param turn the SDK's own context
   */
  run<Input extends z.ZodObject, Output>(
    turn: object,
    action: Action<Input, Output>,
    input?: Readonly<Record<string, unknown>>,
  ): Promise<Conversed<Output>>;
  /**
   * Handles the whole conversation of a bot without dialogs: understands answers, `cancel`, `retry`, `connections` and
   * requests, and asks, connects, runs and answers. Undefined if the message is for the bot.
   *
   * @example if (await authorizer.converse(context, { actions })) return;
   */
  converse(turn: object, options?: ConverseOptions): Promise<Conversed | undefined>;
  /**
   * Connects the sender of the turn with a token for them that the bot already has, e.g. from its own sign-in, at a
   * product whose authorization server exchanges tokens (RFC 8693, Microsoft's on-behalf-of). It does not ask the
   * person. If there is a working connection, it makes no call, so call it before each `run`. In groups it returns
   * `not_allowed`.
   *
   * @param turn the SDK's own context
   */
  exchangeToken(turn: object, wanted: ExchangeWanted): Promise<ExchangeOutcome>;
  /** The functions of the console and the command line, for configuration as code. */
  readonly operator: OperatorVerbs & { doctor(): Promise<readonly Finding[]> };
  /** Makes a new reference for a failure, to search the log for. */
  newReference(): string;
  readonly log: (event: LogEvent) => void;
  /** Ends what has expired. Runs by itself every few seconds. */
  sweep(): Promise<void>;
  /** Sends due messages, runs due actions and does queued revocations; returns how many. Runs by itself. */
  deliver(): Promise<number>;
  /** Stores the bot's own state in the same store, sealed: `new ConversationState(authorizer.storage)`. */
  readonly storage: BotStorage;
  /**
   * For SIGTERM. Accepts nothing new: the servers stop listening and close connections when they become idle; pages
   * return 503 with `Retry-After`; the bot says that it is restarting. Waits for turns, pages and deliveries for at most
   * `closeSeconds`, and up to 12 s more for tokens that a product is about to issue; then closes the store. Calling it
   * again returns the same promise.
   */
  close(...servers: readonly ClosableServer[]): Promise<void>;
}
