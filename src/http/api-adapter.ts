import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import type { RequestParts } from '../auth-methods/auth-method.ts';
import { ApiCallError, OAuthRefusedError, ProviderUnreachableError, ReauthorizationNeededError } from '../errors.ts';
import {
  type Judgement,
  type JudgingRules,
  judgeAnswer,
  type ProductAnswer,
  type Wanted,
} from '../model/judge-answer.ts';
import { parsesJson, withParams } from './axios-instance.ts';
import { createRenewOnce } from './renew-once.ts';
import { bodyObject, type RequestBody, repeatableBody, replacedBody } from './request-body.ts';
import type { WireAnswer, WireRequest } from './transport.ts';
import { urlBelow } from './url-below.ts';

/** What a connection provides for its calls. The credential only ever leaves it inside a request. */
export interface CredentialSource {
  /** Puts the current credential into a request. */
  apply(parts: RequestParts): Promise<RequestParts>;
  /** True if the credential should still be valid by our clock. */
  fresh(): boolean;
  /**
   * Renews once, after the product refused the credential. False if that is impossible and the person must be asked.
   * @throws ProviderUnreachableError, OAuthRefusedError if renewal failed for now; the call then fails as unanswered
   */
  renew(): Promise<boolean>;
  /** Called if the product refuses the credential for good (`ended`), or says that it lacks a permission (`scope`). */
  refused(reason: 'ended' | 'scope'): Promise<void>;
}

export interface ApiAdapterOptions {
  readonly baseUrl: string;
  readonly credentials: CredentialSource;
  readonly rules: JudgingRules;
  readonly timeoutMs: number;
  /** See `ApiOptions`. */
  readonly onChange?: OnChange | undefined;
  readonly send: (request: WireRequest, timeoutMs: number) => Promise<WireAnswer>;
}

/** `done`: the product accepted a request that may change something. `unknown`: the result is not known. */
export type OnChange = (change: 'done' | 'unknown') => void;

/**
 * Turns an action's call into a request. Of its config only method, path, query, headers, body, timeout and signal count. The
 * credential is added to a copy that the action never sees, and the response does not refer to the request.
 */
export function createApiAdapter(options: ApiAdapterOptions) {
  const { credentials } = options;
  const renewal = createRenewOnce(() => credentials.renew());

  return async (config: InternalAxiosRequestConfig): Promise<AxiosResponse> => {
    const call = await readCall(options.baseUrl, config);
    try {
      const used = renewal.generation();
      let answer = await attempt(options, call);
      if (await waitedAsAsked(answer, call.signal)) answer = await attempt(options, call);
      // last, so that no credential is given up without a renewal; a refused one means that the call was not applied
      // (RFC 9110 section 15.5.2), so even a write is repeated
      if (answer.kind === 'credential' && (await renewal.renewed(used))) answer = await attempt(options, call);
      return await settle(options, config, call, answer);
    } catch (error) {
      throw translated(error, call);
    }
  };
}

/** Seconds for which a person in a chat may be kept waiting without a message. */
const PATIENCE = 5;

/** A busy product says how long to wait (RFC 9110 section 10.2.3). If that is too long, the person is told. */
async function waitedAsAsked(answer: Answer, signal: AbortSignal | undefined): Promise<boolean> {
  const seconds = Number(answer.raw.headers['retry-after']);
  if (answer.status !== 429 || !(seconds >= 0 && seconds <= PATIENCE)) return false;
  try {
    await sleep(seconds * 1000, undefined, signal === undefined ? {} : { signal });
    return true;
  } catch {
    throw new ProviderUnreachableError('the caller stopped waiting');
  }
}

/** The action's call, without a credential. */
interface Call {
  readonly method: string;
  /** Below the base URL, as written. */
  readonly path: string;
  /** With the query as axios encoded it. */
  readonly url: URL;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestBody['body'];
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly wanted: Wanted;
}

type Answer = Judgement & { readonly raw: WireAnswer; readonly body: () => unknown };

async function readCall(baseUrl: string, config: InternalAxiosRequestConfig): Promise<Call> {
  const target = withParams(config);
  const url = urlBelow(baseUrl, target);
  const [path = ''] = target.split(/[?#]/, 1);
  const { body, headers } = await repeatableBody(config.data);
  return {
    method: (config.method ?? 'get').toUpperCase(),
    path: path === '' || path.startsWith('/') ? path : `/${path}`,
    url,
    query: url.search === '' ? {} : Object.fromEntries(url.searchParams),
    headers: { ...ownHeaders(config), ...headers },
    body,
    timeoutMs: timeoutOf(config.timeout),
    signal: signalOf(config.signal),
    wanted: wantedBy(config),
  };
}

/** An action's headers must not decide where a request goes or how its body is framed. */
const FRAMING = /^(?:host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length|expect)$/i;

function ownHeaders(config: InternalAxiosRequestConfig): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(config.headers?.toJSON() ?? {})) {
    if (value === null || value === undefined || FRAMING.test(name)) continue;
    headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  return headers;
}

function wantedBy({ responseType, headers }: InternalAxiosRequestConfig): Wanted {
  const accept = String(headers?.get('Accept') ?? '');
  if (/html/i.test(accept)) return 'page';
  const asksForJson = accept === '' || /json|\*\/\*/i.test(accept);
  return asksForJson && (responseType === undefined || responseType === 'json') ? 'json' : 'other';
}

function timeoutOf(timeout: unknown): number {
  const wanted = Number(timeout);
  return wanted > 0 ? wanted : Number.POSITIVE_INFINITY;
}

function signalOf(signal: unknown): AbortSignal | undefined {
  return signal instanceof AbortSignal ? signal : undefined;
}

async function attempt(options: ApiAdapterOptions, call: Call): Promise<Answer> {
  const object = bodyObject(call.body, call.headers);
  const parts = await options.credentials.apply({
    path: call.path,
    headers: call.headers,
    query: call.query,
    ...(object === undefined ? {} : { body: object }),
  });
  const outgoing = {
    method: call.method,
    url: urlOf(options.baseUrl, call, parts),
    headers: parts.headers,
    body: parts.body === object ? call.body : replacedBody(call.body, call.headers, parts.body),
    signal: call.signal,
  };
  const fresh = options.credentials.fresh();
  const raw = await sent(options, outgoing, Math.min(call.timeoutMs, options.timeoutMs));
  const read = readable(raw);
  const judged = judgeAnswer(read, options.rules, { fresh, wanted: call.wanted });
  const answer = { ...judged, raw, body: () => read.body };
  if (isApplied(answer)) changesOf(options, call)?.('done');
  return answer;
}

/** Some products refuse with HTTP 200. A refused credential or permission changed nothing. */
function isApplied({ kind, raw }: Answer): boolean {
  return raw.status < 400 && kind !== 'credential' && kind !== 'scope';
}

/** Methods that change nothing (RFC 9110 section 9.2.1). */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

function changesOf({ onChange }: ApiAdapterOptions, { method }: Pick<Call, 'method'>): OnChange | undefined {
  return SAFE.has(method) ? undefined : onChange;
}

async function sent(options: ApiAdapterOptions, request: WireRequest, timeoutMs: number): Promise<WireAnswer> {
  const changes = changesOf(options, request);
  try {
    const answer = await options.send(request, timeoutMs);
    // a gateway gave up waiting, but the product behind it may have made the change
    if (answer.status === 502 || answer.status === 504) changes?.('unknown');
    return answer;
  } catch (error) {
    if (error instanceof ProviderUnreachableError && error.wasSent) changes?.('unknown');
    throw error;
  }
}

/** The body is parsed once, and only when needed. */
function readable(raw: WireAnswer): ProductAnswer {
  let read: { readonly body: unknown } | undefined;
  return {
    status: raw.status,
    headers: raw.headers,
    opening: openingOf(raw.body),
    get body() {
      read ??= { body: parsed(raw.body) };
      return read.body;
    },
  };
}

/** A few bytes are enough for most bodies; some pages begin with many blank lines. */
function openingOf(body: Buffer): string {
  const near = body.toString('utf8', 0, 32).trimStart();
  return (near === '' ? body.toString('utf8').trimStart() : near).slice(0, 1);
}

/** Keeps the action's query including duplicates. Changes only what the credential added or changed. */
function urlOf(baseUrl: string, call: Call, parts: RequestParts): URL {
  if (parts.path === call.path && parts.query === call.query) return call.url;
  const url = urlBelow(baseUrl, parts.path);
  url.search = call.url.search;
  for (const [name, value] of Object.entries(parts.query)) {
    if (url.searchParams.getAll(name).at(-1) !== value) url.searchParams.set(name, value);
  }
  return url;
}

async function settle(
  options: ApiAdapterOptions,
  config: InternalAxiosRequestConfig,
  call: Call,
  answer: Answer,
): Promise<AxiosResponse> {
  if (answer.kind === 'credential' || answer.kind === 'scope') {
    const reason = answer.kind === 'scope' ? 'scope' : 'ended';
    await options.credentials.refused(reason);
    throw new ReauthorizationNeededError(reason);
  }
  // something other than the product's API responded
  if (answer.kind === 'unreachable') throw new ApiCallError({ status: 0, method: call.method, url: addressOf(call) });
  const accepted = config.validateStatus == null || config.validateStatus(answer.status);
  if (!accepted) {
    const retryAfter = answer.raw.headers['retry-after'];
    throw new ApiCallError({
      status: answer.status,
      method: call.method,
      url: addressOf(call),
      body: answer.body(),
      ...(retryAfter === undefined ? {} : { retryAfter: Number(retryAfter) }),
    });
  }
  return {
    data: dataFor(config, answer),
    status: answer.status,
    statusText: answer.raw.statusText,
    headers: { ...answer.raw.headers },
    config,
  };
}

/** axios parses text afterwards, with the transformers of the call. Its own leave alone what is parsed already. */
function dataFor({ responseType, transformResponse }: InternalAxiosRequestConfig, { raw, body }: Answer): unknown {
  if (responseType === 'stream') return Readable.from([raw.body]);
  if (responseType === 'arraybuffer') return raw.body;
  const read = (responseType ?? 'json') === 'json' && parsesJson(transformResponse) ? body() : undefined;
  return typeof read === 'object' && read !== null ? read : textOf(raw.body);
}

function parsed(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const text = textOf(body);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function textOf(body: Buffer): string {
  return body.toString('utf8').replace(/^\ufeff/, '');
}

/** Without the query, for errors. */
function addressOf({ url }: Call): string {
  return `${url.origin}${url.pathname}`;
}

/** If the product was not reached, or a renewal failed for now, the action learns only that its call was not answered. */
function translated(error: unknown, call: Call): unknown {
  if (error instanceof ProviderUnreachableError || error instanceof OAuthRefusedError) {
    return new ApiCallError({ status: 0, method: call.method, url: addressOf(call) });
  }
  return error;
}
