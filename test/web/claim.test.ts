import { plugins, type RequestHandler } from 'restify';
import { afterEach, describe, expect, it } from 'vitest';
import { LINK_LIFETIME } from '../../src/model/authorization.ts';
import { formToken, linkForm } from '../../src/web/form-token.ts';
import { formTokenIn, HttpBrowser, send } from './http-browser.ts';
import { trackerOfCustomers } from './integrations.ts';
import { type RunningWeb, SECRET, startWeb, type WebSetup } from './running-web.ts';

describe('pressing "Continue"', () => {
  let web: RunningWeb;
  const start = async (setup?: WebSetup) => {
    web = await startWeb(setup);
    return web;
  };
  afterEach(() => web.close());

  it('moves on to the product by refresh and by link, because CSP would hold back a redirect after a form', async () => {
    const { browser, begin, kept } = await start();
    const { path, authorization } = await begin();
    const answer = await browser().submit(path);
    expect(answer.status).toBe(200);
    const url = /href="(https:\/\/tracker\.example\/authorize\?[^"]+)"/.exec(answer.text)?.[1] ?? '';
    expect(answer.text).toContain(`<meta http-equiv="refresh" content="0; url=${url}">`);
    const params = new URL(url.replaceAll('&amp;', '&')).searchParams;
    expect(params.get('redirect_uri')).toBe(`${web.url}/oauth/callback/tracker`);
    expect(params.get('state')?.length).toBeGreaterThanOrEqual(43);
    expect((await kept(authorization))?.status).toBe('redirected');
  });

  it.each(['tracker', 'forms'])('goes nowhere once the developer has switched it off: %s', async (integration) => {
    const { browser, begin, kept, services } = await start();
    const { path, authorization } = await begin({ integration, scopes: [] });
    const person = browser();
    const page = await person.get(path);
    services.setups.set(integration, {
      integration,
      version: 1,
      enabled: false,
      mode: 'users',
      audience: { kind: 'nobody' },
      updatedAt: 0,
    });
    const answer = await person.post(path, { form_token: formTokenIn(page.text) });
    expect([answer.status, answer.headers.location]).toEqual([404, undefined]);
    expect(answer.text).not.toContain('tracker.example/authorize');
    expect(await kept(authorization)).toMatchObject({ status: 'failed', why: 'withdrawn' });
  });

  it('goes to the form where a key is asked for', async () => {
    const { browser, begin } = await start();
    const { path } = await begin({ integration: 'forms', scopes: [] });
    const answer = await browser().submit(path);
    expect([answer.status, answer.headers.location]).toEqual([303, `${path}/credential`]);
  });

  it("asks for the customer's name where the product's host begins with it", async () => {
    const { browser, begin, kept } = await start({ integrations: [trackerOfCustomers()] });
    const { path, authorization } = await begin();
    const person = browser();
    expect((await person.get(path)).text).toContain('<label for="tenant">Tracker subdomain</label>');
    for (const [typed, said] of [
      ['', 'Enter your Tracker subdomain.'],
      ['evil.example"', 'a Tracker subdomain: it should be an address at tracker.example, or its first part.'],
      ['under_score', 'a Tracker subdomain: it should be an address at tracker.example, or its first part.'],
      ['other', 'I am not set up for this Tracker address.'],
    ] as const) {
      const again = await person.submit(path, { 'field.tenant': typed });
      expect(again.status).toBe(422);
      expect(again.text).toContain('<title>Error: ');
      expect(again.text).toMatch(/role="alert".*<a href="#tenant">Tracker subdomain<\/a>/s);
      expect(again.text.split(said)).toHaveLength(2);
      expect(again.text).toContain(`value="${typed.replace('"', '&quot;')}"`);
      expect((await kept(authorization))?.status).toBe('new');
    }
    const moving = await person.submit(path, { 'field.tenant': 'https://ACME.tracker.example/home' });
    expect(moving.text).toContain('href="https://acme.tracker.example/authorize?');
  });

  it("asks for the customer's name again in the browser that mistyped it, and goes to the right one", async () => {
    const { browser, begin, kept } = await start({ integrations: [trackerOfCustomers(['acmee', 'acme'])] });
    const { path, authorization } = await begin();
    const [person, stranger] = [browser(), browser()];
    const strangersPage = await stranger.get(path);
    expect((await person.submit(path, { 'field.tenant': 'acmee' })).text).toContain('https://acmee.tracker.example/');
    const before = await kept(authorization);

    const back = await person.get(path);
    expect(back.text).toMatch(/<input id="tenant" name="field\.tenant" type="text" value="acmee"/);
    const again = await person.submit(path, { 'field.tenant': '' });
    expect([again.status, again.text.includes('<a href="#tenant">')]).toEqual([422, true]);
    expect(await kept(authorization)).toEqual(before);
    const moving = await person.submit(path, { 'field.tenant': 'acme' });
    expect(moving.text).toContain('href="https://acme.tracker.example/authorize?');
    const after = await kept(authorization);
    expect(after).toMatchObject({ status: 'redirected', tenant: 'acme' });
    expect(after).not.toHaveProperty('stateHash', before !== undefined && 'stateHash' in before && before.stateHash);

    expect((await browser().get(path)).text).not.toMatch(/acme|field\.tenant/);
    const form = { form_token: formTokenIn(strangersPage.text), 'field.tenant': 'other' };
    expect((await stranger.post(path, form)).text).toContain('This link was opened in another browser.');
    expect(await kept(authorization)).toMatchObject({ status: 'failed', why: 'other_browser', tenant: 'acme' });
  });

  it("keeps the customer's name that came from the chat, whatever a page sends", async () => {
    const { browser, begin, kept } = await start({ integrations: [trackerOfCustomers(['acmee', 'acme'])] });
    const { path, authorization } = await begin({ tenant: 'acme' });
    const person = browser();
    for (const _ of ['first', 'again']) {
      expect((await person.get(path)).text).not.toContain('field.tenant');
      const moving = await person.submit(path, { 'field.tenant': 'acmee' });
      expect(moving.text).toContain('href="https://acme.tracker.example/authorize?');
    }
    expect(await kept(authorization)).toMatchObject({ tenant: 'acme' });
  });

  it("says so where the customer's name came from the chat and the bot has no app there", async () => {
    const { browser, begin } = await start({ integrations: [trackerOfCustomers()] });
    const { path } = await begin({ tenant: 'other' });
    const answer = await browser().submit(path);
    expect([answer.status, answer.text.includes('I am not set up for this Tracker address.')]).toEqual([422, true]);
    expect(answer.text).not.toContain('<form');
  });

  it('builds the redirect URI from the public URL, whatever the request claims', async () => {
    const { url, begin } = await start({ publicUrl: 'https://bot.example' });
    const { path } = await begin();
    const forged = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', host: 'evil.example' };
    const answer = await new HttpBrowser(url, forged).submit(path);
    expect(answer.text).toContain(encodeURIComponent('https://bot.example/oauth/callback/tracker'));
    expect(answer.text).not.toContain('evil.example');
  });

  it('sets a strict cookie behind a proxy that ends TLS', async () => {
    const { browser, begin } = await start({ publicUrl: 'https://bot.example' });
    const { path } = await begin();
    const [cookie] = (await browser().submit(path)).headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-latchkey-[\w-]{8}-[\w-]{16}=secret\./);
    expect(cookie?.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=1800',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
  });

  it('sets the cookie without Secure on loopback, where there is no TLS', async () => {
    const { browser, begin } = await start();
    const { path } = await begin();
    const [cookie] = (await browser().submit(path)).headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^latchkey-.*HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain('Secure');
  });

  it.each([{}, { 'x-forwarded-proto': 'http' }, { 'x-forwarded-proto': 'http, https' }])(
    'says in the log what a proxy must send, instead of losing the cookie: %j',
    async (headers) => {
      const { url, begin, kept, logged } = await start({ publicUrl: 'https://bot.example' });
      const { path, authorization } = await begin();
      const answer = await new HttpBrowser(url, headers).submit(path);
      expect(answer.status).toBe(500);
      expect(answer.headers['set-cookie']).toBeUndefined();
      const failed = logged.find((event) => event.event === 'page_failed');
      expect(failed?.error).toContain('X-Forwarded-Proto: https');
      expect(answer.text).toContain(failed?.ref);
      expect((await kept(authorization))?.status).toBe('new');
    },
  );

  it('gives the link to the first browser only', async () => {
    const { browser, begin, kept } = await start();
    const { path, authorization } = await begin();
    const [first, second] = [browser(), browser()];
    const pages = [await first.get(path), await second.get(path)];
    const press = (who: HttpBrowser, page = '') => who.post(path, { form_token: formTokenIn(page) });
    expect((await press(first, pages[0]?.text)).status).toBe(200);
    const refused = await press(second, pages[1]?.text);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('This link was opened in another browser. For your safety I stopped it.');
    expect(refused.headers['set-cookie']).toBeUndefined();
    expect(await kept(authorization)).toMatchObject({ status: 'failed', why: 'other_browser' });
    expect((await press(first, pages[0]?.text)).status).toBe(404);
  });

  it.each(['at once', 'one after the other'])(
    'goes on when the button is pressed twice, %s, although the first press had no secret yet',
    async (how) => {
      const { url, browser, begin, kept } = await start();
      const { path, authorization } = await begin();
      const person = browser();
      const form_token = formTokenIn((await person.get(path)).text);
      // neither press has seen the answer to the other one
      const press = () => withCookiesOf(person, url).post(path, { form_token });
      const answers = how === 'at once' ? await Promise.all([press(), press()]) : [await press(), await press()];
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(new Set(answers.map(({ headers }) => headers['set-cookie']?.[0])).size).toBe(1);
      expect((await kept(authorization))?.status).toBe('redirected');
    },
  );

  it('goes on to the form of a key when the button is pressed twice', async () => {
    const { url, browser, begin } = await start();
    const { path } = await begin({ integration: 'forms', scopes: [] });
    const person = browser();
    const form_token = formTokenIn((await person.get(path)).text);
    const presses = [withCookiesOf(person, url), withCookiesOf(person, url)];
    const answers = await Promise.all(presses.map((press) => press.post(path, { form_token })));
    expect(answers.map(({ headers }) => headers.location)).toEqual([`${path}/credential`, `${path}/credential`]);
    for (const press of presses) expect((await press.get(`${path}/credential`)).status).toBe(200);
  });

  it('gives each attempt a secret of its own, and leaves the cookies of the others alone', async () => {
    const { browser, begin } = await start();
    const person = browser();
    const first = await begin({ integration: 'forms', scopes: [] });
    await person.submit(first.path);
    const before = new Map(person.cookies);
    await person.submit((await begin()).path);
    expect([before.size, person.cookies.size]).toEqual([1, 2]);
    for (const [name, value] of before) expect(person.cookies.get(name)).toBe(value);
    expect(new Set(person.cookies.values()).size).toBe(2);
    expect((await person.get(`${first.path}/credential`)).status).toBe(200);
  });

  it('does not let a browser carry more cookies than a server takes', async () => {
    const { browser, begin } = await start();
    const person = browser();
    for (let times = 0; times < 30; times += 1) {
      const { path } = await begin({
        owner: { kind: 'user', bot: 'bot', channel: 'msteams', tenant: 't', user: `person ${times}` },
      });
      expect((await person.submit(path)).status).toBe(200);
    }
    expect(person.cookies.size).toBe(20);
  });

  it('does not take up a secret that somebody else chose', async () => {
    const { browser, begin } = await start();
    const person = browser();
    const { path } = await begin();
    await person.get(path);
    const [name = ''] = person.cookies.keys();
    person.cookies.set(name, 'secret.chosen');
    expect((await person.submit(path)).status).toBe(200);
    expect(person.cookies.get(name)).not.toContain('chosen');
  });

  const CROSS_SITE: readonly Readonly<Record<string, string>>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ];
  it.each(CROSS_SITE)('is refused from another site: %j', async (headers) => {
    const { browser, begin, kept } = await start();
    const { path, authorization } = await begin();
    const person = browser();
    const page = await person.get(path);
    const answer = await person.post(path, { form_token: formTokenIn(page.text) }, headers);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Go back to the chat.');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await kept(authorization))?.status).toBe('new');
  });

  it('is refused where the browser does not say which page sent it, and taken where Origin is ours', async () => {
    const { url, begin } = await start();
    const { path } = await begin();
    const body = `form_token=${formTokenIn((await send(url, path)).text)}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send(url, path, { method: 'POST', headers, body })).status).toBe(403);
    expect((await send(url, path, { method: 'POST', headers: { ...headers, origin: url }, body })).status).toBe(200);
  });

  it('is refused without the form token of this very link', async () => {
    const { browser, begin, kept } = await start();
    const { path, authorization } = await begin();
    const foreign = formToken(SECRET, linkForm('another link'));
    for (const form of [{}, { form_token: '' }, { form_token: 'x' }, { form_token: foreign }]) {
      expect((await browser().post(path, form)).status).toBe(403);
    }
    const token = formTokenIn((await browser().get(path)).text);
    expect((await browser().post(path, `form_token=${token}&form_token=${token}`)).status).toBe(403);
    expect((await kept(authorization))?.status).toBe('new');
  });

  it('takes a form token made with an older secret', async () => {
    const { browser, begin } = await start({ formSecrets: ['a newer form secret, also long enough', SECRET] });
    const { path } = await begin();
    const form_token = formToken(SECRET, linkForm(path.replace('/connect/', '')));
    expect((await browser().post(path, { form_token })).status).toBe(200);
  });

  it('is too late after the link has expired, with the page that every dead link has', async () => {
    const { browser, begin } = await start();
    const { path } = await begin();
    const page = await browser().get(path);
    web.clock.now += LINK_LIFETIME;
    const late = await browser().post(path, { form_token: formTokenIn(page.text) });
    const unknown = await browser().get('/connect/unknown');
    expect([late.status, late.text]).toEqual([404, unknown.text]);
  });

  it.each([
    ['no body parser', []],
    ["restify's body parser", plugins.bodyParser()],
    ["restify's body parser with mapped params", plugins.bodyParser({ mapParams: true, overrideParams: true })],
    ['a body parser of another kind', [parsedAsObject]],
  ] as const)('works with %s on the server', async (_name, use) => {
    const { browser, begin } = await start({ use: [...use] });
    const { path } = await begin();
    expect((await browser().submit(path, { link: 'another', id: 'another' })).status).toBe(200);
  });
});

/** Leaves an object and an empty stream, as many body parsers do. */
const parsedAsObject: RequestHandler = (request, _response, next) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (chunks.length > 0) request.body = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    next();
  });
};

/** The same browser, which has not seen any answer yet. */
function withCookiesOf(person: HttpBrowser, url: string): HttpBrowser {
  const same = new HttpBrowser(url);
  for (const [name, value] of person.cookies) same.cookies.set(name, value);
  return same;
}
