import type session from 'express-session';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SESSION_LIFETIME, VaultSessionStore } from '../../src/web/session-store.ts';
import { type RunningWeb, startWeb } from './running-web.ts';

describe('VaultSessionStore', () => {
  let web: RunningWeb;
  let store: VaultSessionStore;
  beforeEach(async () => {
    web = await startWeb();
    store = new VaultSessionStore(web.services);
  });
  afterEach(() => web.close());

  const get = (sid: string) =>
    new Promise<unknown>((resolve, reject) => store.get(sid, (error, data) => (error ? reject(error) : resolve(data))));
  const set = (sid: string, data: object) =>
    new Promise<void>((resolve, reject) =>
      store.set(sid, data as session.SessionData, (error) => (error ? reject(error) : resolve())),
    );

  it('gives back what was set, until it ends', async () => {
    const cookie = { originalMaxAge: SESSION_LIFETIME };
    await set('sid', { cookie, browserSecret: 'x' });
    expect(await get('sid')).toMatchObject({ browserSecret: 'x' });
    web.clock.now += SESSION_LIFETIME - 1;
    expect(await get('sid')).not.toBeNull();
    web.clock.now += 1;
    expect(await get('sid')).toBeNull();
  });

  it('knows nothing of an unknown id, and forgets a removed one', async () => {
    expect(await get('sid')).toBeNull();
    await set('sid', { cookie: {} });
    await new Promise((resolve) => store.destroy('sid', resolve));
    expect(await get('sid')).toBeNull();
  });

  it('takes anything else than a session for none', async () => {
    for (const json of ['null', '[]', '"x"', '{}', '{"cookie":null}']) {
      await web.services.vault.sessions.set('sid', json, web.clock.now + 1000);
      expect(await get('sid')).toBeNull();
    }
  });

  it('hands on that the store does not answer', async () => {
    Object.assign(web.services.vault.sessions, { get: () => Promise.reject(new Error('down')) });
    await expect(get('sid')).rejects.toThrow('down');
  });
});
