import type { IncomingMessage, ServerResponse } from 'node:http';
import session, { type Store } from 'express-session';
import { ConfigurationError } from '../errors.ts';
import { regenerate, save, sessionOpener } from './open-session.ts';
import { isLoopback, type PublicUrl } from './public-url.ts';
import { SESSION_LIFETIME } from './session-store.ts';

declare module 'express-session' {
  interface SessionData {
    /** 256 bit: binds attempts to this browser. Attempts know its hash only. */
    browserSecret?: string;
    /** Stands in every form after the claim (security.md R51). */
    formToken?: string;
  }
}

/** All that a session holds. Nothing of an attempt is in it: concurrent writes of a session lose one (security.md T12). */
export interface BrowserSession {
  readonly browserSecret: string;
  readonly formToken: string;
}

export interface BrowserSessions {
  /** What the browser came with; makes no session. */
  read(request: IncomingMessage, response: ServerResponse): Promise<BrowserSession | undefined>;
  /**
   * A new session id, saved before this returns; the browser's secret goes over to it (security.md R49). A browser that has
   * none yet gets `firstSecret`; default a random one.
   */
  claim(request: IncomingMessage, response: ServerResponse, firstSecret?: string): Promise<BrowserSession>;
}

/**
 * @param options.secrets the first signs, all are accepted
 * @throws ConfigurationError for missing or short secrets, and for a store that forgets
 */
export function browserSessions(options: {
  readonly publicUrl: PublicUrl;
  readonly secrets: readonly string[];
  readonly store: Store;
  readonly randomBytes: (size: number) => Uint8Array;
}): BrowserSessions {
  assertUsable(options);
  const open = sessionOpener({ ...options, cookie: cookieName(options.publicUrl), maxAge: SESSION_LIFETIME });
  const newToken = () => Buffer.from(options.randomBytes(32)).toString('base64url');
  return {
    async read(request, response) {
      const { browserSecret, formToken } = (await open(request, response)).session;
      if (browserSecret === undefined || formToken === undefined) return undefined;
      return { browserSecret, formToken };
    },
    async claim(request, response, firstSecret = newToken()) {
      const opened = await open(request, response);
      const carried = { browserSecret: opened.session.browserSecret ?? firstSecret, formToken: newToken() };
      await regenerate(opened);
      Object.assign(opened.session, carried);
      await save(opened);
      return carried;
    },
  };
}

/** The name says how it was set, so that a cookie planted over plain http cannot pass for the strict one. */
export function cookieName(publicUrl: PublicUrl): string {
  return publicUrl.isHttps ? '__Host-latchkey' : 'latchkey';
}

function assertUsable({ publicUrl, secrets, store }: Parameters<typeof browserSessions>[0]): void {
  if (secrets.length === 0 || secrets.some((secret) => secret.length < 32)) {
    throw new ConfigurationError('sessionSecrets needs at least one secret, and each at least 32 characters');
  }
  if (store instanceof session.MemoryStore && !isLoopback(new URL(publicUrl.origin).hostname)) {
    throw new ConfigurationError(
      "sessionStore is express-session's MemoryStore, which forgets at a restart and leaks memory: use VaultSessionStore",
    );
  }
}
