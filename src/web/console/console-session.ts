import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Store } from 'express-session';
import type { PendingOpenId } from '../../flows/operator/sign-in-openid.ts';
import { cookieName } from '../cookie-name.ts';
import { destroy, type Opened, regenerate, save, sessionOpener } from '../open-session.ts';
import type { PublicUrl } from '../public-url.ts';

declare module 'express-session' {
  interface SessionData {
    console?: ConsoleSession;
    /** A sign-in that is under way at the company's provider. */
    consoleOpenId?: PendingSignIn;
  }
}

/** All that a session of the console holds. */
export interface ConsoleSession {
  readonly operatorId: string;
  /** It is in the operator's list of sessions too; once removed there, it is worth nothing. */
  readonly id: string;
  readonly formToken: string;
  readonly startedAt: number;
  readonly seenAt: number;
  /** When the operator last proved who they are. */
  readonly provedAt: number;
}

interface PendingSignIn {
  readonly pending: PendingOpenId;
  /** Below the console; where somebody who proves again who they are goes back to. */
  readonly returnTo?: string;
}

/** Milliseconds without a request, and since the sign-in, after which one must sign in again. */
const IDLE_LIFETIME = 30 * 60_000;
const SESSION_LIFETIME = 12 * 60 * 60_000;
/** Milliseconds for which a password that was just given counts for what needs it again. */
export const PROOF_LIFETIME = 5 * 60_000;

/** Milliseconds between two notes that the session is in use: not every page is worth a write. */
const SEEN_INTERVAL = 60_000;

export interface ConsoleSessions {
  /** What the browser came with, while it is good; makes none. */
  read(request: IncomingMessage, response: ServerResponse): Promise<ConsoleSession | undefined>;
  /** A new session id, saved before this returns (security.md R49). */
  start(request: IncomingMessage, response: ServerResponse, session: ConsoleSession): Promise<void>;
  /** The operator proved again who they are. */
  prove(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Goes with this browser to the provider. */
  keepPending(request: IncomingMessage, response: ServerResponse, pending: PendingSignIn): Promise<void>;
  /** Once. */
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
  // one request may need the session of the people's pages too: each is on a request of its own
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
