import type { Store } from 'express-session';
import type { Request, Response, Server } from 'restify';
import { StoreUnavailableError } from '../../errors.ts';
import type { OpenIdSettings } from '../../flows/operator/sign-in-openid.ts';
import { newReference, type Services } from '../../flows/services.ts';
import { browserCookies } from '../browser-cookies.ts';
import { clientAddress } from '../client-address.ts';
import { METHODS } from '../doors.ts';
import { logText } from '../error-boundary.ts';
import { guard } from '../guard.ts';
import type { PageTexts } from '../page-texts.ts';
import { readPublicUrl } from '../public-url.ts';
import { rateLimit } from '../rate-limit.ts';
import { register } from '../register.ts';
import { setSecurityHeaders } from '../security-headers.ts';
import { answerFailed, answerNotFound, answerRefused, answerTooMany } from './answers.ts';
import { CONSOLE_DOORS, type ConsoleDoor } from './console-doors.ts';
import { consoleSessions } from './console-session.ts';
import type { ConsoleTexts } from './console-texts.ts';
import type { ConsoleHandler, ConsoleWeb } from './console-web.ts';

export interface ConsoleOptions {
  readonly services: Services;
  /** What the developers' browsers see. Default: the people's pages' own URL. */
  readonly publicUrl?: string;
  readonly secrets: readonly string[];
  /** A new one each time: express-session writes the cookie's life into its store. */
  readonly sessionStore: () => Store;
  readonly texts: ConsoleTexts;
  readonly pageTexts: PageTexts;
  readonly openId?: OpenIdSettings;
  /** Per client address, in this process. Default 240, and 20 for everything that takes a password. */
  readonly requestsPerMinute?: number;
  readonly signInsPerMinute?: number;
}

const PREFIX = '/console';

/**
 * Adds the bot developer's pages to a restify server: the people's, or better one on a port that only developers reach.
 * Answers where they are.
 * @throws ConfigurationError when browsers could not keep the session cookie
 */
export function mountConsole(server: Server, options: ConsoleOptions): string {
  const web = consoleOf(options);
  const { publicUrl } = web;
  server.pre(guard({ publicUrl, isOurs, refuse: (response, refusal) => answerRefused(web, response, refusal) }));
  for (const { method, path, handler, limit } of CONSOLE_DOORS) {
    register(server, method, `${PREFIX}${path}`, withinBoundary(web, path, limited(web, limit, handler)));
  }
  const nowhere = withinBoundary(web, 'none', async (_web, _request, response) => answerNotFound(web, response));
  for (const path of ['', '/*']) {
    for (const method of METHODS) {
      const isDoor = CONSOLE_DOORS.some((door) => door.method === method && door.path === path);
      if (!isDoor) register(server, method, `${PREFIX}${path}`, nowhere);
    }
  }
  return `${web.publicUrl.origin}${web.base}`;
}

function consoleOf(options: ConsoleOptions): ConsoleWeb {
  const { services, texts, pageTexts, secrets, sessionStore, openId } = options;
  const { bot, now, randomBytes, settings } = services;
  const people = readPublicUrl(settings.publicUrl);
  const publicUrl = options.publicUrl === undefined ? people : readPublicUrl(options.publicUrl);
  const { requestsPerMinute = 240, signInsPerMinute = 20 } = options;
  return {
    services,
    publicUrl,
    base: `${publicUrl.base}${PREFIX}`,
    texts,
    pageTexts,
    sessions: consoleSessions({ publicUrl, bot, secrets, store: sessionStore(), now }),
    pages: browserCookies({ publicUrl: people, bot, randomBytes }),
    sharesHost: hostOf(publicUrl.origin) === hostOf(people.origin) && publicUrl.isHttps === people.isHttps,
    secrets,
    limits: {
      page: rateLimit({ perMinute: requestsPerMinute, now }),
      signIn: rateLimit({ perMinute: signInsPerMinute, now }),
    },
    openId,
  };
}

/** Cookies do not know ports. */
function hostOf(origin: string): string {
  return new URL(origin).hostname;
}

function isOurs(path: string): boolean {
  return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

function limited(web: ConsoleWeb, limit: ConsoleDoor['limit'], handler: ConsoleHandler): ConsoleHandler {
  if (limit === 'none') return handler;
  return async (_web, request, response) => {
    const seconds = web.limits[limit].take(clientAddress(request, web.publicUrl.isHttps));
    if (seconds > 0) answerTooMany(web, response, seconds);
    else await handler(web, request, response);
  };
}

/** The one place where errors become answers; never rejects, because restify would send an error's message. */
function withinBoundary(web: ConsoleWeb, route: string, handler: ConsoleHandler) {
  return async (request: Request, response: Response): Promise<void> => {
    setSecurityHeaders(response, web.publicUrl);
    try {
      await handler(web, request, response);
    } catch (error) {
      const ref = newReference(web.services);
      web.services.log({ event: 'page_failed', ref, route: `${PREFIX}${route}`, error: logText(error) });
      if (response.headersSent) response.destroy();
      else answerFailed(web, response, error instanceof StoreUnavailableError ? 503 : 500, ref);
    }
  };
}
