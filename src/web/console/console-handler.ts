import type { IncomingMessage } from 'node:http';
import type { Store } from 'express-session';
import type { OpenIdSettings } from '../../flows/operator/sign-in-openid.ts';
import type { Services } from '../../flows/services.ts';
import { browserCookies } from '../browser-cookies.ts';
import { clientAddress } from '../client-address.ts';
import type { PageTexts } from '../page-texts/page-texts.ts';
import { readPublicUrl } from '../public-url.ts';
import { rateLimit } from '../rate-limit.ts';
import { siteHandler } from '../site.ts';
import type { WebHandler } from '../web-handler.ts';
import { answerClosing, answerFailed, answerNotFound, answerRefused, answerTooMany } from './answers.ts';
import type { CatalogProduct } from './catalog-product.ts';
import { consoleLocale } from './console-language.ts';
import { CONSOLE_ROUTES, type ConsoleRoute } from './console-routes.ts';
import { consoleSessions } from './console-session.ts';
import type { ConsoleHandler, ConsoleWeb } from './console-web.ts';
import type { ConsoleTexts } from './texts/console-texts.ts';

export interface ConsoleOptions {
  readonly services: Services;
  /** The address in developers' browsers. Default: the URL of the people's pages. */
  readonly publicUrl?: string;
  readonly secrets: readonly string[];
  /** Must create a new store each time, because express-session writes the cookie's lifetime into it. */
  readonly sessionStore: () => Store;
  /** The console's texts in the language of a locale (BCP 47). Default: English. */
  readonly textsIn: (locale?: string) => ConsoleTexts;
  readonly pageTextsIn: (locale?: string) => PageTexts;
  /** Translates the texts of products into the language of a locale. Default: unchanged. */
  readonly translate?: (text: string, locale?: string) => string;
  readonly openId?: OpenIdSettings;
  /** Products that the console lists in addition to the bot's own. Default: none. */
  readonly catalog?: readonly CatalogProduct[];
  /** Requests per client address in this process. Default 240, and 20 for everything that accepts a password. */
  readonly requestsPerMinute?: number;
  readonly signInsPerMinute?: number;
}

const PREFIX = '/console';

export interface ConsoleSite {
  readonly handler: WebHandler;
  /** The console's address in developers' browsers. */
  readonly url: string;
}

/**
 * The developers' console. Serve it with the people's pages, or better on a port that only developers can reach.
 * @throws ConfigurationError if browsers could not keep the session cookie
 */
export function consoleSite(options: ConsoleOptions): ConsoleSite {
  const web = consoleOf(options);
  const spoken = (request: IncomingMessage): ConsoleWeb => ({
    ...web,
    ...wordsIn(options, consoleLocale(web, request)),
  });
  const handler = siteHandler({
    services: web.services,
    publicUrl: web.publicUrl,
    isOurs,
    routes: CONSOLE_ROUTES.map(({ method, path, handler: handle, limit }) => {
      const guarded = limited(limit, handle);
      return {
        method,
        path: `${PREFIX}${path}`,
        answer: (request, response) => guarded(spoken(request), request, response),
      };
    }),
    nowhere: async (request, response) => answerNotFound(spoken(request), response),
    refuse: (response, refusal) => answerRefused(spoken(response.req), response, refusal),
    failed: (response, status, ref) => answerFailed(spoken(response.req), response, status, ref),
    closing: (response) => answerClosing(spoken(response.req), response),
  });
  return { handler, url: `${web.publicUrl.origin}${web.base}` };
}

function consoleOf(options: ConsoleOptions): ConsoleWeb {
  const { services, secrets, sessionStore, openId, catalog = [] } = options;
  const { bot, now, randomBytes, settings } = services;
  services.consoles.add({ openId });
  const people = readPublicUrl(settings.publicUrl);
  const publicUrl = options.publicUrl === undefined ? people : readPublicUrl(options.publicUrl);
  const { requestsPerMinute = 240, signInsPerMinute = 20 } = options;
  return {
    services,
    publicUrl,
    base: `${publicUrl.base}${PREFIX}`,
    ...wordsIn(options, undefined),
    sessions: consoleSessions({ publicUrl, bot, secrets, store: sessionStore(), now }),
    pages: browserCookies({ publicUrl: people, bot, randomBytes }),
    sharesHost: hostOf(publicUrl.origin) === hostOf(people.origin) && publicUrl.isHttps === people.isHttps,
    secrets,
    limits: {
      page: rateLimit({ perMinute: requestsPerMinute, now }),
      signIn: rateLimit({ perMinute: signInsPerMinute, now }),
    },
    catalog,
    openId,
  };
}

function wordsIn(
  { textsIn, pageTextsIn, translate }: ConsoleOptions,
  locale: string | undefined,
): Pick<ConsoleWeb, 'texts' | 'pageTexts' | 'inWords'> {
  return {
    texts: textsIn(locale),
    pageTexts: pageTextsIn(locale),
    inWords: (text) => translate?.(text, locale) ?? text,
  };
}

/** The host without its port, because cookies are shared between ports. */
function hostOf(origin: string): string {
  return new URL(origin).hostname;
}

function isOurs(path: string): boolean {
  return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

function limited(limit: ConsoleRoute['limit'], handler: ConsoleHandler): ConsoleHandler {
  if (limit === 'none') return handler;
  return async (web, request, response) => {
    const seconds = web.limits[limit].take(clientAddress(request, web.publicUrl.isHttps));
    if (seconds > 0) answerTooMany(web, response, seconds);
    else await handler(web, request, response);
  };
}
