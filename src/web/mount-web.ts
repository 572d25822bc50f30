import type { Server } from 'restify';
import { ConfigurationError } from '../errors.ts';
import type { Services } from '../flows/services.ts';
import { browserCookies } from './browser-cookies.ts';
import { DOORS, isOurs, METHODS, PREFIXES } from './doors.ts';
import { withinBoundary } from './error-boundary.ts';
import { guard } from './guard.ts';
import { answerUnavailable } from './message-pages.ts';
import { notHere } from './not-here.ts';
import type { PageTexts } from './page-texts.ts';
import { readPublicUrl } from './public-url.ts';
import { rateLimit } from './rate-limit.ts';
import { register } from './register.ts';
import type { WebContext } from './web-context.ts';

export interface WebOptions {
  readonly services: Services;
  /** Of the tokens in forms. At least 32 characters each; the first signs, all are accepted, so that they can be rotated. */
  readonly formSecrets: readonly string[];
  readonly texts: PageTexts;
  /** Where the developers' console is, once it is mounted. */
  readonly consoleUrl?: () => string | undefined;
  /** Per client address, for pages and for callbacks each, in this process. Default 60. */
  readonly requestsPerMinute?: number;
}

/**
 * Adds the doors that browsers use. Everything below their first path segments is answered here, with our headers, also
 * what does not exist. The host's plugins may run before, but never see a request that is refused.
 * @throws ConfigurationError when browsers could not keep the session cookie, or a secret is too short
 */
export function mountWeb(server: Server, options: WebOptions): void {
  const web = contextOf(options);
  const { publicUrl } = web;
  server.pre(guard({ publicUrl, isOurs, refuse: (response, refusal) => answerUnavailable(web, response, refusal) }));
  for (const { method, path, handler } of DOORS) register(server, method, path, withinBoundary(web, path, handler));
  const nowhere = withinBoundary(web, 'none', notHere);
  for (const path of PREFIXES.flatMap((prefix) => [prefix, `${prefix}/*`])) {
    for (const method of METHODS) {
      const isDoor = DOORS.some((door) => door.method === method && door.path === path);
      if (!isDoor) register(server, method, path, nowhere);
    }
  }
}

function contextOf(options: WebOptions): WebContext {
  const { services, formSecrets, texts, requestsPerMinute: perMinute = 60 } = options;
  if (formSecrets.length === 0 || formSecrets.some((secret) => secret.length < 32)) {
    throw new ConfigurationError('formSecrets needs at least one secret, and each at least 32 characters');
  }
  const { bot, now, randomBytes, settings } = services;
  const publicUrl = readPublicUrl(settings.publicUrl);
  return {
    services,
    publicUrl,
    frame: {
      texts,
      base: publicUrl.base,
      botName: settings.botName,
      get consoleUrl() {
        return options.consoleUrl?.();
      },
    },
    cookies: browserCookies({ publicUrl, bot, randomBytes }),
    formSecrets,
    limits: { page: rateLimit({ perMinute, now }), callback: rateLimit({ perMinute, now }) },
  };
}
