/** A request from our server to a product, for the OAuth engine, for checks and for finding sites. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** PEM, for servers that authenticate clients by certificate (RFC 8705). */
  readonly certificate?: { readonly cert: string; readonly key: string };
}

/** A response with any status. Redirects are not followed. `body` is text of limited length. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one request through the address guard.
 * @throws HostRefusedError, ProviderUnreachableError
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;
