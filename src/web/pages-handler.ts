import type { IncomingMessage } from 'node:http';
import { ConfigurationError } from '../errors.ts';
import type { Services } from '../flows/services.ts';
import { acceptedLocale } from './accepted-locale.ts';
import { browserCookies } from './browser-cookies.ts';
import { answerClosing, answerFailed, answerUnavailable } from './message-pages.ts';
import { notHere } from './not-here.ts';
import type { PageTexts } from './page-texts/page-texts.ts';
import { readPublicUrl } from './public-url.ts';
import { rateLimit } from './rate-limit.ts';
import { isOurs, ROUTES } from './routes.ts';
import { siteHandler } from './site.ts';
import type { WebContext } from './web-context.ts';
import type { WebHandler } from './web-handler.ts';

export interface WebOptions {
  readonly services: Services;
  /**
   * Secrets for the tokens in forms, at least 32 characters each. The first signs and all are accepted, so they can be
   * rotated.
   */
  readonly formSecrets: readonly string[];
  /** The texts of the pages in the language of a locale (BCP 47). Default: English. */
  readonly textsIn: (locale?: string) => PageTexts;
  /** Translates the texts of products into the language of a locale. Default: unchanged. */
  readonly translate?: (text: string, locale?: string) => string;
  /** The URL of the developers' console, once it is mounted. */
  readonly consoleUrl?: () => string | undefined;
  /** Requests per client network in this process, counted separately for pages and callbacks. Default 60. */
  readonly requestsPerMinute?: number;
  /** Milliseconds within which a form must arrive. Default 10 seconds. */
  readonly bodyDeadline?: number;
}

/**
 * The routes that browsers use. We handle every path below their first segments, with our headers, whether or not it exists.
 * @throws ConfigurationError if browsers could not keep the session cookie, or a secret is too short
 */
export function pagesHandler(options: WebOptions): WebHandler {
  const web = contextOf(options);
  return siteHandler({
    services: options.services,
    publicUrl: web.publicUrl,
    isOurs,
    routes: ROUTES.map(({ method, path, handler, whileClosing }) => ({
      method,
      path,
      whileClosing,
      answer: (request, response) => handler(inLanguage(web, request), request, response),
    })),
    nowhere: (request, response) => notHere(inLanguage(web, request), request, response),
    refuse: (response, refusal) => answerUnavailable(inLanguage(web, response.req), response, refusal),
    failed: (response, status, ref) => answerFailed(inLanguage(web, response.req), response, status, ref),
    closing: (response) => answerClosing(inLanguage(web, response.req), response),
    bodyDeadline: options.bodyDeadline,
  });
}

/** In the browser's language, until we know who we speak to. */
function inLanguage(web: WebContext, { headers }: IncomingMessage): WebContext {
  return {
    ...web,
    // many responses need no page
    get frame() {
      return web.frameIn(acceptedLocale(headers['accept-language']));
    },
  };
}

/**
 * A page that waits for a phone checks every four seconds. Many such pages in one office must not use up the limit for
 * buttons.
 */
const LOOKS = 10;

function contextOf(options: WebOptions): WebContext {
  const { services, formSecrets, textsIn, requestsPerMinute: perMinute = 60 } = options;
  if (formSecrets.length === 0 || formSecrets.some((secret) => secret.length < 32)) {
    throw new ConfigurationError('formSecrets needs at least one secret, and each at least 32 characters');
  }
  const { bot, now, randomBytes, settings } = services;
  const publicUrl = readPublicUrl(settings.publicUrl);
  const frameIn: WebContext['frameIn'] = (locale) => ({
    texts: textsIn(locale),
    base: publicUrl.base,
    inWords: (text) => options.translate?.(text, locale) ?? text,
    botName: settings.botName,
    contact: settings.contact,
    consoleUrl: options.consoleUrl?.(),
  });
  return {
    services,
    publicUrl,
    frame: frameIn(undefined),
    frameIn,
    cookies: browserCookies({ publicUrl, bot, randomBytes }),
    formSecrets,
    limits: {
      page: rateLimit({ perMinute, now }),
      callback: rateLimit({ perMinute, now }),
      look: rateLimit({ perMinute: perMinute * LOOKS, now }),
    },
  };
}
