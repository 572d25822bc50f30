import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response, Server } from 'restify';
import { type Answer, json } from './answer.ts';
import type { Faults, TakenFault } from './faults.ts';
import {
  type ForeignKind,
  foreignAnswer,
  foreignKinds,
  truncated,
  withoutIds,
  withoutValues,
} from './foreign-answer.ts';
import type { Journal } from './journal.ts';
import type { Handler, Product, ProductRequest, Route } from './product.ts';
import { readRequestBody } from './request-body.ts';
import type { World } from './world.ts';

export interface Surroundings {
  readonly world: World;
  readonly journal: Journal;
  readonly faults: Faults;
  /** Called after the work and before the response, so that nothing acknowledged is lost by a restart. */
  readonly save: () => void;
}

/** Milliseconds until a slow response. */
const SLOW = 3_000;

type RestifyHandler = (request: Request, response: Response) => Promise<void>;

/** Registers a product's routes, and its own "not found" for everything else below its prefixes. */
export function mountProduct(server: Server, product: Product, surroundings: Surroundings): void {
  for (const route of product.routes) {
    for (const path of [route.path, ...(route.aliases ?? [])]) {
      register(server, route.method, `${route.host}${path}`, serve(product, route, surroundings));
    }
  }
  for (const prefix of product.prefixes) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const) {
      const route = { host: prefix, path: '/(unknown)', handle: product.notFound };
      const handler = serve(product, route, surroundings);
      register(server, method, `${prefix}/*`, handler);
      // `/{product}` itself is the page for developers.
      if (prefix !== `/${product.name}`) register(server, method, prefix, handler);
    }
  }
}

type Method = Route['method'] | 'PATCH' | 'HEAD' | 'OPTIONS';

function register(server: Server, method: Method, path: string, handler: RestifyHandler): void {
  const verbs = {
    GET: 'get',
    POST: 'post',
    PUT: 'put',
    DELETE: 'del',
    PATCH: 'patch',
    HEAD: 'head',
    OPTIONS: 'opts',
  } as const;
  const restifyPath = path.replaceAll(/\{(\w+)\}/g, ':$1');
  // @types/restify knows callback handlers only; restify 12 takes async ones with exactly two parameters.
  server[verbs[method]](restifyPath, handler);
}

function serve(product: Product, route: Omit<Route, 'method'>, surroundings: Surroundings): RestifyHandler {
  return async (incoming, outgoing) => {
    const request = await readProductRequest(incoming, route, surroundings.world);
    const routeName = `${request.method} ${route.path}`;
    const detail = route.detail?.(request);
    const answered = surroundings.journal.record(
      {
        at: surroundings.world.now(),
        product: product.name,
        route: routeName,
        method: request.method,
        path: request.url.pathname + request.url.search,
        headers: request.headers,
        body: request.body.text,
      },
      detail,
    );

    // a person with a browser sees the pages as they are
    const isBrowser = request.headers.accept?.includes('text/html') === true;
    const name = detail ? `${routeName} ${detail}` : routeName;
    const fault = isBrowser ? undefined : surroundings.faults.take(product.name, name);
    if (fault?.kind === 'hang') return await clientGone(outgoing);
    const answer = answerIn(fault, product, request, route.handle);
    surroundings.save();
    if (fault?.kind === 'lost') {
      outgoing.destroy();
      return;
    }
    if (fault?.kind === 'slow') await sleep(SLOW);
    answered(answer.status);
    send(outgoing, answer);
  };
}

async function readProductRequest(
  incoming: Request,
  route: Omit<Route, 'method'>,
  world: World,
): Promise<ProductRequest> {
  const body = await readRequestBody(incoming);
  const url = new URL(`${world.url()}${incoming.url ?? '/'}`);
  const hostSegments = route.host.split('/').length;
  return {
    method: incoming.method ?? 'GET',
    url,
    path: `/${url.pathname.split('/').slice(hostSegments).join('/')}`,
    params: incoming.params ?? {},
    headers: incoming.headers,
    body,
  };
}

/** Milliseconds. */
const BUSY = 90_000;

function answerIn(fault: TakenFault | undefined, product: Product, request: ProductRequest, handle: Handler): Answer {
  if (fault === undefined) return around(product, request, handle);
  if (isForeign(fault.kind)) return foreignAnswer(fault.kind);
  switch (fault.kind) {
    case 'status':
      return json(fault.status ?? 503, {});
    case 'rate_limited':
      return around(product, request, product.rateLimited);
    case 'server_error':
      return around(product, request, product.broken);
    case 'no_id':
      return withoutIds(around(product, request, handle));
    case 'nulls':
      return withoutValues(around(product, request, handle));
    case 'truncated':
      return truncated(around(product, request, handle));
    case 'busy_until':
      // by the clock of the `Date` header, which is this machine's
      return json(429, {}, { 'retry-after': new Date(Date.now() + BUSY).toUTCString() });
    default:
      return around(product, request, handle);
  }
}

function isForeign(kind: string): kind is ForeignKind {
  return foreignKinds.some((one) => one === kind);
}

function around(product: Product, request: ProductRequest, handle: Handler): Answer {
  return product.around ? product.around(request, handle) : handle(request);
}

function clientGone(outgoing: Response): Promise<void> {
  return new Promise((resolve) => {
    outgoing.once('close', () => resolve());
  });
}

function send(outgoing: Response, answer: Answer): void {
  // Not `res.send`: restify would send HTML as application/octet-stream and put its own face on errors.
  outgoing.writeHead(answer.status, answer.headers);
  outgoing.end(answer.body);
}
