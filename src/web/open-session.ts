import type { IncomingMessage, ServerResponse } from 'node:http';
import session, { type Session, type SessionData, type Store } from 'express-session';
import type { PublicUrl } from './public-url.ts';

/** A request with its session. The session is stored only once it contains something. */
export type Opened = IncomingMessage & { session: Session & Partial<SessionData> };

export type SessionOpener = (request: IncomingMessage, response: ServerResponse) => Promise<Opened>;

/** express-session with Node's own request and response, as a promise. */
export function sessionOpener(options: {
  readonly cookie: string;
  readonly publicUrl: PublicUrl;
  readonly secrets: readonly string[];
  readonly store: Store;
  readonly maxAge: number;
  /** Renews the cookie's lifetime with each response. Default false. */
  readonly rolling?: boolean;
}): SessionOpener {
  const middleware = session({
    name: options.cookie,
    secret: [...options.secrets],
    store: options.store,
    resave: false,
    saveUninitialized: false,
    rolling: options.rolling === true,
    proxy: true,
    cookie: {
      path: '/',
      httpOnly: true,
      // the callback is a cross-site top-level GET, and Strict would drop the cookie there
      sameSite: 'lax',
      secure: options.publicUrl.isHttps,
      maxAge: options.maxAge,
    },
    // its types are Express's, but it works with Node's own request and response
  }) as unknown as (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;
  return async (request, response) => {
    await new Promise<void>((resolve, reject) => {
      middleware(request, response, (error) => (error ? reject(error) : resolve()));
    });
    if (!isOpened(request)) throw new Error('the session store is not ready');
    return request;
  };
}

/** A new session id, so that an id somebody knew before becomes useless. */
export function regenerate(opened: Opened): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    opened.session.regenerate((error: unknown) => (error ? reject(error) : resolve()));
  });
}

/** Await this before sending a response: restify sends it before express-session has saved. */
export function save(opened: Opened): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    opened.session.save((error: unknown) => (error ? reject(error) : resolve()));
  });
}

export function destroy(opened: Opened): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    opened.session.destroy((error: unknown) => (error ? reject(error) : resolve()));
  });
}

function isOpened(request: IncomingMessage): request is Opened {
  return 'session' in request && typeof request.session === 'object';
}
