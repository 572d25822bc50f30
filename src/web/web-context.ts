import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../flows/services.ts';
import type { BrowserCookies } from './browser-cookies.ts';
import type { PublicUrl } from './public-url.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Frame } from './views/layout.ts';

/** What every handler can use. */
export interface WebContext {
  readonly services: Services;
  readonly publicUrl: PublicUrl;
  /** In the language of the browser, or of the person in the chat. */
  readonly frame: Frame;
  readonly frameIn: (locale: string | undefined) => Frame;
  readonly cookies: BrowserCookies;
  /** Secrets for the tokens in forms. The first signs and all are accepted. */
  readonly formSecrets: readonly string[];
  readonly limits: { readonly page: RateLimit; readonly callback: RateLimit; readonly look: RateLimit };
}

/** The same context in the language of the person's chat, if it is known. */
export function speakingAs(web: WebContext, { locale }: { readonly locale?: string }): WebContext {
  return locale === undefined ? web : { ...web, frame: web.frameIn(locale) };
}

/** Parses the request, calls a flow, renders the response. Uses Node's own types, so it fits any web framework. */
export type Handler = (web: WebContext, request: IncomingMessage, response: ServerResponse) => Promise<void>;
