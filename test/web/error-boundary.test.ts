import { afterEach, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../src/errors.ts';
import { send } from './http-browser.ts';
import { type RunningWeb, startWeb } from './running-web.ts';

describe('a handler that fails', () => {
  let web: RunningWeb;
  afterEach(() => web.close());

  const failing = async (error: unknown) => {
    web = await startWeb();
    const { path } = await web.begin();
    const { authorizations } = web.services.vault;
    const working = authorizations.byLinkHash;
    Object.assign(authorizations, { byLinkHash: () => Promise.reject(error) });
    const answer = await send(web.url, path);
    Object.assign(authorizations, { byLinkHash: working });
    return { answer, path };
  };

  it.each([
    ['an error', new Error('postgres://user:the-password@db\n    at the-secret (x:1:1)')],
    ['an error with a sentence for a name', Object.assign(new Error('no'), { name: 'the-password is wrong' })],
    ['a string', 'the-password'],
    ['nothing', undefined],
  ])('answers a reference and nothing else: %s', async (_name, error) => {
    const { answer } = await failing(error);
    expect(answer.status).toBe(500);
    expect(answer.headers['content-security-policy']).toBeDefined();
    const failed = web.logged.find((event) => event.event === 'page_failed');
    expect(answer.text).toContain(
      `Something went wrong on my side (${failed?.ref}). Go back to the chat to see what was done.`,
    );
    expect(failed?.route).toBe('/connect/:link');
    expect(answer.text + JSON.stringify(web.logged)).not.toMatch(/the-(?:password|secret)/);
  });

  it('says 503 when it is the store', async () => {
    const { answer } = await failing(new StoreUnavailableError('the database is locked'));
    expect(answer.status).toBe(503);
    expect(answer.text).not.toContain('locked');
    expect(web.logged).toContainEqual(expect.objectContaining({ error: 'store_unavailable: the database is locked' }));
  });

  it('leaves the process and the next request alone', async () => {
    const { path } = await failing(new Error('no'));
    expect((await send(web.url, path)).status).toBe(200);
  });
});
