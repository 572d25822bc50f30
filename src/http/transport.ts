import { HostRefusedError, ProviderUnreachableError } from '../errors.ts';
import { causeOf } from '../model/cause-of.ts';
import type { HttpRequest } from '../model/http.ts';
import { type ConnectionOptions, createConnections } from './connections.ts';
import { CODINGS, decompress } from './decompress.ts';
import { exchange, type Incoming, NoResponseError } from './exchange.ts';
import { checkDestination, type Guard } from './host-rules.ts';
import { LARGEST_REQUEST } from './request-body.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** Every request of the library leaves through `createTransport`. */
export type Transport = (request: WireRequest, limits: WireLimits) => Promise<WireAnswer>;

export interface TransportOptions extends ConnectionOptions {
  /** Called if there is no usable response, with what may be logged. */
  readonly failed?: ((failure: RequestFailure) => void) | undefined;
}

export interface RequestFailure {
  readonly method: string;
  readonly host: string;
  /** See `causeOf`. */
  readonly cause: string;
}

export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly certificate?: HttpRequest['certificate'];
}

interface WireLimits {
  readonly guard: Guard;
  /** For the whole call: name resolution, connection, request, and the last byte of the response. */
  readonly timeoutMs: number;
  /** After decompression. */
  readonly maxBytes: number;
}

/** Plain data; nothing in it refers to the request. `retry-after` is always in seconds, and there are no cookies. */
export interface WireAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Sends one request and returns a response of any status: https to public addresses only, no redirects, no proxy from the
 * environment, limited time and size.
 *
 * @throws HostRefusedError, ProviderUnreachableError
 */
export function createTransport({ failed = () => {}, ...options }: TransportOptions): Transport {
  const routeTo = createConnections(options);
  return async (request, limits) => {
    checkDestination(request.url, limits.guard);
    const route = routeTo(request.url, limits.guard, request.certificate);
    try {
      if (sizeOf(request.body) > LARGEST_REQUEST) throw new NoResponseError(undefined, { wasSent: false, late: false });
      const { method, url, body, signal } = request;
      const outgoing = { method, url, body, signal, headers: headersOf(request) };
      return await plain(await exchange(route.dispatcher, outgoing, limits), limits.maxBytes);
    } catch (error) {
      const failure = failureOf(error, request);
      failed({ method: request.method, host: request.url.host, cause: causeOf(failure) });
      throw failure;
    } finally {
      route.release();
    }
  };
}

function sizeOf(body: WireRequest['body']): number {
  return typeof body === 'string' ? Buffer.byteLength(body) : (body?.length ?? 0);
}

/** Header names are case-insensitive; the last one counts. */
function headersOf({ headers }: WireRequest): Readonly<Record<string, string>> {
  const all: Record<string, string> = Object.assign(Object.create(null), {
    'user-agent': 'latchkey',
    'accept-encoding': CODINGS,
  });
  for (const [name, value] of Object.entries(headers)) all[name.toLowerCase()] = value;
  return all;
}

async function plain(incoming: Incoming, maxBytes: number): Promise<WireAnswer> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name === 'set-cookie' || value === undefined) continue;
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const coding = headers['content-encoding'];
  delete headers['content-encoding'];
  const wait = secondsToWait(headers);
  delete headers['retry-after'];
  if (wait !== undefined) headers['retry-after'] = String(wait);
  const body = coding === undefined ? incoming.body : await decompress(incoming.body, coding, maxBytes);
  return { status: incoming.status, statusText: incoming.statusText, headers, body };
}

/** By the product's own clock, if the response has a `Date` (RFC 9110 section 6.6.1), because ours may be wrong. */
function secondsToWait({ date = '', 'retry-after': wait }: Readonly<Record<string, string>>): number | undefined {
  const sentAt = Date.parse(date);
  return retryAfterSeconds(wait, Number.isNaN(sentAt) ? Date.now() : sentAt);
}

/** The original error may contain the request with its credential, so only its code is passed on. */
function failureOf(error: unknown, { method, url }: WireRequest): Error {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof HostRefusedError) return cause;
  }
  // a response that cannot be decompressed came after its request
  const { wasSent, late, cause } =
    error instanceof NoResponseError ? error : { wasSent: true, late: false, cause: error };
  const why = late ? 'no complete answer in time' : codeOf(cause);
  return new ProviderUnreachableError(`${method} ${url.origin}: ${why}`, { wasSent });
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'failed';
}
