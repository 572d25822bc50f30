import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderUnreachableError } from '../../src/errors.ts';
import type { Field } from '../../src/model/field.ts';
import type { Integration } from '../../src/model/integration.ts';
import { formTokenIn } from './http-browser.ts';
import { forms } from './integrations.ts';
import { ALICE, answerAsProducts, json, type RunningWeb, startWeb } from './running-web.ts';

describe('the form for keys', () => {
  let web: RunningWeb;
  let answer = answerAsProducts;
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

  it('is for the browser that claimed the link', async () => {
    const { path } = await claimed();
    expect((await web.browser().get(path)).status).toBe(403);
    const { browser: other } = await claimed(web, { owner: ALICE });
    expect((await other.get(path)).status).toBe(403);
  });

  it('takes no form from elsewhere, without its token, or without a session', async () => {
    const { browser, path, authorization } = await claimed();
    const form_token = formTokenIn((await browser.get(path)).text);
    const form = { form_token, ...RIGHT };
    expect((await browser.post(path, form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await browser.post(path, RIGHT)).status).toBe(403);
    expect((await browser.post(path, { ...form, form_token: `${form_token}x` })).status).toBe(403);
    expect((await web.browser().post(path, form)).status).toBe(403);
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
