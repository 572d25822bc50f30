import type { Dispatcher } from 'undici';

/** One request as it is written to the connection. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly signal: AbortSignal | undefined;
}

/** A response as it was read from the connection, of any status. */
export interface Incoming {
  readonly status: number;
  readonly statusText: string;
  /** Names are in lower case. A list for a repeated header. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface ExchangeLimits {
  /** For the whole call: name resolution, connection, request, and the last byte of the response. */
  readonly timeoutMs: number;
  /** Of the body, as it is sent. */
  readonly maxBytes: number;
}

/** Why there is no response. */
export class NoResponseError extends Error {
  /** True if bytes of the request may have been sent. */
  readonly wasSent: boolean;
  readonly late: boolean;

  constructor(cause: unknown, { wasSent, late }: Pick<NoResponseError, 'wasSent' | 'late'>) {
    super('no response', { cause });
    this.wasSent = wasSent;
    this.late = late;
  }
}

/**
 * Sends one request and reads its response to the end. A request that is stopped before it has a connection is never written.
 *
 * @throws NoResponseError
 */
export function exchange(dispatcher: Dispatcher, request: Outgoing, limits: ExchangeLimits): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let stopped: Error | undefined;
    let late = false;
    let head: Omit<Incoming, 'body'> = { status: 0, statusText: '', headers: {} };
    const chunks: Buffer[] = [];
    let size = 0;

    const stop = (why: Error) => {
      stopped ??= why;
      if (controller === undefined) failed(why);
      else controller.abort(why);
    };
    const timer = setTimeout(() => {
      late = true;
      stop(new Error('no complete response in time'));
    }, limits.timeoutMs);
    const leave = () => stop(new Error('the caller stopped waiting'));
    const over = () => {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', leave);
    };
    const failed = (error: unknown) => {
      over();
      reject(new NoResponseError(error, { wasSent: controller !== undefined, late }));
    };
    if (request.signal?.aborted === true) return leave();
    request.signal?.addEventListener('abort', leave, { once: true });

    dispatcher.dispatch(dispatched(request), {
      // the connection is there, and the request is about to be written
      onRequestStart: (connected) => {
        if (stopped === undefined) controller = connected;
        else connected.abort(stopped);
      },
      // called for responses with a status of 1xx too; the last one counts
      onResponseStart: (_controller, status, received, statusText = '') => {
        head = { status, statusText, headers: received };
      },
      onResponseData: (_controller, chunk) => {
        size += chunk.length;
        if (size > limits.maxBytes) return stop(new Error('the response is too large'));
        chunks.push(chunk);
      },
      onResponseEnd: () => {
        over();
        afterRelease(() => resolve({ ...head, body: Buffer.concat(chunks, size) }));
      },
      onResponseError: (_controller, error) => failed(error),
    });
  });
}

/**
 * undici releases a connection in an immediate that it queues after the end of the response. A caller that sent its next request
 * before that would open a second connection.
 */
function afterRelease(then: () => void): void {
  queueMicrotask(() => setImmediate(then));
}

/** Members added to Object.prototype are not settings. */
function dispatched({ method, url, headers, body }: Outgoing): Dispatcher.DispatchOptions {
  const settings = { origin: url.origin, path: `${url.pathname}${url.search}`, method, headers, body };
  return Object.assign(Object.create(null), settings);
}
