import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLE_ROUTES } from '../../../src/web/console/console-routes.ts';
import { formTokenIn, type HttpBrowser, send } from '../http-browser.ts';
import { NAME, PASSWORD, type RunningConsole, startConsole } from './running-console.ts';

const OPEN = [
  '/language',
  '/sign-in',
  '/setup',
  '/openid',
  '/openid/callback',
  '/assets/console.css',
  '/assets/icon.svg',
];

const filled = (path: string) =>
  `/console${path.replace(':integration', 'forms').replace(':profile', 'key').replace(':id', 'nobody')}`;
const pages = CONSOLE_ROUTES.filter(({ method, path }) => method === 'GET' && !OPEN.includes(path)).map(({ path }) =>
  filled(path),
);
const forms = CONSOLE_ROUTES.filter(({ method, path }) => method === 'POST' && !OPEN.includes(path)).map(({ path }) =>
  filled(path),
);

describe('every door of the console', () => {
  let web: RunningConsole;
  let browser: HttpBrowser;
  let token: string;
  beforeAll(async () => {
    web = await startConsole();
    browser = await web.signedIn();
    token = formTokenIn((await browser.get('/console')).text);
  });
  afterAll(() => web.close());

  it.each(pages)('is closed for who is not signed in: GET %s', async (path) => {
    const { status, headers, text } = await web.browser().get(path);
    expect([status, headers.location]).toEqual([303, '/console/sign-in']);
    expect(text).toBe('');
  });

  it.each(forms)('is closed for who is not signed in: POST %s', async (path) => {
    const { status } = await web.browser().post(path, { form_token: token });
    expect(status).toBe(401);
  });

  it.each(forms)(
    'takes no form of another site, without a token, or with fields that nobody asked for: %s',
    async (path) => {
      const statusOf = async (fields: Readonly<Record<string, string>>, headers = {}) =>
        (await browser.post(path, fields, headers)).status;
      expect(await statusOf({ form_token: token }, { 'sec-fetch-site': 'cross-site' })).toBe(403);
      expect(await statusOf({ form_token: token }, { origin: 'https://evil.example', 'sec-fetch-site': '' })).toBe(403);
      expect(await statusOf({})).toBe(403);
      expect(await statusOf({ form_token: `${token}x` })).toBe(403);
      expect(await statusOf({ form_token: token, role: 'owner' })).toBe(400);
      const twice = await browser.post(path, `form_token=${token}&form_token=${token}`);
      expect(twice.status).toBe(403);
    },
  );

  it('takes a form of an older browser, which names its origin and nothing else, and lets it do so', async () => {
    const page = await browser.get('/console/sign-in');
    expect(page.headers['referrer-policy']).toBe('same-origin');
    const body = new URLSearchParams({ form_token: formTokenIn(page.text), name: NAME, password: PASSWORD }).toString();
    const sent = (origin: Readonly<Record<string, string>>) =>
      send(web.url, '/console/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...origin },
        body,
      });
    for (const origin of [{}, { origin: 'null' }, { origin: 'https://evil.example' }])
      expect((await sent(origin)).status).toBe(403);
    expect((await sent({ origin: web.url })).status).toBe(303);
  });

  it('has our headers on every answer, and nothing of it may be kept or framed', async () => {
    for (const path of [
      ...pages,
      '/console/sign-in',
      '/console/assets/console.css',
      '/console/nothing',
      '/console/x/y/z',
    ]) {
      const { headers, text } = await browser.get(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe(text.includes('<form') ? 'same-origin' : 'no-referrer');
    }
  });

  it('says “Not found.” for whatever is not there, also for ids of other things', async () => {
    for (const path of [
      '/console/nothing',
      '/console/integrations/nobody',
      '/console/integrations/__proto__',
      '/console/integrations/nobody/delete',
      '/console/integrations/forms/profiles/nobody/test',
      '/console/integrations/tracker/profiles/key/test',
      '/console/profiles/key',
      '/console/profiles/nobody/delete',
      '/console/connections/nobody/revoke',
    ]) {
      const { status, text } = await browser.get(path);
      expect(`${status} ${path}`).toBe(`404 ${path}`);
      expect(text).toContain('Not found.');
    }
  });

  it('changes nothing by GET', async () => {
    const before = await web.services.vault.setups.list();
    for (const path of forms) await browser.get(path);
    expect(await web.services.vault.setups.list()).toEqual(before);
  });

  it('refuses other methods, large forms and odd addresses', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect((await send(web.url, '/console', { method })).status).toBe(404);
    }
    expect((await browser.post('/console/keys', `a=${'x'.repeat(70_000)}`)).status).toBe(413);
    expect((await send(web.url, '/console/<script>')).status).toBe(404);
  });

  it('tells nothing of an error but a reference', async () => {
    const { audit } = web.services.vault;
    const broken = { ...audit, append: () => Promise.reject(new Error('postgres://user:secret@host')) };
    Object.assign(web.services.vault, { audit: broken });
    const { status, text } = await browser.get('/console/connections');
    Object.assign(web.services.vault, { audit });
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
    expect(text).toMatch(/\([0-9a-f]{10}\)/);
  });

  it('logs who looked at connections and at the log itself', async () => {
    await browser.get('/console/connections');
    await browser.get('/console/audit');
    const seen = (await web.services.vault.audit.list({ limit: 5 })).map(({ what, actor }) => `${what} ${actor}`);
    expect(seen).toContain('connections_viewed operator:dev@example.com');
    expect(seen).toContain('audit_viewed operator:dev@example.com');
  });
});
