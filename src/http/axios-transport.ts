import https from 'node:https';
import axios, {
  Axios,
  type AxiosAdapter,
  AxiosHeaders,
  type AxiosInstance,
  type AxiosRequestConfig,
  type AxiosResponse,
  type CreateAxiosDefaults,
  type InternalAxiosRequestConfig,
} from 'axios';
import { HostRefusedError, ProviderUnreachableError } from '../errors.ts';
import type { Api } from '../model/action.ts';
import { causeOf } from '../model/cause-of.ts';
import type { HttpRequest } from '../model/http.ts';
import { isLoopbackHost } from '../model/loopback.ts';
import { type Lookup, lookupPublic } from './address-guard.ts';
import { ConnectAgent } from './connect-agent.ts';
import { checkDestination, type Guard } from './host-rules.ts';
import { KEPT, keptAgents } from './kept-agents.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** The only file that uses axios; every request of the library leaves through `createTransport`. */
export type Transport = (request: WireRequest, limits: WireLimits) => Promise<WireAnswer>;

export interface TransportOptions {
  readonly lookup: Lookup;
  /** Opens tunnels to everything but loopback and the deployment's own hosts. The proxy then resolves names. */
  readonly proxy?: URL | undefined;
  /** Called if there is no usable response, with what may be logged. */
  readonly failed?: ((failure: RequestFailure) => void) | undefined;
}

export interface RequestFailure {
  readonly method: string;
  readonly host: string;
  /** See `causeOf`. */
  readonly cause: string;
}

interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** String, Buffer, ArrayBuffer, Blob or FormData. */
  readonly body?: unknown;
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
export function createTransport({ lookup, proxy, failed = () => {} }: TransportOptions): Transport {
  // the adapter alone, so that the host application's defaults and interceptors cannot see or change a request
  const send = axios.getAdapter('http');
  // connections opened under one guard are never used under another
  const strict = { agents: keptAgents(), lookup: guardedLookup(lookup, undefined) };
  const loopback = { agents: keptAgents(), lookup: guardedLookup(lookup, 'loopback') };
  const inside = { agents: keptAgents(), lookup: guardedLookup(lookup, 'private') };
  const tunnelled = proxy && { ...strict, agents: { ...keptAgents(), httpsAgent: new ConnectAgent(proxy, KEPT) } };
  const wireTo = ({ hostname }: URL, { allowInsecureLoopback, privateHosts }: Guard) => {
    if (privateHosts?.includes(hostname) === true) return inside;
    if (tunnelled !== undefined && !isLoopbackHost(hostname)) return tunnelled;
    return allowInsecureLoopback ? loopback : strict;
  };
  const agentWith = (certificate: NonNullable<HttpRequest['certificate']>, wire: ReturnType<typeof wireTo>) =>
    proxy !== undefined && wire === tunnelled ? new ConnectAgent(proxy, certificate) : new https.Agent(certificate);

  return async (request, limits) => {
    const { guard } = limits;
    checkDestination(request.url, guard);
    const wire = wireTo(request.url, guard);
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), limits.timeoutMs);
    try {
      const config = {
        ...wire.agents,
        // a connection that used a certificate is not used for anything else
        ...(request.certificate === undefined ? {} : { httpsAgent: agentWith(request.certificate, wire) }),
        method: request.method,
        url: request.url.href,
        headers: new AxiosHeaders({ 'user-agent': 'latchkey', ...request.headers }),
        data: request.body,
        maxRedirects: 0,
        proxy: false,
        responseType: 'arraybuffer',
        decompress: true,
        maxBodyLength: MAX_REQUEST_BYTES,
        maxContentLength: limits.maxBytes,
        validateStatus: () => true,
        signal: request.signal === undefined ? deadline.signal : AbortSignal.any([deadline.signal, request.signal]),
        lookup: wire.lookup,
      } satisfies InternalAxiosRequestConfig;
      // as axios does it: members added to Object.prototype are not settings
      const answer: AxiosResponse<Buffer> = await send(Object.assign(Object.create(null), config));
      const { status, statusText, data } = answer;
      return { status, statusText, headers: plainHeaders(answer.headers), body: data };
    } catch (error) {
      const failure = failureOf(error, request, deadline.signal.aborted);
      failed({ method: request.method, host: request.url.host, cause: causeOf(failure) });
      throw failure;
    } finally {
      clearTimeout(timer);
    }
  };
}

export interface ApiSettings {
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

/**
 * An axios instance all of whose requests go through `adapter`, also when a request's own config names another one.
 * Whatever axios itself throws becomes what `translate` makes of it.
 */
export function createApiInstance(
  adapter: AxiosAdapter,
  settings: ApiSettings,
  translate: (error: unknown) => unknown,
): Api {
  const instance = createInstance(adapter, settings);
  instance.interceptors.request.use((config) => Object.assign(config, { adapter }), undefined, { synchronous: true });
  instance.interceptors.response.use(undefined, (error) => {
    throw axios.isAxiosError(error) || axios.isCancel(error) ? translate(error) : error;
  });
  return instance;
}

/**
 * As `axios.create`, in a fifth of its time: every run of an action has an instance of its own, and axios takes as long for one
 * as for a request. All of its defaults are its own too: what an action changes there is nobody else's, and what the host
 * application gave to axios for its own calls, e.g. a header with a key, is not among them.
 */
function createInstance(adapter: AxiosAdapter, settings: ApiSettings): AxiosInstance {
  const client = new Axios({
    adapter,
    baseURL: settings.baseUrl,
    timeout: settings.timeoutMs,
    allowAbsoluteUrls: false,
    maxRedirects: 0,
    proxy: false,
    validateStatus: (status) => status >= 200 && status < 300,
    transformRequest: [...JSON_BOTH_WAYS.transformRequest],
    transformResponse: [...JSON_BOTH_WAYS.transformResponse],
    transitional: { ...JSON_BOTH_WAYS.transitional },
    env: { ...JSON_BOTH_WAYS.env },
  });
  const common = { Accept: 'application/json, text/plain, */*' };
  client.defaults.headers = { common, delete: {}, get: {}, head: {}, post: {}, put: {}, patch: {} };
  const create = ({ headers, ...config }: CreateAxiosDefaults = {}): AxiosInstance => {
    const child = createInstance(adapter, settings);
    Object.assign(child.defaults, config);
    Object.assign(child.defaults.headers, headers);
    return child;
  };
  // `request` takes an address and a config as well, which its type does not say
  return Object.assign(client.request.bind(client), {
    defaults: client.defaults,
    interceptors: client.interceptors,
    create,
    request: client.request.bind(client),
    getUri: client.getUri.bind(client),
    get: client.get.bind(client),
    delete: client.delete.bind(client),
    head: client.head.bind(client),
    options: client.options.bind(client),
    post: client.post.bind(client),
    put: client.put.bind(client),
    patch: client.patch.bind(client),
    postForm: client.postForm.bind(client),
    putForm: client.putForm.bind(client),
    patchForm: client.patchForm.bind(client),
    query: client.query.bind(client),
  }) as AxiosInstance;
}

/** As axios has them when it is loaded. */
const JSON_BOTH_WAYS = {
  transformRequest: [axios.defaults.transformRequest ?? []].flat(),
  transformResponse: [axios.defaults.transformResponse ?? []].flat(),
  transitional: axios.defaults.transitional,
  env: axios.defaults.env,
};

/** A call's address with its query as axios spells it. */
export function withParams(config: Pick<AxiosRequestConfig, 'url' | 'params' | 'paramsSerializer'>): string {
  const { url = '', params, paramsSerializer } = config;
  if (params === undefined || params === null) return url;
  return SPELLER.getUri({ url, params, ...(paramsSerializer === undefined ? {} : { paramsSerializer }) });
}

/** Without any defaults. */
const SPELLER = new Axios({});

const MAX_REQUEST_BYTES = 10 * 1024 * 1024;
type LookupCallback = (error: Error | null, addresses: { address: string; family?: 4 | 6 | undefined }[]) => void;

function guardedLookup(lookup: Lookup, also: Parameters<typeof lookupPublic>[2]) {
  return (hostname: string, _options: object, done: LookupCallback) => {
    lookupPublic(lookup, hostname, also).then(
      (addresses) =>
        done(
          null,
          addresses.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 })),
        ),
      (error: Error) => done(error, []),
    );
  };
}

function plainHeaders(headers: object): Readonly<Record<string, string>> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    if (key === 'set-cookie' || value === null || value === undefined) continue;
    plain[key] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  // by the product's own clock, if it says what that is (RFC 9110 section 6.6.1): ours may be wrong
  const sentAt = Date.parse(plain.date ?? '');
  const seconds = retryAfterSeconds(plain['retry-after'], Number.isNaN(sentAt) ? Date.now() : sentAt);
  delete plain['retry-after'];
  return seconds === undefined ? plain : { ...plain, 'retry-after': String(seconds) };
}

/** The original error holds the request with its credential, so nothing of it goes on but a code. */
function failureOf(error: unknown, request: WireRequest, late: boolean): Error {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof HostRefusedError) return cause;
  }
  const code = codeOf(error);
  const why = late ? 'no complete answer in time' : code;
  const wasSent = late || !NEVER_SENT.has(code);
  return new ProviderUnreachableError(`${request.method} ${request.url.origin}: ${why}`, { wasSent });
}

/** No connection was made. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'failed';
}
