import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Browser } from '../flows/claiming-browser.ts';
import { CODE_LIFETIME, LINK_LIFETIME } from '../model/authorization.ts';
import { cookieLine, cookiesOf } from './cookie.ts';
import { attemptCookieName, cookieName } from './cookie-name.ts';
import type { PublicUrl } from './public-url.ts';

/** Seconds: the life of the link and of its code, and some time to read the result. */
const LIFETIME = (LINK_LIFETIME + CODE_LIFETIME + 10 * 60_000) / 1000;

/** The most attempts that one browser carries cookies for. Servers refuse requests whose headers are too large. */
const MOST = 20;

/**
 * Each attempt has its own cookie. It is useless for any other attempt, and two attempts at the same time do not overwrite
 * each other. No page shows its value and no script can read it.
 */
export interface BrowserCookies {
  /** What the request brought. */
  read(request: IncomingMessage): Browser;
  /**
   * Set with the link's page, so that a second press of its button comes from the same browser. It grants nothing by itself
   * and is not stored.
   */
  keepPage(request: IncomingMessage, response: ServerResponse, authorizationId: string): void;
  /** After a claim has succeeded. */
  keepSecret(request: IncomingMessage, response: ServerResponse, claimed: ClaimedAttempt): void;
}

interface ClaimedAttempt {
  readonly authorizationId: string;
  readonly browserSecret: string;
}

export function browserCookies(options: {
  readonly publicUrl: PublicUrl;
  readonly bot: string;
  readonly randomBytes: (size: number) => Uint8Array;
}): BrowserCookies {
  const { publicUrl, bot, randomBytes } = options;
  const deployment = cookieName(publicUrl, bot);
  const nameOf = (authorizationId: string) => attemptCookieName(deployment, authorizationId);
  const read = (request: IncomingMessage): Browser => {
    const kept = cookiesOf(request);
    const marked = (authorizationId: string, mark: string) => {
      const value = kept.get(nameOf(authorizationId));
      return value?.startsWith(mark) ? value.slice(mark.length) : undefined;
    };
    return { secretOf: (id) => marked(id, SECRET_MARK), pageOf: (id) => marked(id, PAGE_MARK) };
  };
  const keep = (request: IncomingMessage, response: ServerResponse, name: string, value: string) => {
    const others = [...cookiesOf(request).keys()].filter(
      (other) => other.startsWith(`${deployment}-`) && other !== name,
    );
    // browsers send the older ones first
    const surplus = others.slice(0, Math.max(0, others.length + 1 - MOST));
    for (const other of surplus) response.appendHeader('Set-Cookie', cookieLine(publicUrl, other, '', 0));
    response.appendHeader('Set-Cookie', cookieLine(publicUrl, name, value, LIFETIME));
  };
  return {
    read,
    keepPage(request, response, authorizationId) {
      const browser = read(request);
      if (browser.secretOf(authorizationId) ?? browser.pageOf?.(authorizationId)) return;
      const page = Buffer.from(randomBytes(32)).toString('base64url');
      keep(request, response, nameOf(authorizationId), `${PAGE_MARK}${page}`);
    },
    keepSecret(request, response, { authorizationId, browserSecret }) {
      keep(request, response, nameOf(authorizationId), `${SECRET_MARK}${browserSecret}`);
    },
  };
}

const PAGE_MARK = 'page.';
const SECRET_MARK = 'secret.';
