import type { IncomingMessage } from 'node:http';
import { isLanguage } from '../../languages/language-tag.ts';
import { acceptedLocale } from '../accepted-locale.ts';
import { answerSeeOther } from '../answer.ts';
import { cookieLine, cookiesOf } from '../cookie.ts';
import { cookieName } from '../cookie-name.ts';
import { isSameOrigin } from '../same-origin.ts';
import { answerForeign } from './answers.ts';
import { readConsoleForm } from './console-form.ts';
import type { ConsoleHandler, ConsoleWeb } from './console-web.ts';

/** Seconds: 400 days, the most that browsers keep a cookie. */
const LIFETIME = 400 * 24 * 60 * 60;

/** BCP 47: the language chosen in this browser, or else the one the browser prefers. Undefined if we do not have it. */
export function consoleLocale(
  web: Pick<ConsoleWeb, 'publicUrl' | 'services'>,
  request: IncomingMessage,
): string | undefined {
  const chosen = cookiesOf(request).get(nameOf(web)) ?? '';
  return isLanguage(chosen) ? chosen : acceptedLocale(request.headers['accept-language']);
}

/**
 * `POST /console/language`: works before signing in too. It needs no token, because it changes nothing but the language in
 * this browser, and other sites cannot send it anyway.
 */
export const chooseLanguage: ConsoleHandler = async (web, request, response) => {
  const form = await readConsoleForm(request);
  if (!isSameOrigin(request, web.publicUrl.origin)) return answerForeign(web, response, 403);
  const language = form.text('language');
  if (!form.hasOnly(['language']) || !isLanguage(language)) return answerForeign(web, response, 400);
  response.appendHeader('Set-Cookie', cookieLine(web.publicUrl, nameOf(web), language, LIFETIME));
  answerSeeOther(response, web.base);
};

function nameOf({ publicUrl, services }: Pick<ConsoleWeb, 'publicUrl' | 'services'>): string {
  return cookieName(publicUrl, services.bot, 'language');
}
