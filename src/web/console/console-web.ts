import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OpenIdSettings } from '../../flows/operator/sign-in-openid.ts';
import type { Services } from '../../flows/services.ts';
import type { BrowserCookies } from '../browser-cookies.ts';
import type { PageTexts } from '../page-texts/page-texts.ts';
import type { PublicUrl } from '../public-url.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { CatalogProduct } from './catalog-product.ts';
import type { ConsoleSessions } from './console-session.ts';
import type { ConsoleTexts } from './texts/console-texts.ts';

/** What every handler of the console may use. */
export interface ConsoleWeb {
  readonly services: Services;
  /** Where browsers reach the console; may be another port than the people's pages. */
  readonly publicUrl: PublicUrl;
  /** Path of the console, without a trailing slash. */
  readonly base: string;
  /** In the language of whoever sent the request. */
  readonly texts: ConsoleTexts;
  /** For what the console shares with the people's pages: fields and their problems. */
  readonly pageTexts: PageTexts;
  /** What products ask for and allow, in the language of `texts`. */
  readonly inWords: (text: string) => string;
  readonly sessions: ConsoleSessions;
  /** Of the people's pages: a callback knows the browser by it. */
  readonly pages: BrowserCookies;
  /** False where the console's host is another: a callback would not know the browser then. */
  readonly sharesHost: boolean;
  /** The first signs, all are accepted. */
  readonly secrets: readonly string[];
  readonly limits: { readonly page: RateLimit; readonly signIn: RateLimit };
  /** Products that could be added, by name. */
  readonly catalog: readonly CatalogProduct[];
  /** The company's own OpenID provider. */
  readonly openId: OpenIdSettings | undefined;
}

/** Parses, calls a flow, renders; over Node's own request and response. */
export type ConsoleHandler = (web: ConsoleWeb, request: IncomingMessage, response: ServerResponse) => Promise<void>;
