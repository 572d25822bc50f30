import { afterEach, describe, expect, it } from 'vitest';
import { send } from './http-browser.ts';
import { forms, tracker } from './integrations.ts';
import { arriveAtProduct, type RunningWeb, startWeb, type WebSetup } from './running-web.ts';

describe('the OAuth callback', () => {
  let web: RunningWeb;
  const start = async (setup?: WebSetup) => {
    web = await startWeb(setup);
    return web;
  };
  afterEach(() => web.close());

  it('exchanges the code and goes on to an address without it', async () => {
    const { kept } = await start();
    const { browser, state, authorization } = await arriveAtProduct(web);
    const answer = await browser.get(`/oauth/callback/tracker?code=the-code&state=${state}`);
    expect([answer.status, answer.headers.location, answer.text]).toEqual([303, `/done/${authorization.id}`, '']);
    expect((await kept(authorization))?.status).toBe('quarantined');
    expect(web.sentToProducts.map(({ url }) => url)).toContain('https://tracker.example/token');
  });

  it('works with the strict cookie of an https deployment', async () => {
    await start({ publicUrl: 'https://bot.example' });
    const { browser, state } = await arriveAtProduct(web);
    expect([...browser.cookies.keys()]).toEqual([expect.stringMatching(/^__Host-latchkey-/)]);
    const answer = await browser.get(`/oauth/callback/tracker?code=the-code&state=${state}`);
    expect(answer.status).toBe(303);
  });

  it('exchanges once, however often the browser comes', async () => {
    await start();
    const { browser, state } = await arriveAtProduct(web);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => browser.get(`/oauth/callback/tracker?code=the-code&state=${state}`)),
    );
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1);
    expect(web.sentToProducts.filter(({ url }) => url.endsWith('/token'))).toHaveLength(1);
  });

  it.each(['no session', 'another session'])(
    'stops in a browser with %s, before any request to the product',
    async (which) => {
      const { kept } = await start();
      const { state, authorization } = await arriveAtProduct(web);
      const stranger = web.browser();
      if (which === 'another session') {
        const { path } = await web.begin({ integration: 'forms', scopes: [] });
        await stranger.submit(path);
      }
      const answer = await stranger.get(`/oauth/callback/tracker?code=the-code&state=${state}`);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('in a different browser than the one you started in.');
      expect(web.sentToProducts).toEqual([]);
      expect(await kept(authorization)).toMatchObject({ status: 'failed', why: 'other_browser' });
    },
  );

  const WITH_STATE = (state: string): Readonly<Record<string, string>> => ({
    'a state sent twice': `code=c&state=${state}&state=${state}`,
    'a state as an array': `code=c&state[]=${state}`,
    'a state as an object': `code=c&state[x]=${state}`,
    'no state': 'code=c',
    'an empty state': 'code=c&state=',
    'an unknown state': `code=c&state=${state}x`,
    'a code sent twice': `code=c&code=c&state=${state}`,
    'a code sent twice in another order': `code=d&state=${state}&code=c`,
  });
  it.each(Object.keys(WITH_STATE('')))('is refused with %s', async (which) => {
    const { kept } = await start();
    const { browser, state, authorization } = await arriveAtProduct(web);
    const answer = await browser.get(`/oauth/callback/tracker?${WITH_STATE(state)[which]}`);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Go back to the chat.');
    expect(web.sentToProducts).toEqual([]);
    expect((await kept(authorization))?.status).toBe('redirected');
  });

  it('is refused at the address of another integration', async () => {
    await start();
    const { browser, state } = await arriveAtProduct(web);
    for (const integration of ['forms', 'unknown', 'tracker%2f', '__proto__']) {
      const answer = await browser.get(`/oauth/callback/${integration}?code=c&state=${state}`);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    expect(web.sentToProducts).toEqual([]);
  });

  it('never shows what the product wrote about an error', async () => {
    await start();
    const { browser, state } = await arriveAtProduct(web);
    const description = 'Call+0800-EVIL+%3Cb%3Enow';
    const query = `error=server_error%3Cscript%3E&error_description=${description}&error_uri=https://evil.example&state=${state}`;
    const answer = await browser.get(`/oauth/callback/tracker?${query}`);
    const page = await browser.get(answer.headers.location ?? '');
    expect(page.text).toContain('accept the sign-in');
    for (const text of [answer.text, page.text]) expect(text).not.toMatch(/EVIL|evil|server_error|script/);
    // the log neither: anybody can write this address
    expect(JSON.stringify(web.logged)).not.toMatch(/EVIL|evil|script/);
    expect(web.logged).toContainEqual(expect.objectContaining({ event: 'exchange_failed', error: 'invalid_response' }));
  });

  it('says that access was not given', async () => {
    await start();
    const { browser, state } = await arriveAtProduct(web);
    const answer = await browser.get(`/oauth/callback/tracker?error=access_denied&state=${state}`);
    const page = await browser.get(answer.headers.location ?? '');
    expect(page.text).toContain('Tracker didn&#39;t give access: it was cancelled or declined there.');
  });

  it('counts callbacks on their own, and says how long to wait', async () => {
    await start({ requestsPerMinute: 3, integrations: [tracker(), forms()] });
    const knock = () => send(web.url, '/oauth/callback/tracker?state=x');
    for (let times = 0; times < 3; times += 1) expect((await knock()).status).toBe(400);
    const answer = await knock();
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '60']);
    expect(answer.text).toContain('Too many requests. Wait 1 minute.');
    expect(answer.headers['content-security-policy']).toBeDefined();
    expect((await send(web.url, '/connect/unknown')).status).toBe(404);
    web.clock.now += 60_000;
    expect((await knock()).status).toBe(400);
  });
});
