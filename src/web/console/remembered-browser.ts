import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Attempt } from '../../flows/operator/back-off.ts';
import { browserMark } from '../../flows/operator/known-browser.ts';
import { clientAddress } from '../client-address.ts';
import { cookieLine, cookiesOf } from '../cookie.ts';
import { cookieName } from '../cookie-name.ts';
import type { ConsoleWeb } from './console-web.ts';

/** Seconds: 400 days, the most that browsers keep a cookie. */
const LIFETIME = 400 * 24 * 60 * 60;

/** Where a password came from: the network, and the mark of a browser in which somebody has signed in before. */
export function whereFrom(web: ConsoleWeb, request: IncomingMessage): Omit<Attempt, 'name'> {
  const address = clientAddress(request, web.publicUrl.isHttps);
  const browser = cookiesOf(request).get(nameOf(web));
  return browser === undefined ? { address } : { address, browser };
}

/** Sets a new mark at each sign-in, so that a planted one is useless. */
export function rememberBrowser(web: ConsoleWeb, response: ServerResponse, operatorName: string): void {
  const mark = browserMark(web.services, operatorName);
  response.appendHeader('Set-Cookie', cookieLine(web.publicUrl, nameOf(web), mark, LIFETIME));
}

function nameOf({ publicUrl, services }: ConsoleWeb): string {
  return cookieName(publicUrl, services.bot, 'known-browser');
}
