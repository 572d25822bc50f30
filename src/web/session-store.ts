import session, { type SessionData } from 'express-session';
import type { Services } from '../flows/services.ts';

/** Milliseconds for which a browser is remembered. The cookie's `Max-Age` is the same. */
export const SESSION_LIFETIME = 15 * 60_000;

type SessionServices = {
  readonly now: Services['now'];
  readonly vault: { readonly sessions: Services['vault']['sessions'] };
};

/** express-session's store over the vault: sessions are sealed, their ids hashed, and all instances share them. */
export class VaultSessionStore extends session.Store {
  readonly #services: SessionServices;

  constructor(services: SessionServices) {
    super();
    this.#services = services;
  }

  override get(sid: string, callback: (error: unknown, data?: SessionData | null) => void): void {
    settle(this.#read(sid), callback);
  }

  override set(sid: string, data: SessionData, callback?: (error?: unknown) => void): void {
    const expiresAt = this.#services.now() + (data.cookie.originalMaxAge ?? SESSION_LIFETIME);
    settle(this.#services.vault.sessions.set(sid, JSON.stringify(data), expiresAt), callback);
  }

  override destroy(sid: string, callback?: (error?: unknown) => void): void {
    settle(this.#services.vault.sessions.remove(sid), callback);
  }

  async #read(sid: string): Promise<SessionData | null> {
    const json = await this.#services.vault.sessions.get(sid, this.#services.now());
    return json === undefined ? null : readSessionData(json);
  }
}

function readSessionData(json: string): SessionData | null {
  const data: unknown = JSON.parse(json);
  return isSessionData(data) ? data : null;
}

function isSessionData(data: unknown): data is SessionData {
  return typeof data === 'object' && data !== null && 'cookie' in data && data.cookie instanceof Object;
}

function settle<T>(work: Promise<T>, callback?: (error: unknown, value?: T) => void): void {
  work.then(
    (value) => callback?.(null, value),
    (error: unknown) => callback?.(error),
  );
}
