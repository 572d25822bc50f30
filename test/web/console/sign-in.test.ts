import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formTokenIn, type HttpBrowser } from '../http-browser.ts';
import { consoleCookieOf, NAME, PASSWORD, type RunningConsole, startConsole, submitAt } from './running-console.ts';

const MINUTE = 60_000;

describe('signing in', () => {
  let web: RunningConsole;
  beforeEach(async () => {
    web = await startConsole();
    await web.signedIn();
  });
  afterEach(() => web.close());

  const signIn = (name: string, password: string) => web.browser().submit('/console/sign-in', { name, password });

  it('gives one answer for a wrong name and a wrong password', async () => {
    const page = (text: string) => text.replace(/name="form_token" value="[^"]*"/g, '').replaceAll(/nobody@|dev@/g, '');
    const unknown = await signIn('nobody@example.com', PASSWORD);
    const wrong = await signIn(NAME, 'not the password at all');
    expect([unknown.status, wrong.status]).toEqual([422, 422]);
    expect(page(unknown.text)).toBe(page(wrong.text));
    expect(wrong.text).toContain('Wrong name or password.');
    expect(unknown.headers['set-cookie']).toBeUndefined();
  });

  it('asks to wait after many wrong passwords, also for names that nobody has, and never locks out', async () => {
    const tries = async (name: string) => {
      const statuses: number[] = [];
      for (let at = 0; at < 12; at += 1) statuses.push((await signIn(name, 'wrong wrong wrong')).status);
      return statuses;
    };
    expect(await tries('nobody@example.com')).toContain(429);
    expect(await tries(NAME)).toContain(429);
    web.clock.now += 2 * MINUTE;
    expect((await signIn(NAME, PASSWORD)).status).toBe(303);
  });

  it('with a password that is changed at that moment lets nobody in', async () => {
    const owner = await web.signedIn();
    const { operators } = web.services.vault;
    const byId = operators.byId;
    const changes = async () => {
      const next = { current: PASSWORD, password: `${PASSWORD}!`, repeat: `${PASSWORD}!` };
      return submitAt(owner, '/console/account', '/console/account/password', next);
    };
    let changed = 0;
    // the right password was typed, and the session begins
    vi.spyOn(operators, 'byId').mockImplementationOnce(async (id) => {
      changed = (await changes()).status;
      return byId(id);
    });
    const thief = web.browser();
    expect((await thief.submit('/console/sign-in', { name: NAME, password: PASSWORD })).status).toBe(422);
    expect(changed).toBe(200);
    expect((await thief.get('/console')).status).toBe(303);
    expect((await owner.get('/console')).status).toBe(200);
    expect((await signIn(NAME, `${PASSWORD}!`)).status).toBe(303);
  });

  it('makes a new session id, so that one that was planted is worth nothing', async () => {
    const victim = web.browser();
    const planted = await web.signedIn();
    for (const [name, value] of planted.cookies) victim.cookies.set(name, value);
    const before = consoleCookieOf(victim)[1];
    await submitAt(victim, '/console/sign-in', '/console/sign-in', { name: NAME, password: PASSWORD });
    expect(consoleCookieOf(victim)[1]).not.toBe(before);
    expect((await victim.get('/console')).status).toBe(200);
    expect((await planted.get('/console')).status).toBe(303);
  });

  it('takes no session of the people’s pages, and none that it did not sign', async () => {
    const { path } = await web.begin();
    const person = web.browser();
    await person.submit(path);
    const stranger = web.browser();
    const [name] = consoleCookieOf(await web.signedIn());
    stranger.cookies.set(name, [...person.cookies.values()][0] ?? '');
    expect((await stranger.get('/console')).status).toBe(303);
    stranger.cookies.set(name, 's%3Aabc.def');
    expect((await stranger.get('/console')).status).toBe(303);
  });

  it('ends after half an hour without a click, and after twelve hours with clicks', async () => {
    const idle = await web.signedIn();
    web.clock.now += 29 * MINUTE;
    expect((await idle.get('/console')).status).toBe(200);
    web.clock.now += 31 * MINUTE;
    expect((await idle.get('/console')).status).toBe(303);

    const busy = await web.signedIn();
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      web.clock.now += 20 * MINUTE;
      expect((await busy.get('/console')).status).toBe(200);
    }
    web.clock.now += 20 * MINUTE;
    expect((await busy.get('/console')).status).toBe(303);
  });

  it('ends with signing out, also for who kept the cookie', async () => {
    const browser = await web.signedIn();
    const kept = new Map(browser.cookies);
    const out = await submitAt(browser, '/console', '/console/sign-out');
    expect([out.status, out.headers.location]).toEqual([303, '/console/sign-in?signed-out']);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.get('/console')).status).toBe(303);
  });

  it('lists one’s sessions, and ends one of them', async () => {
    const [mine, other] = [await web.signedIn(), await web.signedIn()];
    const { text } = await mine.get('/console/account');
    const [operator] = await web.services.vault.operators.list();
    const otherId = operator?.sessions?.at(-1)?.id ?? '';
    expect(text).toContain(otherId);
    const ended = await mine.post('/console/account/sessions', { form_token: formTokenIn(text), session: otherId });
    expect(ended.status).toBe(200);
    expect((await other.get('/console')).status).toBe(303);
    expect((await mine.get('/console')).status).toBe(200);
    const again = await mine.post('/console/account/sessions', { form_token: formTokenIn(text), session: otherId });
    expect(again.status).toBe(404);
  });

  it('ends all sessions of an operator who is removed', async () => {
    const browser = await web.signedIn();
    const [operator] = await web.services.vault.operators.list();
    await web.services.vault.operators.remove(operator?.id ?? '');
    expect((await browser.get('/console')).status).toBe(303);
  });

  it('limits how often a client may try', async () => {
    await web.close();
    web = await startConsole({ console: { signInsPerMinute: 3 } });
    const statuses: number[] = [];
    for (let at = 0; at < 5; at += 1) statuses.push((await signIn('a name', 'a password')).status);
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });

  describe('while somebody elsewhere keeps guessing the name', () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    let owner: HttpBrowser;
    let token: string;
    let guesses = 0;

    beforeEach(async () => {
      await web.close();
      web = await startConsole({ publicUrl: 'https://bot.example.com' });
      owner = await web.signedIn();
      token = formTokenIn((await owner.get('/console/sign-in')).text);
    });
    const tryFrom = (browser: HttpBrowser, name: string, password: string, address: string) =>
      browser.post('/console/sign-in', { form_token: token, name, password }, from(address));
    /** Until the name has to wait, each time from another network. */
    const guess = async () => {
      for (;;) {
        const address = `198.51.${Math.floor(guesses / 250)}.${guesses++ % 250}`;
        const { status } = await tryFrom(web.browser(), NAME, 'wrong wrong wrong', address);
        if (status === 429) return;
      }
    };

    it('the owner signs in at once in a browser where they did before, on any network', async () => {
      for (let round = 0; round < 8; round += 1) {
        await guess();
        expect((await tryFrom(web.browser(), NAME, PASSWORD, `203.0.113.${round}`)).status).toBe(429);
        expect((await tryFrom(owner, NAME, PASSWORD, `203.0.113.${round}`)).status).toBe(303);
        await guess();
        web.clock.now += MINUTE;
      }
    });

    it('the owner proves who they are, and changes the password, on any network', async () => {
      web.clock.now += 6 * MINUTE;
      await guess();
      const page = await owner.get('/console/keys');
      const forms = { form_token: formTokenIn(page.text), current_password: PASSWORD };
      expect((await owner.post('/console/keys', forms, from('203.0.113.50'))).status).not.toBe(422);
      const next = {
        form_token: formTokenIn(page.text),
        current: PASSWORD,
        password: `${PASSWORD}!`,
        repeat: `${PASSWORD}!`,
      };
      expect((await owner.post('/console/account/password', next, from('203.0.113.51'))).status).toBe(200);
    });

    it('nobody else gains by such a browser: not with its mark, and not for another name', async () => {
      const thief = web.browser();
      for (const [name, value] of owner.cookies) if (name.includes('browser')) thief.cookies.set(name, value);
      const statuses: number[] = [];
      for (let at = 0; at < 12; at += 1)
        statuses.push((await tryFrom(thief, NAME, 'wrong wrong wrong', `203.0.113.${at}`)).status);
      expect(statuses.filter((status) => status === 422).length).toBeLessThan(6);
      await guess();
      for (const forged of ['', 'x', 'a.k1.b', 'a.'.repeat(50)]) {
        for (const name of thief.cookies.keys()) thief.cookies.set(name, forged);
        expect((await tryFrom(thief, NAME, PASSWORD, '203.0.113.99')).status).toBe(429);
      }
    });

    it('a mark that somebody planted is not kept', async () => {
      const planted = web.browser();
      const [name] = [...owner.cookies.keys()].filter((one) => one.includes('browser'));
      planted.cookies.set(name ?? '', owner.cookies.get(name ?? '') ?? '');
      await tryFrom(planted, NAME, PASSWORD, '203.0.113.7');
      expect(planted.cookies.get(name ?? '')).not.toBe(owner.cookies.get(name ?? ''));
    });
  });

  it('sets a strict cookie behind TLS', async () => {
    await web.close();
    web = await startConsole({ publicUrl: 'https://bot.example.com' });
    const browser = web.browser();
    const fields = { token: web.setupToken, name: NAME, password: PASSWORD, repeat: PASSWORD };
    const { headers } = await browser.submit('/console/setup', fields);
    const cookie = headers['set-cookie']?.find((line) => line.startsWith('__Host-latchkey-console-'));
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax/);
    expect(cookie).not.toContain('Domain');
    expect(headers['strict-transport-security']).toBeDefined();
  });
});

const PROFILE = {
  integration: 'tracker',
  kind: 'oauth2',
  name: 'Our app',
  clientId: 'c',
  clientSecret: 'the-secret-of-our-app',
  authorizationUrl: 'https://tracker.example/authorize',
  tokenUrl: 'https://tracker.example/token',
  'placements.0.in': 'header',
  'placements.0.name': 'Authorization',
  'placements.0.value': 'Bearer {{accessToken}}',
  intent: 'save',
};

describe('what cannot be taken back', () => {
  let web: RunningConsole;
  beforeEach(async () => {
    web = await startConsole();
  });
  afterEach(() => web.close());

  const SENSITIVE = [
    ['/console/integrations/forms/delete', {}],
    ['/console/integrations/forms/revoke-all', {}],
    ['/console/integrations/forms/audience', { kind: 'everyone', list: '' }],
    ['/console/keys', {}],
    ['/console/profiles/new', PROFILE],
    [
      '/console/integrations/forms/authorize',
      { profile: 'key', 'field.email': 'team@corp.example', 'field.apiKey': 'another-key-of-the-team' },
    ],
  ] as const;

  it.each(SENSITIVE)('asks for the password again when the last one is old: %s', async (path, fields) => {
    const browser = await web.signedIn();
    const forms = '/console/integrations/forms';
    await submitAt(browser, forms, `${forms}/who`, { mode: 'preauthorized', profile: 'key', confirmed: 'yes' });
    const key = { profile: 'key', 'field.email': 'team@corp.example', 'field.apiKey': 'the-key-of-the-team' };
    expect((await submitAt(browser, forms, `${forms}/authorize`, key)).status).toBe(303);
    web.clock.now += 6 * MINUTE;
    const without = await submitAt(browser, '/console', path, fields);
    expect(without.status).toBe(422);
    expect(without.text).toContain('Enter your password to continue.');
    const wrong = await submitAt(browser, '/console', path, { ...fields, current_password: 'a wrong password' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).not.toContain('a wrong password');
    const right = await submitAt(browser, '/console', path, { ...fields, current_password: PASSWORD });
    expect([200, 303]).toContain(right.status);
  });
});
