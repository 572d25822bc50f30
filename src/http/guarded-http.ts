import { lookup as dnsLookup } from 'node:dns/promises';
import { ApiCallError, HostRefusedError } from '../errors.ts';
import type { Api } from '../model/action.ts';
import type { Send } from '../model/http.ts';
import type { JudgingRules } from '../model/judge-answer.ts';
import type { Lookup } from './address-guard.ts';
import { type CredentialSource, createApiAdapter, type OnChange } from './api-adapter.ts';
import { createApiInstance } from './axios-instance.ts';
import type { Guard } from './host-rules.ts';
import { createTransport, type RequestFailure } from './transport.ts';

export type { CredentialSource, OnChange } from './api-adapter.ts';
export type { Guard } from './host-rules.ts';

/** Every request that carries a credential leaves through here. */
export interface GuardedHttp {
  /**
   * Back-channel requests: token endpoint, check, site discovery. Resolves with any status, follows no redirects; limited to
   * 10 s in all and 256 KiB after decompression.
   */
  sender(guard: Guard): Send;
  /**
   * The axios instance handed to an action. It rejects with ApiCallError for every status that `validateStatus` does not
   * accept and for a success in the wrong format (a page instead of JSON), and with ReauthorizationNeededError if the product
   * refuses the credential even after a renewal. Limited to 10 s an attempt and 1 MiB. After a 429 that asks for at most 5 s,
   * and after a renewal, the call is repeated once; nothing else is retried.
   */
  api(options: ApiOptions): Api;
}

export interface ApiOptions {
  readonly guard: Guard;
  /** Every request stays below it, whatever the action writes into its config. */
  readonly baseUrl: string;
  readonly credentials: CredentialSource;
  readonly rules: JudgingRules;
  /** Called for each request that may have changed something at the product. */
  readonly onChange?: OnChange | undefined;
}

export interface GuardedHttpOptions {
  /** Default: 10 s. */
  readonly timeoutMs?: number;
  /** Default: 256 KiB for the back channel, 1 MiB for actions. */
  readonly maxBytes?: number;
  /** Default: the system's resolver. */
  readonly lookup?: Lookup;
  /** See `readProxy`. */
  readonly proxy?: URL | undefined;
  /** Called when a request gets no usable response. */
  readonly failed?: ((failure: RequestFailure) => void) | undefined;
}

const TIMEOUT = 10_000;
const KIB = 1024;

export function createGuardedHttp(options: GuardedHttpOptions = {}): GuardedHttp {
  const lookup: Lookup = options.lookup ?? ((hostname) => dnsLookup(hostname, { all: true }));
  const transport = createTransport({ lookup, proxy: options.proxy, failed: options.failed });
  const timeoutMs = options.timeoutMs ?? TIMEOUT;
  return {
    sender: (guard) => async (request) => {
      const limits = { guard, timeoutMs, maxBytes: options.maxBytes ?? 256 * KIB };
      const { method, headers = {}, body, signal, certificate } = request;
      const answer = await transport({ method, url: parse(request.url), headers, body, signal, certificate }, limits);
      return { status: answer.status, headers: answer.headers, body: answer.body.toString('utf8') };
    },
    api: ({ guard, baseUrl, credentials, rules, onChange }) => {
      const maxBytes = options.maxBytes ?? 1024 * KIB;
      const adapter = createApiAdapter({
        baseUrl,
        credentials,
        rules,
        onChange,
        timeoutMs,
        send: (request, ms) => transport(request, { guard, timeoutMs: ms, maxBytes }),
      });
      return createApiInstance(adapter, { baseUrl, timeoutMs }, (error) => unusable(error, baseUrl));
    },
  };
}

/** axios's own errors contain the request's config, so all that is passed on is that there was no usable response. */
function unusable(error: unknown, url: string): ApiCallError {
  const { config, response } = error as {
    readonly config?: { readonly method?: string };
    readonly response?: { readonly status?: number };
  };
  return new ApiCallError({ status: response?.status ?? 0, method: (config?.method ?? 'get').toUpperCase(), url });
}

function parse(address: string): URL {
  const url = URL.parse(address);
  if (url === null) throw new HostRefusedError('not an absolute address');
  return url;
}
