import type { z } from 'zod';
import { translate } from './actions/sentences/translate.ts';
import type { Authorizer, ConsoleSettings, MountedConsole } from './authorizer.ts';
import type { ConversationHost } from './background/conversation-host.ts';
import { errandLanes, pursueDue } from './background/errand-lanes.ts';
import { deliverDue, outboxLanes } from './background/outbox-lanes.ts';
import { startBackground } from './background/start-background.ts';
import { withChatPort } from './chat/chat-port.ts';
import { checkConsoleSettings } from './check-console.ts';
import { actionProblem, checkOptions, needsIntegration } from './check-options.ts';
import { ConfigurationError } from './errors.ts';
import { examineOpened } from './examine.ts';
import { botStorage } from './flows/bot-storage.ts';
import { hearSignals } from './flows/hear-signals.ts';
import { startHeartbeat } from './flows/heartbeat.ts';
import { noteUses } from './flows/note-uses.ts';
import type { Observed } from './flows/observe.ts';
import { operatorVerbs } from './flows/operator/operator-verbs.ts';
import { prepareSetUp } from './flows/operator/set-up-operator.ts';
import { type OwnTexts, textsByLocale } from './flows/own-texts.ts';
import { refreshDirectory } from './flows/refresh-directory.ts';
import { type Attention, newReference, type Services, type Settings } from './flows/services.ts';
import { sweep } from './flows/sweep.ts';
import { startTrySweep } from './flows/sweep-tries.ts';
import { createTurnLock } from './flows/turn-lock.ts';
import { watchVersion } from './flows/watch-version.ts';
import { type LanguageTag, nearestLanguage } from './languages/language-tag.ts';
import type { Logger } from './logger.ts';
import type { Action, AnyAction } from './model/action.ts';
import { causeOf } from './model/cause-of.ts';
import type { Conversed } from './model/conversed.ts';
import type { Integration } from './model/integration.ts';
import { isLoopbackHost, isLoopbackSocket } from './model/loopback.ts';
import { publicIntegration } from './model/public-profile.ts';
import { checksOf, openServices, readSettings } from './open-services.ts';
import { chatTexts } from './texts/tables.ts';
import type { Texts } from './texts/texts.ts';
import { type ClosableServer, closeServer } from './web/close-server.ts';
import { consoleSite } from './web/console/console-handler.ts';
import { keepConsoles } from './web/console/keep-consoles.ts';
import { consoleTexts } from './web/console/texts/tables.ts';
import { loopbackOnly } from './web/loopback-only.ts';
import { mountOnRestify, type RestifyServer } from './web/mount-on-restify.ts';
import type { PageTexts } from './web/page-texts/page-texts.ts';
import { pageTexts } from './web/page-texts/tables.ts';
import { pagesHandler } from './web/pages-handler.ts';
import { VaultSessionStore } from './web/session-store.ts';
import type { WebHandler } from './web/web-handler.ts';

export interface AuthorizerOptions {
  /** The address that browsers and products use, e.g. `https://bot.example.com`: https, or http on loopback. */
  readonly publicUrl: string;
  /** `sqlite:PATH` or `postgres://…`. */
  readonly store: string;
  /** Key ring, `kid:base64-32-bytes,…`: the first key seals, all of them open. */
  readonly keys: string;
  readonly integrations: readonly Integration[];
  /**
   * The actions that people can ask for with `authorizer.converse` and `authorizer.run`, which refuse any other, so that
   * waiting actions go on after a restart. A `RunActionDialog` adds its own.
   */
  readonly actions?: readonly AnyAction[];
  /** The bot's `MicrosoftAppId`. Without it the SDK accepts forged activities, so it can be left out only with the switch below. */
  readonly appId?: string;
  /** For development: serve stored credentials although activities are not authenticated. Loopback only. Default false. */
  readonly allowUnauthenticatedLoopback?: boolean;
  /** Web Chat and Direct Line clients may choose their user id unless enhanced authentication is on. Default false. */
  readonly trustDirectLineUserIds?: boolean;
  /** The bot's name on pages. Default "this bot". */
  readonly botName?: string;
  /** `last` (default): a code shown in the browser completes the connection. `none`: no code; loopback only. */
  readonly confirm?: Settings['confirm'];
  /** `chat` (default): keys may be typed in personal conversations. `page`: only on the one-time page. */
  readonly credentialEntry?: Settings['credentialEntry'];
  /** Who people should ask when something is not allowed. Default "the owner of this bot". */
  readonly contact?: string;
  /** How many days to keep lines of the audit log, 1 or more. Default: forever. */
  readonly auditDays?: number;
  /** How many seconds `close` waits for work in progress. Default 10. */
  readonly closeSeconds?: number;
  /** The limit for one client address, separately for pages and for callbacks, in this process. Default 60. */
  readonly requestsPerMinute?: number;
  /**
   * An HTTP proxy for all outgoing calls, as `http://USER:PASSWORD@HOST:PORT`; it is used as a tunnel (CONNECT).
   * Default: none, even if the environment names one.
   */
  readonly proxy?: string;
  /** Your own sentences for the bot, in every language or in one. */
  readonly texts?: OwnTexts<Texts>;
  /** The same for pages. */
  readonly pageTexts?: OwnTexts<PageTexts>;
  /**
   * Titles and questions of your own actions in other languages: `{ de: { 'Count my things': 'Meine Dinge zählen' } }`.
   */
  readonly translations?: Translations;
  /** Called when only the developers can help, e.g. to connect a shared account again. */
  readonly onAttention?: (need: Attention) => void;
  /** Default: JSON lines on standard error. */
  readonly logger?: Logger;
  /** The clock in milliseconds since 1970, for tests. Default: the store's clock, which all instances share. */
  readonly now?: () => number;
}

/**
 * Opens the store, checks that the keys fit it, and returns everything a bot needs.
 * @throws ConfigurationError when a setting cannot work; its message names the setting and how to fix it
 */
export async function createAuthorizer(options: AuthorizerOptions): Promise<Authorizer> {
  checkOptions(options, [
    ...checksOf(options),
    { of: ['publicUrl', 'appId'], check: () => requireAuthenticatedActivities(options) },
  ]);
  const settings = readSettings(options);
  let host: ConversationHost | undefined;
  let consoleAt: string | undefined;
  const services = await openServices(options, () => background.wake());
  const { vault, log } = services;
  const speaker = (verb: string): ConversationHost => {
    if (host !== undefined) return host;
    throw new ConfigurationError(`authorizer.${verb} needs authorizerMiddleware on the adapter`);
  };
  const failed = (error: unknown) => log({ event: 'sweep_failed', error: causeOf(error) });
  const beat = startHeartbeat(services);
  await beat().catch(failed);
  const background = startBackground({
    rounds: [
      watchVersion(services),
      beat,
      () => refreshDirectory(services),
      () => noteUses(services),
      () => sweep(services),
      startTrySweep(services),
    ],
    lanes: [...errandLanes(services, () => host), ...outboxLanes(services, () => host)],
    failed,
  });
  const stopHearing = await hearSignals(services, failed);
  const isUnauthenticated = options.allowUnauthenticatedLoopback === true;
  const here = whyOnlyHere(options);
  const inWords: Authorizer['translate'] = (text, locale) =>
    ownTranslation(options.translations, text, locale) ?? translate(text, locale);
  const pageTextsIn = textsByLocale(pageTexts, options.pageTexts, log);
  const guarded = (pages: WebHandler): WebHandler => (here === undefined ? pages : loopbackOnly(services, here, pages));
  // one for the process: each has limits of its own, and a route may ask for its handler at each request
  let served: WebHandler | undefined;
  const handler = (): WebHandler => {
    served ??= guarded(
      pagesHandler({
        services,
        formSecrets: vault.macs('page-form', settings.publicUrl),
        textsIn: pageTextsIn,
        translate: inWords,
        consoleUrl: () => consoleAt,
        ...(options.requestsPerMinute === undefined ? {} : { requestsPerMinute: options.requestsPerMinute }),
      }),
    );
    return served;
  };
  const consoleOf = keepConsoles(async (console: ConsoleSettings) => {
    checkConsoleSettings(console);
    const { CATALOG } = await import('./integrations/catalog-index.ts');
    const site = consoleSite({
      catalog: CATALOG,
      services,
      secrets: vault.macs('console-cookie', settings.publicUrl),
      sessionStore: () => new VaultSessionStore(services),
      textsIn: textsByLocale(consoleTexts, console.texts, log),
      pageTextsIn,
      translate: inWords,
      ...(console.publicUrl === undefined ? {} : { publicUrl: console.publicUrl }),
      ...(console.openId === undefined ? {} : { openId: console.openId }),
    });
    consoleAt = site.url;
    const setUp = await prepareSetUp(services, console.setupToken === undefined ? {} : { token: console.setupToken });
    const mounted = { url: site.url, handler: guarded(site.handler) };
    return setUp.status === 'closed'
      ? mounted
      : { ...mounted, setupLink: `${site.url}/setup?token=${encodeURIComponent(setUp.token)}` };
  });

  const patience = (options.closeSeconds ?? 10) * 1000;
  let closed: Promise<void> | undefined;
  const closeAll = async (servers: readonly ClosableServer[]): Promise<void> => {
    const ended = services.underWay.end(patience);
    const stopped = [...servers.map((server) => closeServer(server, patience)), background.stop(patience)];
    await ended;
    await Promise.all(stopped);
    await stopHearing();
    // a store that does not respond is waited for once
    await Promise.allSettled([noteUses(services), vault.instances.leave(services.processId)]);
    await vault.close();
  };

  const authorizer: Authorizer = {
    settings: {
      ...settings,
      appId: options.appId ?? '',
      allowUnauthenticatedLoopback: isUnauthenticated,
      trustDirectLineUserIds: options.trustDirectLineUserIds === true,
    },
    textsIn: textsByLocale(chatTexts, options.texts, log),
    translate: inWords,
    integrations: options.integrations.map(publicIntegration),
    /** Makes actions known by their ids, so that what waits for them survives a restart. */
    register(...actions: readonly AnyAction[]): void {
      for (const action of actions) register(services, action);
    },
    handler,
    mount(server: RestifyServer): void {
      mountOnRestify(server, handler());
      if (here !== undefined) refusePublicListener(server, here);
    },
    consoleHandler: (console = {}) => consoleOf(console),
    async mountConsole(server: RestifyServer, console?: ConsoleSettings): Promise<MountedConsole> {
      const { handler: site, ...mounted } = await consoleOf(console ?? {});
      mountOnRestify(server, site);
      if (here !== undefined) refusePublicListener(server, here);
      return mounted;
    },
    run: async <Input extends z.ZodObject, Output>(
      turn: object,
      action: Action<Input, Output>,
      input: Readonly<Record<string, unknown>> = {},
    ) => {
      // the output is what this very action gave
      return (await speaker('run').run(turn, action, input)) as Conversed<Output>;
    },
    converse: (turn, options) => speaker('converse').converse(turn, options),
    exchangeToken: (turn, wanted) => speaker('exchangeToken').exchangeToken(turn, wanted),
    /** What the console and the command line do, for configuration as code. */
    operator: { ...operatorVerbs(services), doctor: () => examineOpened(options, services) },
    newReference: () => newReference(services),
    log,
    /** Ends what is over by the clock. Runs by itself every few seconds. */
    sweep: () => sweep(services),
    /** Delivers what waits in the outbox. Runs by itself. */
    deliver: async () => (await pursueDue(services, host)) + (await deliverDue(services, host)),
    storage: botStorage(services),
    close: (...servers) => {
      const before = closed;
      closed ??= closeAll(servers);
      if (before === undefined || servers.length === 0) return closed;
      // a second call may name servers that the first one did not
      return Promise.all([before, ...servers.map((server) => closeServer(server, patience))]).then(() => {});
    },
  };
  return withChatPort(authorizer, {
    settings: authorizer.settings,
    textsIn: authorizer.textsIn,
    translate: inWords,
    register: authorizer.register,
    services,
    turns: createTurnLock(),
    attach(conversationHost) {
      host = conversationHost;
      background.wake();
    },
    begin: (turn) => services.underWay.begin(() => services.observe(TURN, turn)),
  });
}

export type Translations = { readonly [Tag in LanguageTag]?: Readonly<Record<string, string>> };

function ownTranslation(own: Translations | undefined, text: string, locale: string | undefined): string | undefined {
  const table = own?.[nearestLanguage(locale)];
  return table !== undefined && Object.hasOwn(table, text) ? table[text] : undefined;
}

const TURN: Observed<unknown> = { name: 'turn', about: {}, outcome: () => 'done' };

function register(services: Services, action: AnyAction): void {
  if (services.actions.get(action.id) === action) return;
  const problem = actionProblem(action);
  if (problem !== undefined) throw new ConfigurationError(`the action ${problem}`);
  if (!services.integrations.has(action.integration)) throw new ConfigurationError(needsIntegration(action));
  services.actions.set(action.id, action);
}

/** Whoever may send forged activities could have anybody's connections used. */
function requireAuthenticatedActivities({
  appId = '',
  allowUnauthenticatedLoopback,
  publicUrl,
}: AuthorizerOptions): void {
  const isHere = isLoopbackHost(URL.parse(publicUrl)?.hostname ?? '');
  if (allowUnauthenticatedLoopback === true ? isHere : appId !== '') return;
  throw new ConfigurationError(
    appId === ''
      ? 'MicrosoftAppId is empty, so anybody could send forged messages: set it, or for development on this machine keep LATCHKEY_PUBLIC_URL on loopback and pass allowUnauthenticatedLoopback: true'
      : 'allowUnauthenticatedLoopback works only with a loopback publicUrl, because it believes everybody whatever MicrosoftAppId says: leave it out',
  );
}

/** Names the option that is for one machine, and what to do about it. Undefined if others may reach the bot. */
function whyOnlyHere({ appId = '', allowUnauthenticatedLoopback, confirm }: AuthorizerOptions): string | undefined {
  if (allowUnauthenticatedLoopback === true) {
    return appId === ''
      ? 'MicrosoftAppId is empty: set MicrosoftAppId'
      : 'allowUnauthenticatedLoopback is on: leave it out';
  }
  return confirm === 'none' ? 'confirm is "none": leave it out' : undefined;
}

/** Options for one machine must never meet a listener that others can reach. */
function refusePublicListener(server: RestifyServer, why: string): void {
  const check = (): void => {
    const address = server.server.address();
    const host = typeof address === 'object' && address !== null ? address.address : 'localhost';
    if (host === 'localhost' || isLoopbackSocket(host)) return;
    server.server.close();
    throw new ConfigurationError(`HOST is ${host}, which others can reach, but ${why}, or listen on 127.0.0.1`);
  };
  if (server.server.listening) check();
  else server.server.once('listening', check);
}
