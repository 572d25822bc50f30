import type { z } from 'zod';
import type { ConversationHost, ConverseOptions } from './background/conversation-host.ts';
import type { ConnectRefusal } from './flows/access.ts';
import type { AskedSecrets, AskedSecretsInput } from './flows/asked-secrets.ts';
import type { BeginInput, BeginOutcome } from './flows/begin-authorization.ts';
import type { BotStorage } from './flows/bot-storage.ts';
import type { ConfirmInput, ConfirmOutcome } from './flows/confirm-authorization.ts';
import type { DisconnectInput, DisconnectOutcome } from './flows/disconnect.ts';
import type { ErrandVerbs } from './flows/errand-verbs.ts';
import type { ExchangeInput, ExchangeOutcome, ExchangeWanted } from './flows/exchange-token.ts';
import type { ListedConnection } from './flows/list-connections.ts';
import type { Finding } from './flows/operator/doctor.ts';
import type { OperatorVerbs } from './flows/operator/operator-verbs.ts';
import type { OpenIdSettings } from './flows/operator/sign-in-openid.ts';
import type { OwnTexts } from './flows/own-texts.ts';
import type { RunInput, RunOutcome } from './flows/run-action.ts';
import type { Settings } from './flows/services.ts';
import type { ChatSubmission, SubmitInput } from './flows/submit-credential.ts';
import type { UseSiteInput, UseSiteOutcome } from './flows/use-site.ts';
import type { LogEvent } from './logger.ts';
import type { Action, AnyAction } from './model/action.ts';
import type { Conversed } from './model/conversed.ts';
import type { Owner } from './model/owner.ts';
import type { PublicAuthorization } from './model/public-authorization.ts';
import type { PublicIntegration, PublicProfile } from './model/public-profile.ts';
import type { Texts } from './texts/texts.ts';
import type { ClosableServer } from './web/close-server.ts';
import type { ConsoleTexts } from './web/console/texts/console-texts.ts';
import type { RestifyServer } from './web/mount-on-restify.ts';
import type { WebHandler } from './web/web-handler.ts';

export interface ConsoleSettings {
  /**
   * What the developers' browsers see, where the console listens on a port of its own, which is the better way: others
   * cannot reach it then. It must be on the same host for OAuth accounts to be shared. Default: `publicUrl`.
   */
  readonly publicUrl?: string;
  /** For the first account, at least 20 characters. Default: one that is logged and works for 30 minutes. */
  readonly setupToken?: string;
  /** Sign in through the company's own OpenID provider. */
  readonly openId?: OpenIdSettings;
  /** Sentences of the console, for every language or for one. */
  readonly texts?: OwnTexts<ConsoleTexts>;
}

export interface MountedConsole {
  readonly url: string;
  /** For the first account; it works once, for 30 minutes. Absent where there is an account already. */
  readonly setupLink?: string;
}

/** What a deployment decided, with every default filled in. */
export interface AuthorizerSettings extends Settings {
  /** Empty where activities are not authenticated. */
  readonly appId: string;
  readonly allowUnauthenticatedLoopback: boolean;
  readonly trustDirectLineUserIds: boolean;
}

/** Everything a bot, its pages and its developers need: what `createAuthorizer` gives. */
export interface Authorizer {
  readonly settings: AuthorizerSettings;
  /** What the bot says in the language of a locale (BCP 47), as `activity.locale` has it. Default: English. */
  textsIn(locale?: string): Texts;
  /** The title or question of an action in the language of a locale; what is not translated as it is. */
  translate(text: string, locale?: string): string;
  readonly integrations: readonly PublicIntegration[];
  /** The ways in that a person is offered at an integration. */
  offeredProfiles(integration: string): readonly PublicProfile[];
  /** Why a person cannot connect an account of their own there; undefined where they can. */
  connectRefusal(wanted: {
    readonly owner: Owner;
    readonly integration: string;
    readonly profile?: string | undefined;
  }): ConnectRefusal | undefined;
  /** The integration of this id, if it is registered. */
  integration(id: string): PublicIntegration | undefined;
  /** All that the library was told of, in that order. */
  knownActions(): readonly AnyAction[];
  action(id: string): AnyAction | undefined;
  /** Makes actions known by their ids, so that what waits for them survives a restart. Call it before the first message. */
  register(...actions: readonly AnyAction[]): void;
  /**
   * The pages and the callback for any web server: `createServer`, `app.use` of express, a hook of fastify, a catch-all route
   * handler. Put it before body parsers and before the bot's own endpoint.
   */
  handler(): WebHandler;
  /** The same on a restify server. */
  mount(server: RestifyServer): void;
  /**
   * The developers' pages at `/console`: for the server of the people's pages, or better for one that only developers reach.
   * Gives their address, and the link for the first account while there is none.
   */
  consoleHandler(console?: ConsoleSettings): Promise<MountedConsole & { readonly handler: WebHandler }>;
  /** The same on a restify server. */
  mountConsole(server: RestifyServer, console?: ConsoleSettings): Promise<MountedConsole>;
  /** The bot's side; the middleware attaches itself. */
  attach(conversationHost: ConversationHost): void;
  /**
   * Runs an action for the sender of the turn, asks for what is missing, and says the answer. `asked`: it goes on by itself once
   * the person has answered or connected.
   *
   * @param turn the SDK's own context
   */
  run<Input extends z.ZodObject, Output>(
    turn: object,
    action: Action<Input, Output>,
    input?: Readonly<Record<string, unknown>>,
  ): Promise<Conversed<Output>>;
  /**
   * The whole conversation of a bot without dialogs: hears answers, `cancel`, `retry`, `connections` and what people ask for,
   * asks, connects, runs and answers. Undefined where the message is for the bot.
   *
   * @example if (await authorizer.converse(context, { actions })) return;
   */
  converse(turn: object, options?: ConverseOptions): Promise<Conversed | undefined>;
  /**
   * Connects the sender of the turn by a token that the bot has of them, e.g. of its own sign-in, at a product whose
   * authorization server exchanges tokens (RFC 8693, Microsoft's on-behalf-of). Nobody is asked. Where there is a connection that
   * works, it is used and nothing is called, so call it before each `run`. In groups: `not_allowed`.
   *
   * @param turn the SDK's own context
   */
  exchangeToken(turn: object, wanted: ExchangeWanted): Promise<ExchangeOutcome>;
  /** The same for whoever has read the turn already. */
  exchangeTokenFor(input: ExchangeInput): Promise<ExchangeOutcome>;
  lacksCredential(input: Pick<RunInput, 'owner' | 'action' | 'ahead'>): Promise<boolean>;
  runAction(input: RunInput): Promise<RunOutcome>;
  /** What people ask for, for whoever speaks with them. */
  readonly errands: ErrandVerbs;
  beginAuthorization(input: BeginInput): Promise<BeginOutcome>;
  authorizationById(id: string): Promise<PublicAuthorization | undefined>;
  /** The person's attempts under way, oldest first. */
  openAuthorizations(owner: Owner): Promise<readonly PublicAuthorization[]>;
  /** What the person was asked for in the last 24 hours, and what is awaited in this conversation. */
  askedSecrets(input: AskedSecretsInput): Promise<AskedSecrets>;
  submitCredential(input: SubmitInput): Promise<ChatSubmission>;
  /** Ends the attempt whose code was written where others read along. */
  burnCode(input: { readonly owner: Owner; readonly code: string }): Promise<ConfirmOutcome>;
  /** The product whose code is awaited in a conversation. */
  codeAwaited(input: { readonly owner: Owner; readonly conversationKey: string }): Promise<string | undefined>;
  confirmAuthorization(input: ConfirmInput): Promise<ConfirmOutcome>;
  cancelAuthorization(input: { readonly owner: Owner; readonly authorizationId: string }): Promise<boolean>;
  listConnections(owner: Owner): Promise<readonly ListedConnection[]>;
  useConnection(input: { readonly owner: Owner; readonly connectionId: string }): Promise<boolean>;
  useSite(input: UseSiteInput): Promise<UseSiteOutcome>;
  disconnect(input: DisconnectInput): Promise<DisconnectOutcome>;
  /** What the console and the command line do, for configuration as code. */
  readonly operator: OperatorVerbs & { doctor(): Promise<readonly Finding[]> };
  /** Names a failure, so that the log can be searched for it. */
  newReference(): string;
  readonly log: (event: LogEvent) => void;
  /** Ends what is over by the clock. Runs by itself every few seconds. */
  sweep(): Promise<void>;
  /** Says and runs what is due, and revokes what waits for it; gives how many. Runs by itself. */
  deliver(): Promise<number>;
  /** The bot's own state, in the same store and sealed: `new ConversationState(authorizer.storage)`. */
  readonly storage: BotStorage;
  /** Runs a turn that `close` waits for. Returns undefined, and runs nothing, once it was called. */
  begin<T>(turn: () => Promise<T>): Promise<T> | undefined;
  /**
   * For SIGTERM. Takes nothing new: the servers stop listening and end their connections as they become idle; pages get 503
   * with `Retry-After`; people read that the bot is restarting. Waits for turns, pages and deliveries for at most
   * `closeSeconds`, and up to 12 s more for tokens that a product is about to give; then closes the store. Calling it again
   * returns the same promise.
   */
  close(...servers: readonly ClosableServer[]): Promise<void>;
}
