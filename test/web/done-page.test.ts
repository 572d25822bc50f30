import { afterEach, describe, expect, it } from 'vitest';
import { ProviderUnreachableError } from '../../src/errors.ts';
import { confirmAuthorization } from '../../src/flows/confirm-authorization.ts';
import { endAuthorization } from '../../src/flows/end-authorization.ts';
import { CODE_LIFETIME } from '../../src/model/authorization.ts';
import { formTokenIn, send } from './http-browser.ts';
import { tracker, trackerWithSites } from './integrations.ts';
import {
  ALICE,
  answerAsProducts,
  arriveAtProduct,
  BOB,
  json,
  type RunningWeb,
  startWeb,
  type WebSetup,
} from './running-web.ts';

describe('the result page', () => {
  let web: RunningWeb;
  afterEach(() => web.close());

  const land = async (setup?: WebSetup) => {
    web = await startWeb(setup);
    const { browser, state, authorization } = await arriveAtProduct(web);
    const answer = await browser.get(`/oauth/callback/tracker?code=the-code&state=${state}`);
    return { browser, authorization, path: answer.headers.location ?? '' };
  };

  const SITES = [
    { id: 's1', name: 'Support', url: 'https://support.tracker.example' },
    { id: 's"2', name: '<b>Sales</b>', url: 'https://sales.tracker.example' },
  ];
  const twoSites: WebSetup = {
    integrations: [trackerWithSites()],
    answer: (request) => (request.url.endsWith('/sites') ? json(SITES) : answerAsProducts(request)),
  };

  it('shows the code, the account, the owner, and whom to tell it to', async () => {
    const { browser, path } = await land();
    const { status, text } = await browser.get(path);
    expect(status).toBe(200);
    expect(text).toMatch(/>[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}</);
    expect(text).toContain('Type this code only in your chat with Helpdesk Bot. Nobody else will ask you for it.');
    expect(text).toContain('bob@corp.example');
    expect(text).toContain('Bob Jones</bdi></strong> in Microsoft Teams');
    expect(text).toContain('The code works for another 10 minutes.');
    expect(text).toContain('href="https://tracker.example/apps"');
    expect(text).not.toMatch(/the-access-token|the-client-secret|the-code/);
  });

  it('shows the same code again after a reload, and to nobody else', async () => {
    const { browser, path } = await land();
    expect((await browser.get(path)).text).toBe((await browser.get(path)).text);
    const gone = await send(web.url, '/connect/unknown');
    const stranger = await web.browser().get(path);
    expect([stranger.status, stranger.text]).toEqual([404, gone.text]);
    const other = (await arriveAtProduct(web, { owner: ALICE })).browser;
    expect((await other.get(path)).text).toBe(gone.text);
  });

  it('leads to itself when the code was typed, and then says that the page can be closed', async () => {
    const { browser, path } = await land();
    const { text } = await browser.get(path);
    expect(text).toContain(`<a href="${path}">I&#39;ve typed it</a>`);
    expect(text).not.toContain('http-equiv="refresh"');
    const [code = ''] = /[B-Z]{4}-[B-Z]{4}/.exec(text) ?? [];
    const confirmed = { owner: BOB, conversationKey: 'chat of bob', code: code.replace('-', '') };
    expect(await confirmAuthorization(web.services, confirmed)).toHaveProperty('status', 'connected');
    const after = (await browser.get(path)).text;
    expect(after).toContain('<h1>Tracker is connected</h1>');
    expect(after).toContain('You can close this page');
    expect(after).not.toContain('http-equiv="refresh"');
  });

  it('shows the account as text, whatever the product calls it', async () => {
    const { browser, path } = await land({
      answer: (request) =>
        request.url.endsWith('/me') ? json({ id: 'u', email: '<img src=x>"' }) : answerAsProducts(request),
    });
    const { text } = await browser.get(path);
    expect(text).toContain('&lt;img src=x&gt;&quot;');
  });

  it('lets the person choose where a grant reaches several places', async () => {
    const { browser, path } = await land(twoSites);
    const page = await browser.get(path);
    expect(page.text).not.toContain('http-equiv="refresh"');
    expect(page.text).toContain('<h1>Choose a site</h1>');
    expect(page.text).toContain('&lt;b&gt;Sales&lt;/b&gt;');
    expect(page.text).toMatch(/<input type="radio" id="site-1" name="site" value="s&quot;2" required>/);
    expect(page.text).not.toContain('class="code"');
    const chosen = await browser.submit(path, { site: 's"2' });
    expect([chosen.status, chosen.headers.location]).toEqual([303, path]);
    const code = await browser.get(path);
    expect(code.text).toContain('class="code"');
    expect(code.text).toContain('&lt;b&gt;Sales&lt;/b&gt;');
  });

  it('asks again when nothing was chosen, and refuses what is no choice', async () => {
    const { browser, path, authorization } = await land(twoSites);
    const again = await browser.submit(path);
    expect([again.status, again.text.includes('Choose one site to continue.')]).toEqual([422, true]);
    expect((await browser.submit(path, { site: 'elsewhere' })).status).toBe(404);
    expect(await web.kept(authorization)).not.toHaveProperty('site');
  });

  it('asks for patience when the product does not answer', async () => {
    let isDown = false;
    const { browser, path } = await land({
      ...twoSites,
      answer: (request) => {
        if (isDown) throw new ProviderUnreachableError('down');
        return request.url.endsWith('/sites') ? json(SITES) : answerAsProducts(request);
      },
    });
    isDown = true;
    const again = await browser.submit(path, { site: 's1' });
    expect([again.status, again.text.includes('Tracker isn&#39;t answering')]).toEqual([503, true]);
    isDown = false;
    expect((await browser.submit(path, { site: 's1' })).status).toBe(303);
  });

  it('takes no choice from elsewhere or without its token', async () => {
    const { browser, path, authorization } = await land(twoSites);
    const form = { form_token: formTokenIn((await browser.get(path)).text), site: 's1' };
    expect((await browser.post(path, form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await browser.post(path, { site: 's1' })).status).toBe(403);
    expect((await web.browser().post(path, form)).status).toBe(403);
    expect(await web.kept(authorization)).not.toHaveProperty('site');
  });

  it('says that it is connected where no code is needed', async () => {
    const { browser, path } = await land({ settings: { confirm: 'none' } });
    const { text } = await browser.get(path);
    expect(text).toContain('Connected to Tracker as bob@corp.example.');
    expect(text).toContain('go back to your chat with Helpdesk Bot');
  });

  it('looks again by itself while the first click is still being worked on', async () => {
    let goOn = () => {};
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    web = await startWeb({
      answer: async (request) => {
        await waiting;
        return answerAsProducts(request);
      },
    });
    const { browser, state, authorization } = await arriveAtProduct(web);
    const callback = `/oauth/callback/tracker?code=c&state=${state}`;
    const first = browser.get(callback);
    await expect.poll(async () => (await web.kept(authorization))?.status).toBe('exchanging');
    const second = await browser.get(callback);
    const path = second.headers.location ?? '';
    const page = await browser.get(path);
    expect(page.text).toContain(`<meta http-equiv="refresh" content="2; url=${path}">`);
    goOn();
    expect((await first).headers.location).toBe(path);
    expect((await browser.get(path)).text).toContain('class="code"');
  });

  it('says that it is too late when the code has expired', async () => {
    const { browser, path } = await land();
    web.clock.now += CODE_LIFETIME;
    const { text } = await browser.get(path);
    expect(text).toContain('This link has expired, was already used, or a newer one has replaced it.');
  });

  it.each([
    ['cancelled', 'You cancelled in the chat. Nothing was saved.'],
    ['wrong_codes', 'I deleted what was connected.'],
    ['misconfigured', 'accept how Helpdesk Bot is set up'],
    ['unreachable', 'Tracker isn&#39;t answering right now.'],
    ['interrupted', 'The sign-in was interrupted'],
    ['no_site', 'has nothing that Helpdesk Bot can work with'],
    ['superseded', 'Use the newest link'],
    ['expired', 'This link has expired, was already used, or a newer one has replaced it.'],
  ] as const)('says what comes next when it ended: %s', async (why, text) => {
    const { browser, path, authorization } = await land({ integrations: [tracker()] });
    const attempt = await web.kept(authorization);
    if (attempt === undefined) throw new Error('it was kept');
    await endAuthorization(web.services, attempt, { status: 'failed', why, tell: 'told' });
    const page = await browser.get(path);
    expect([page.status, page.text.includes(text)]).toEqual([200, true]);
    expect(page.text).toContain('go back to your chat with Helpdesk Bot');
    // who to ask, where nobody but the people who run the bot can change it
    expect(page.text.includes('Ask the help desk.')).toBe(why === 'misconfigured');
  });
});
