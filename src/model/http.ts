/** A back-channel request: what the OAuth engine, checks and site discovery need, and nothing else. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** PEM, shown to a server that asks who connects (RFC 8705). */
  readonly certificate?: { readonly cert: string; readonly key: string };
}

/** Any status; redirects are not followed. `body` is text, capped by the sender. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one request through the guard.
 * @throws HostRefusedError, ProviderUnreachableError
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;
