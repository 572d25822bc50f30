import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../flows/services.ts';
import { BODY_DEADLINE, limitBodyTime } from './body-deadline.ts';
import { withinBoundary } from './error-boundary.ts';
import type { PublicUrl } from './public-url.ts';
import { type Refusal, refusalOf } from './refuse-request.ts';
import { isReadableHost, takeTarget } from './request-target.ts';
import { type Method, matches } from './routes.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { WebHandler } from './web-handler.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface SiteRoute {
  readonly method: Method;
  readonly path: string;
  readonly answer: Answer;
  /** Works while the process is closing too. */
  readonly whileClosing?: boolean | undefined;
}

/** Seconds after which another instance, or the next process, should be available. */
const BACK_IN = 5;

/** The pages below certain first path segments: either the people's or the developers'. */
export interface Site {
  readonly services: Services;
  readonly publicUrl: PublicUrl;
  /** The site handles every path for which this is true, whether or not it exists. */
  readonly isOurs: (path: string) => boolean;
  readonly routes: readonly SiteRoute[];
  readonly nowhere: Answer;
  readonly refuse: (response: ServerResponse, refusal: Refusal) => void;
  readonly failed: (response: ServerResponse, status: 500 | 503, ref: string) => void;
  /** Responds while the process is about to end. `Retry-After` and `Connection: close` are already set. */
  readonly closing: (response: ServerResponse) => void;
  /** Milliseconds within which a body must arrive. Default 10 seconds. */
  readonly bodyDeadline?: number | undefined;
}

/**
 * The one entrance of a site. Requests that are refused because of their head, or that have no route, get our headers and
 * our page. So do requests on any path whose target or host is unreadable: it is unclear who they are for, and some routers
 * throw on them.
 */
export function siteHandler(site: Site): WebHandler {
  return async (request, response, next) => {
    const target = isReadableHost(request) ? takeTarget(request, site) : 'bad_host';
    if (target === 'elsewhere') {
      next?.();
      return false;
    }
    setSecurityHeaders(response, site.publicUrl);
    limitBodyTime(request, response, site.bodyDeadline ?? BODY_DEADLINE, () => site.refuse(response, { status: 408 }));
    const refusal = target === 'ours' ? refusalOf(request) : REFUSALS[target];
    if (refusal !== undefined) site.refuse(response, refusal);
    else await open(site, request, response);
    return true;
  };
}

const REFUSALS = { bad_host: { status: 400 }, odd: { status: 404 } } as const;

/** Closing waits for pages in progress. No new page begins after it. */
async function open(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { underWay } = site.services;
  const route = routeOf(site, request);
  const about = { 'http.route': route.shown, 'http.request.method': request.method ?? '' };
  const outcome = () => String(response.statusCode);
  const answer = () =>
    site.services.observe({ name: 'page', about, outcome }, () => withinBoundary(site, request, response, route));
  if (underWay.isClosing) response.setHeader('Connection', 'close');
  if (route.whileClosing === true) return answer();
  const begun = underWay.begin(answer);
  if (begun !== undefined) return begun;
  response.setHeader('Retry-After', BACK_IN);
  site.closing(response);
}

function routeOf(
  site: Site,
  request: IncomingMessage,
): Omit<SiteRoute, 'method' | 'path'> & { readonly shown: string } {
  const path = request.url?.split('?', 1)[0] ?? '';
  const found = site.routes.find((one) => one.method === request.method && matches(one.path, path));
  return found === undefined ? { shown: 'none', answer: site.nowhere } : { ...found, shown: found.path };
}
