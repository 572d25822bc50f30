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

/** What every handler of the console can use. */
export interface ConsoleWeb {
  readonly services: Services;
  /** The console's address in browsers. It may have another port than the people's pages. */
  readonly publicUrl: PublicUrl;
  /** Path of the console, without a trailing slash. */
  readonly base: string;
  /** In the language of the developer who sent the request. */
  readonly texts: ConsoleTexts;
  /** For the parts that the console shares with the people's pages: fields and their errors. */
  readonly pageTexts: PageTexts;
  /** Translates the texts of products into the language of `texts`. */
  readonly inWords: (text: string) => string;
  readonly sessions: ConsoleSessions;
  /** Cookies of the people's pages. The OAuth callback recognises the browser by them. */
  readonly pages: BrowserCookies;
  /** False if the console is on another host than the pages. The callback could not recognise the browser then. */
  readonly sharesHost: boolean;
  /** The first signs, and all are accepted. */
  readonly secrets: readonly string[];
  readonly limits: { readonly page: RateLimit; readonly signIn: RateLimit };
  /** Products that can be added, sorted by name. */
  readonly catalog: readonly CatalogProduct[];
  /** The company's own OpenID provider. */
  readonly openId: OpenIdSettings | undefined;
}

/** Parses the request, calls a flow, renders the response. Uses Node's own types. */
export type ConsoleHandler = (web: ConsoleWeb, request: IncomingMessage, response: ServerResponse) => Promise<void>;
