import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Store } from 'express-session';
import type { PendingOpenId } from '../../flows/operator/sign-in-openid.ts';
import { cookieName } from '../cookie-name.ts';
import { destroy, type Opened, regenerate, save, sessionOpener } from '../open-session.ts';
import type { PublicUrl } from '../public-url.ts';

declare module 'express-session' {
  interface SessionData {
    console?: ConsoleSession;
    /** A sign-in in progress at the company's OpenID provider. */
    consoleOpenId?: PendingSignIn;
  }
}

/** Everything that a session of the console contains. */
export interface ConsoleSession {
  readonly operatorId: string;
  /** Also in the operator's list of sessions. Once it is removed there, the session is over. */
  readonly id: string;
  readonly formToken: string;
  readonly startedAt: number;
  readonly seenAt: number;
  /** When the operator last proved their identity. */
  readonly provedAt: number;
}

interface PendingSignIn {
  readonly pending: PendingOpenId;
  /** Path below the console to which the operator returns after proving their identity again. */
  readonly returnTo?: string;
}

/** Milliseconds without a request, and milliseconds since the sign-in, after which a session is over. */
const IDLE_LIFETIME = 30 * 60_000;
const SESSION_LIFETIME = 12 * 60 * 60_000;
/** Milliseconds for which one proof of identity is enough for further protected changes. */
export const PROOF_LIFETIME = 5 * 60_000;

/** Milliseconds between two notes that a session is in use, because a write for each page would be wasteful. */
const SEEN_INTERVAL = 60_000;

export interface ConsoleSessions {
  /** The browser's session if it is valid. Does not start one. */
  read(request: IncomingMessage, response: ServerResponse): Promise<ConsoleSession | undefined>;
  /** Starts a session under a new id, and resolves once it is saved. */
  start(request: IncomingMessage, response: ServerResponse, session: ConsoleSession): Promise<void>;
  /** Notes that the operator has proved their identity again. */
  prove(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Keeps the sign-in that this browser has begun at the provider. */
  keepPending(request: IncomingMessage, response: ServerResponse, pending: PendingSignIn): Promise<void>;
  /** Returns that sign-in and forgets it. */
  takePending(request: IncomingMessage, response: ServerResponse): Promise<PendingSignIn | undefined>;
  end(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export function consoleSessions(options: {
  readonly publicUrl: PublicUrl;
  readonly bot: string;
  readonly secrets: readonly string[];
  readonly store: Store;
  readonly now: () => number;
}): ConsoleSessions {
  const { now } = options;
  const openOwn = sessionOpener({
    ...options,
    cookie: cookieName(options.publicUrl, options.bot, 'console'),
    maxAge: IDLE_LIFETIME,
    rolling: true,
  });
  // a request may need the session of the people's pages too, so each session opens its own copy of the request
  const own = new WeakMap<IncomingMessage, Promise<Opened>>();
  const open = (request: IncomingMessage, response: ServerResponse): Promise<Opened> => {
    const opened = own.get(request) ?? openOwn(Object.create(request), response);
    own.set(request, opened);
    return opened;
  };
  return {
    async read(request, response) {
      const opened = await open(request, response);
      const kept = opened.session.console;
      if (kept === undefined) return undefined;
      if (now() - kept.seenAt >= IDLE_LIFETIME || now() - kept.startedAt >= SESSION_LIFETIME) {
        await destroy(opened);
        return undefined;
      }
      if (now() - kept.seenAt < SEEN_INTERVAL) return kept;
      const seen = { ...kept, seenAt: now() };
      opened.session.console = seen;
      await save(opened);
      return seen;
    },
    async start(request, response, session) {
      const opened = await open(request, response);
      await regenerate(opened);
      opened.session.console = session;
      await save(opened);
    },
    async prove(request, response) {
      const opened = await open(request, response);
      const kept = opened.session.console;
      if (kept === undefined) return;
      opened.session.console = { ...kept, provedAt: now() };
      await save(opened);
    },
    async keepPending(request, response, pending) {
      const opened = await open(request, response);
      if (opened.session.console === undefined) await regenerate(opened);
      opened.session.consoleOpenId = pending;
      await save(opened);
    },
    async takePending(request, response) {
      const opened = await open(request, response);
      const kept = opened.session.consoleOpenId;
      if (kept === undefined) return undefined;
      delete opened.session.consoleOpenId;
      await save(opened);
      return kept;
    },
    async end(request, response) {
      await destroy(await open(request, response));
    },
  };
}
