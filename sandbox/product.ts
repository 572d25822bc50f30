import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './answer.ts';
import type { Brand } from './page-layout.ts';
import type { RequestBody } from './request-body.ts';

/** The stand-ins, by the first segment of their paths. */
export const productNames = ['jira', 'jotform', 'zendesk', 'gorgias', 'freshsales', 'github'] as const;
export type ProductName = (typeof productNames)[number];

/** A request as a product receives it: already read, but not checked. */
export interface ProductRequest {
  readonly method: string;
  readonly url: URL;
  /** The path below the product's host, e.g. `/rest/api/3/myself`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: RequestBody;
}

/** Handlers are synchronous, so that one request can never see half of another one's change. */
export type Handler = (request: ProductRequest) => Answer;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path prefix that stands for a host of the product, e.g. `/zendesk/{tenant}`. */
  readonly host: string;
  /** Path on that host, parameters in braces; with the method it is the name under which requests are counted. */
  readonly path: string;
  /** Other spellings of the path, counted under the first. */
  readonly aliases?: readonly string[];
  /** Says more about what is counted, e.g. the grant type of a token request. */
  readonly detail?: (request: ProductRequest) => string | undefined;
  readonly handle: Handler;
}

interface GuideEntry {
  readonly term: string;
  readonly values: readonly string[];
}

/** A product as data: its routes, and its own way of saying "not here", "too often" and "we are broken". */
export interface Product {
  readonly name: ProductName;
  readonly brand: Brand;
  /** What a developer needs to try it: it is a sandbox, so credentials are there to be read. */
  readonly guide: () => readonly GuideEntry[];
  /** Path prefixes that belong to the product; `notFound` handles what matches no route. */
  readonly prefixes: readonly string[];
  readonly routes: readonly Route[];
  readonly notFound: Handler;
  readonly rateLimited: Handler;
  readonly broken: Handler;
  /** Runs before every handler, e.g. for rate limits and their headers. */
  readonly around?: (request: ProductRequest, handle: Handler) => Answer;
}
