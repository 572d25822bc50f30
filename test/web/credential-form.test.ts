import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderUnreachableError } from '../../src/errors.ts';
import { submitCredentialInChat } from '../../src/flows/submit-credential.ts';
import type { Field } from '../../src/model/field.ts';
import type { HttpRequest, HttpResponse } from '../../src/model/http.ts';
import type { Integration } from '../../src/model/integration.ts';
import { ownerKey } from '../../src/model/owner.ts';
import { formTokenIn } from './http-browser.ts';
import { forms } from './integrations.ts';
import { ALICE, answerAsProducts, BOB, json, type RunningWeb, startWeb, toldInChat } from './running-web.ts';

describe('the form for keys', () => {
  let web: RunningWeb;
  let answer: (request: HttpRequest) => Promise<HttpResponse> | HttpResponse = answerAsProducts;
  beforeEach(async () => {
    answer = answerAsProducts;
    web = await startWeb({ answer: (request) => answer(request) });
  });
  afterEach(() => web.close());

  const RIGHT = { 'field.email': 'bob@corp.example', 'field.apiKey': 'the-secret-key' };

  const claimed = async (of: RunningWeb = web, input = {}) => {
    const { path, authorization } = await of.begin({ integration: 'forms', scopes: [], ...input });
    const browser = of.browser();
    const { headers } = await browser.submit(path);
    return { browser, path: headers.location ?? '', authorization };
  };

  it('asks for each field, masked where it is a secret', async () => {
    const { browser, path } = await claimed();
    const { status, text } = await browser.get(path);
    expect(status).toBe(200);
    expect(text).toContain('<label for="email">E-mail address</label>');
    expect(text).toMatch(
      /<input id="email" name="field.email" type="text" value="" autocomplete="off"[^>]* autofocus>/,
    );
    expect(text).toMatch(
      /<input id="apiKey" name="field.apiKey" type="password" autocomplete="off"[^>]*spellcheck="false"/,
    );
    expect(text).toContain('aria-describedby="apiKey-hint"');
    expect(text).toContain('Bob Jones');
    expect(text).not.toContain('role="alert"');
  });

  it('goes on to the code when the product accepts', async () => {
    const { browser, path, authorization } = await claimed();
    const landed = await browser.submit(path, RIGHT);
    expect([landed.status, landed.headers.location]).toEqual([303, `/done/${authorization.id}`]);
    const page = await browser.get(landed.headers.location ?? '');
    expect(page.text).toMatch(/[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}/);
    expect(page.text).toContain('bob@corp.example');
    expect(page.text).not.toContain('the-secret-key');
  });

  it('is in the audit log each time, on the page and in the chat, with what the product said and without the key', async () => {
    const lines = async () =>
      (await web.services.vault.audit.list({ limit: 9, what: 'credential_submitted' }))
        .map(({ actor, subject, result }) => `${actor} ${subject} ${result}`)
        .toReversed();
    const { browser, path, authorization } = await claimed();
    answer = () => json({}, 401);
    await browser.submit(path, RIGHT);
    answer = () => json({}, 503);
    await browser.submit(path, RIGHT);
    answer = answerAsProducts;
    await browser.submit(path, { ...RIGHT, 'field.email': 'no mail' });
    await browser.submit(path, RIGHT);
    const page = ['not_accepted', 'unanswered', 'accepted'].map((result) => `browser ${authorization.id} ${result}`);
    expect(await lines()).toEqual(page);
    const { authorization: inChat } = await web.begin({ integration: 'forms', scopes: [], restart: true });
    const values = { email: 'bob@corp.example', apiKey: 'the-secret-key' };
    const submitted = { owner: BOB, conversationKey: 'chat of bob', authorizationId: inChat.id, values };
    answer = () => json({}, 401);
    expect((await submitCredentialInChat(web.services, submitted)).status).toBe('refused');
    expect(await lines()).toEqual([...page, `${ownerKey(BOB)} ${inChat.id} not_accepted`]);
    answer = answerAsProducts;
    expect((await submitCredentialInChat(web.services, submitted)).status).toBe('connected');
    // one that connects at once has its one line in the transaction of the connection
    const [connected] = await web.services.vault.audit.list({ limit: 1 });
    expect([connected?.what, connected?.actor]).toEqual(['connected', ownerKey(BOB)]);
    expect(await lines()).toHaveLength(4);
    expect(JSON.stringify(await web.services.vault.audit.list({ limit: 99 }))).not.toContain('the-secret-key');
  });

  it('comes back with the error at its field, what was typed, and never a secret', async () => {
    const { browser, path } = await claimed();
    const again = await browser.submit(path, { 'field.email': 'no "mail"', 'field.apiKey': 'the-secret-key' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('<title>Error: ');
    expect(again.text).toMatch(/role="alert".*<a href="#email">E-mail address<\/a>/s);
    expect(again.text).toMatch(
      /<input id="email"[^>]*value="no &quot;mail&quot;"[^>]*aria-describedby="email-problem" aria-invalid="true"/,
    );
    expect(again.text).toContain(
      '<p class="problem" id="email-problem">That doesn&#39;t look like an E-mail address: it should be like jane@example.com.</p>',
    );
    expect(again.text).not.toContain('the-secret-key');
  });

  it('says when nothing was entered, or twice', async () => {
    const { browser, path } = await claimed();
    expect((await browser.submit(path, {})).text).toContain('Enter your E-mail address.');
    const token = formTokenIn((await browser.get(path)).text);
    const twice = await browser.post(path, `form_token=${token}&field.email=a@b&field.email=c@d&field.apiKey=k`);
    expect([twice.status, web.sentToProducts]).toEqual([422, []]);
  });

  it('counts wrong keys down and then ends, without a word of the product', async () => {
    answer = () => json({ error: 'EVIL <b>text</b>' }, 401);
    const { browser, path, authorization } = await claimed();
    for (const left of ['2 tries', '1 try']) {
      const again = await browser.submit(path, RIGHT);
      expect(again.status).toBe(422);
      expect(again.text).toContain(`Forms rejected this key. Nothing was saved. You have ${left} left.`);
      expect(again.text).not.toContain('EVIL');
    }
    const ended = await browser.submit(path, RIGHT);
    expect(ended.text).toContain('too many times. Nothing was saved.');
    expect(await web.kept(authorization)).toMatchObject({ status: 'failed', why: 'wrong_credentials' });
    expect((await browser.get(path)).status).toBe(404);
  });

  it('asks for patience when the product does not answer, and counts nothing', async () => {
    answer = () => {
      throw new ProviderUnreachableError('down');
    };
    const { browser, path, authorization } = await claimed();
    const again = await browser.submit(path, RIGHT);
    expect(again.status).toBe(503);
    expect(again.text).toContain('Forms isn&#39;t answering right now. Nothing was saved.');
    expect(again.text).toContain('value="bob@corp.example"');
    expect((await web.kept(authorization))?.status).toBe('claimed');
  });

  it('is for the browser that claimed the link; that another one looks changes nothing, and the page says so', async () => {
    const { browser, path, authorization } = await claimed();
    const { browser: other } = await claimed(web, { owner: ALICE });
    for (const second of [web.browser(), other]) {
      for (const looked of [path, path.replace('/credential', '')]) {
        const page = await second.get(looked);
        expect([page.status, page.text.includes('Nothing has changed')]).toEqual([403, true]);
        expect(page.text).not.toMatch(/I stopped it|Bob Jones/);
      }
    }
    expect((await web.kept(authorization))?.status).toBe('claimed');
    expect((await browser.submit(path, RIGHT)).status).toBe(303);
  });

  it.each(['no cookie', 'the cookie of another attempt'])(
    'ends the attempt when a browser with %s sends the form, and tells the chat',
    async (which) => {
      const { browser, path, authorization } = await claimed();
      const form_token = formTokenIn((await browser.get(path)).text);
      const other = which === 'no cookie' ? web.browser() : (await claimed(web, { owner: ALICE })).browser;
      const page = await other.post(path, { form_token, ...RIGHT });
      expect([page.status, page.text.includes('For your safety I stopped it.')]).toEqual([403, true]);
      expect(await web.kept(authorization)).toMatchObject({ status: 'failed', why: 'other_browser' });
      expect(web.sentToProducts).toEqual([]);
      expect(await toldInChat(web)).toEqual(['other_browser']);
      expect((await browser.submit(path, RIGHT)).status).toBe(404);
    },
  );

  it('shows the code both times when the form is sent twice at once, or once more later', async () => {
    let arrived = 0;
    answer = async (request) => {
      arrived += 1;
      await expect.poll(() => arrived).toBe(2);
      return answerAsProducts(request);
    };
    const { browser, path, authorization } = await claimed();
    const form = { form_token: formTokenIn((await browser.get(path)).text), ...RIGHT };
    const both = await Promise.all([browser.post(path, form), browser.post(path, form)]);
    const done = `/done/${authorization.id}`;
    expect(both.map(({ headers }) => headers.location)).toEqual([done, done]);
    expect((await browser.get(done)).text).toContain('class="code"');
    for (const later of [await browser.post(path, form), await browser.get(path)]) {
      expect([later.status, later.headers.location]).toEqual([303, done]);
    }
  });

  it('counts a wrong key that is sent twice at once twice, and shows what is left both times', async () => {
    answer = () => json({}, 401);
    const { browser, path } = await claimed();
    const form = { form_token: formTokenIn((await browser.get(path)).text), ...RIGHT };
    const both = await Promise.all([browser.post(path, form), browser.post(path, form)]);
    expect(both.map(({ status }) => status)).toEqual([422, 422]);
    expect(both.map(({ text }) => /You have (\w+ tr\w+) left/.exec(text)?.[1]).sort()).toEqual(['1 try', '2 tries']);
  });

  it('takes no form from elsewhere, or without its token', async () => {
    const { browser, path, authorization } = await claimed();
    const form_token = formTokenIn((await browser.get(path)).text);
    const form = { form_token, ...RIGHT };
    expect((await browser.post(path, form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await browser.post(path, RIGHT)).status).toBe(403);
    expect((await browser.post(path, { ...form, form_token: `${form_token}x` })).status).toBe(403);
    expect((await web.kept(authorization))?.status).toBe('claimed');
    expect(web.sentToProducts).toEqual([]);
  });

  it('shows choices, fixed values and hostile titles as what they are', async () => {
    const nasty = '"><script>x</script>';
    const fields: readonly Field[] = [
      {
        key: 'region',
        title: nasty,
        hint: nasty,
        choices: [
          { value: 'eu', title: nasty },
          { value: nasty, title: 'US' },
        ],
        value: nasty,
      },
      { key: 'base', title: 'Base', visibility: 'read-only', value: nasty },
      { key: 'hidden', title: 'Hidden', visibility: 'hidden', value: 'the-hidden-value' },
      { key: 'note', title: 'Note', required: false },
    ];
    const { profiles, ...rest } = forms();
    const [profile] = profiles;
    if (profile === undefined || profile.method === 'oauth2') throw new Error('forms has a form');
    const integration: Integration = { ...rest, profiles: [{ ...profile, fields }] };
    const own = await startWeb({ integrations: [integration] });
    const { browser, path } = await claimed(own);
    const { text } = await browser.get(path);
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('the-hidden-value');
    expect(text).toMatch(/<option value="&quot;[^"]+" selected>US<\/option>/);
    expect(text).toMatch(/<input id="base" type="text" value="&quot;[^"]+" readonly/);
    expect(text).toContain('(optional)');
    await own.close();
  });
});
