import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpBrowser } from './http-browser.ts';
import { formTokenIn } from './http-browser.ts';
import { ALICE, arriveAtProduct, BOB, type RunningWeb, SECRET, startWeb, toldInChat } from './running-web.ts';

/** A code stands on a page for whoever finishes the browser's part, so that part belongs to one browser. */
describe('a shared computer', () => {
  let web: RunningWeb;
  afterEach(() => web.close());

  const MALLORY = ALICE;
  const RIGHT = { 'field.email': 'bob@corp.example', 'field.apiKey': 'the-secret-key' };

  const copyOf = async (browser: HttpBrowser, path: string) => ({
    form_token: formTokenIn((await browser.get(path)).text),
  });
  const stateIn = (page: string) => /[?&;]state=([\w-]+)/.exec(page)?.[1] ?? '';

  it('gives no code to who copied the form of a link, pressed Continue there, and pressed it again at home', async () => {
    web = await startWeb();
    const [shared, home] = [web.browser(), web.browser()];
    const first = await web.begin({ owner: MALLORY });
    const form = await copyOf(home, first.path);
    expect((await shared.post(first.path, form)).status).toBe(200);
    // the secret of the shared browser, as somebody at home would get it
    const again = await home.post(first.path, form);
    expect([again.status, again.text.includes('I stopped it')]).toEqual([403, true]);

    // another attempt is claimed on the shared computer, and only the product's address is left there for somebody else
    const second = await web.begin({ owner: MALLORY });
    const state = stateIn((await shared.submit(second.path)).text);
    const victim = await shared.get(`/oauth/callback/tracker?code=the-code&state=${state}`);
    const done = victim.headers.location ?? '';
    expect((await shared.get(done)).text).toContain('class="code"');
    expect((await home.get(done)).status).toBe(404);
    expect((await home.get(second.path)).status).toBe(404);
  });

  it('gives no code to who claimed an attempt at home and left the product’s address on the shared computer', async () => {
    web = await startWeb();
    const [shared, home] = [web.browser(), web.browser()];
    const first = await web.begin({ owner: MALLORY, integration: 'forms', scopes: [] });
    await shared.post(first.path, await copyOf(home, first.path));
    const second = await web.begin({ owner: MALLORY });
    const state = stateIn((await home.submit(second.path)).text);
    const victim = await shared.get(`/oauth/callback/tracker?code=the-code&state=${state}`);
    expect([victim.status, victim.text.includes('For your safety I stopped here')]).toEqual([403, true]);
    expect(web.sentToProducts).toEqual([]);
    expect(await web.kept(second.authorization)).toMatchObject({ status: 'failed', why: 'other_browser' });
    expect((await home.get(`/done/${second.authorization.id}`)).text).not.toContain('class="code"');
  });

  it('gives no code for a key that somebody else enters there', async () => {
    web = await startWeb();
    const [shared, home] = [web.browser(), web.browser()];
    const { path, authorization } = await web.begin({ owner: MALLORY, integration: 'forms', scopes: [] });
    const form = await copyOf(home, path);
    expect((await shared.post(path, form)).status).toBe(303);
    const entered = await shared.submit(`${path}/credential`, RIGHT);
    const done = entered.headers.location ?? '';
    expect((await shared.get(done)).text).toContain('class="code"');
    for (const there of [done, path, `${path}/credential`]) expect((await home.get(there)).status).toBe(404);
    expect((await home.post(path, form)).status).toBe(404);
    expect((await web.kept(authorization))?.status).toBe('quarantined');
  });

  it('has one winner where the same page is sent from two browsers, and the other one sees nothing of it', async () => {
    web = await startWeb();
    const { path, authorization } = await web.begin({ integration: 'forms', scopes: [] });
    const [first, second] = [web.browser(), web.browser()];
    const form = await copyOf(web.browser(), path);
    const answers = await Promise.all([first.post(path, form), second.post(path, form)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403]);
    expect(answers.map(({ headers }) => headers['set-cookie']?.length ?? 0).sort()).toEqual([0, 1]);
    expect(await web.kept(authorization)).toMatchObject({ status: 'failed', why: 'other_browser' });
    expect(await toldInChat(web)).toEqual(['other_browser']);
  });

  it('tells no secret by what a page shows: form tokens and the link open nothing', async () => {
    web = await startWeb();
    const { path, authorization } = await web.begin({ integration: 'forms', scopes: [] });
    const browser = web.browser();
    const page = await browser.get(path);
    await browser.submit(path);
    const form = await browser.get(`${path}/credential`);
    const [name = '', value = ''] = [...browser.cookies][0] ?? [];
    const secret = value.replace('secret.', '');
    expect(secret).toMatch(/^[\w-]{43}$/);
    const shown = [formTokenIn(page.text), formTokenIn(form.text), path.replace('/connect/', ''), authorization.id];
    for (const text of [page.text, form.text]) expect(text).not.toContain(secret);
    const hashed = shown.flatMap((known) => [
      known,
      createHmac('sha256', SECRET).update(known).digest('base64url'),
      createHmac('sha256', known).update('').digest('base64url'),
    ]);
    for (const guess of hashed) {
      for (const mark of ['secret', 'page']) {
        const thief = web.browser();
        thief.cookies.set(name, `${mark}.${guess}`);
        expect((await thief.get(`${path}/credential`)).status).toBe(403);
      }
    }
    expect((await browser.submit(`${path}/credential`, RIGHT)).status).toBe(303);
  });

  it('does not take the cookie of a page for a claim of it', async () => {
    web = await startWeb();
    const { path } = await web.begin({ integration: 'forms', scopes: [] });
    const [looked, claimed] = [web.browser(), web.browser()];
    const form = await copyOf(looked, path);
    await claimed.submit(path);
    expect((await looked.get(`${path}/credential`)).status).toBe(403);
    expect((await looked.post(path, form)).text).toContain('I stopped it');
  });

  it('sets no cookie for the form of a dead link', async () => {
    web = await startWeb();
    const { path } = await web.begin();
    const form = await copyOf(web.browser(), path);
    web.clock.now += 60 * 60_000;
    for (const there of [path, '/connect/unknown']) {
      const answer = await web.browser().post(there, form);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect((await web.browser().get(there)).headers['set-cookie']).toBeUndefined();
    }
  });

  it('stops nothing that is over: a callback that comes again from another browser is refused, and no page says more', async () => {
    web = await startWeb();
    const { browser, state, authorization } = await arriveAtProduct(web);
    const callback = `/oauth/callback/tracker?code=the-code&state=${state}`;
    const done = (await browser.get(callback)).headers.location ?? '';
    const again = await web.browser().get(callback);
    expect([again.status, again.text.includes('I stopped it')]).toEqual([400, false]);
    expect((await web.kept(authorization))?.status).toBe('quarantined');
    expect((await browser.get(done)).text).toContain('class="code"');
    expect(await toldInChat(web)).toEqual([]);
  });
});

describe('two bots on one host name', () => {
  it('leave each other’s cookies alone, and both callbacks arrive', async () => {
    const [one, two] = [await startWeb(), await startWeb({ services: { bot: 'another bot' } })];
    const jar = one.browser();
    const atTwo = two.browser();
    const state = async (browser: HttpBrowser, web: RunningWeb) => {
      const { path } = await web.begin({ owner: BOB });
      const { text } = await browser.submit(path);
      return /[?&;]state=([\w-]+)/.exec(text)?.[1] ?? '';
    };
    const first = await state(jar, one);
    // cookies do not know ports, so one jar serves both
    for (const [name, value] of jar.cookies) atTwo.cookies.set(name, value);
    const second = await state(atTwo, two);
    for (const [name, value] of atTwo.cookies) jar.cookies.set(name, value);
    expect(jar.cookies.size).toBe(2);
    expect(new Set([...jar.cookies.keys()].map((name) => name.slice(0, 17))).size).toBe(2);
    expect((await jar.get(`/oauth/callback/tracker?code=c&state=${first}`)).status).toBe(303);
    expect((await atTwo.get(`/oauth/callback/tracker?code=c&state=${second}`)).status).toBe(303);
    await one.close();
    await two.close();
  });
});
