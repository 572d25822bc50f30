import { afterEach, describe, expect, it } from 'vitest';
import { forms } from '../integrations.ts';
import { json } from '../running-web.ts';
import { PASSWORD, type RunningConsole, startConsole, submitAt } from './running-console.ts';

const PAYLOAD = `"><img src=x onerror=alert(1)>'\`{{constructor}}`;

describe('text from outside', () => {
  let web: RunningConsole;
  afterEach(() => web.close());

  const expectInert = (text: string) => {
    expect(text).not.toContain('<img src=x');
  };

  it('is text in every field of a profile, wherever it is shown', async () => {
    web = await startConsole();
    const browser = await web.signedIn();
    const fields = Object.fromEntries(
      [
        'name',
        'description',
        'fields.0.title',
        'fields.0.key',
        'fields.0.hint',
        'placements.0.name',
        'placements.0.value',
      ].map((name) => [name, PAYLOAD]),
    );
    const page = '/console/profiles/new?integration=forms&kind=api_key';
    const all = { ...fields, integration: 'forms', kind: 'api_key' };
    const refused = await submitAt(browser, page, '/console/profiles/new', { ...all, intent: 'save' });
    expect(refused.status).toBe(422);
    expectInert(refused.text);
    const saved = await submitAt(browser, page, '/console/profiles/new', { ...all, intent: 'draft' });
    expect(saved.status).toBe(303);
    const [profile] = await web.services.vault.profiles.list();
    for (const path of ['/profiles', `/profiles/${profile?.id}`, `/profiles/${profile?.id}/delete`, '/audit']) {
      const { status, text } = await browser.get(`/console${path}`);
      expect(status).toBe(200);
      expect(text).toContain('&lt;img src=x');
      expectInert(text);
    }
  });

  it('is text in the name of an account that a product answers', async () => {
    web = await startConsole({ answer: () => json({ id: 'u1', email: PAYLOAD }) });
    const browser = await web.signedIn();
    await submitAt(browser, '/console', '/console/integrations/forms/who', {
      mode: 'preauthorized',
      profile: 'key',
      confirmed: 'yes',
    });
    const shared = await submitAt(browser, '/console', '/console/integrations/forms/authorize', {
      profile: 'key',
      'field.email': 'a@b.example',
      'field.apiKey': 'the-typed-key',
    });
    expect(shared.status).toBe(303);
    const [connection] = await web.services.vault.connections.listAll({ limit: 1 });
    for (const path of [
      '',
      '/integrations/forms',
      '/integrations/forms/delete',
      '/connections',
      `/connections/${connection?.id}/revoke`,
    ]) {
      const { text } = await browser.get(`/console${path}`);
      expect(text).toContain('&lt;img src=x');
      expectInert(text);
      expect(text).not.toContain('the-typed-key');
    }
  });

  it('is text in what a product answers to a test, and the key that was typed is masked', async () => {
    web = await startConsole({
      answer: ({ headers }) => ({
        status: 401,
        headers: { 'x-echo': PAYLOAD },
        body: `<script>alert(1)</script> ${JSON.stringify(headers)}`,
      }),
    });
    const browser = await web.signedIn();
    const path = '/console/integrations/forms/profiles/key/test';
    const fields = { 'field.email': 'a@b.example', 'field.apiKey': 'the-typed-key' };
    const { status, text } = await submitAt(browser, path, path, fields);
    expect(status).toBe(200);
    expectInert(text);
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('the-typed-key');
    expect(text).toContain('••••••');
  });

  it('is text in names, addresses and filters', async () => {
    web = await startConsole();
    const browser = await web.signedIn();
    const pages = [
      await web.browser().submit('/console/sign-in', { name: PAYLOAD, password: PASSWORD }),
      await web.browser().get(`/console/setup?token=${encodeURIComponent(PAYLOAD)}`),
      await browser.get(`/console/audit?actor=${encodeURIComponent(PAYLOAD)}&what=${encodeURIComponent(PAYLOAD)}`),
      await browser.get(`/console/connections?integration=${encodeURIComponent(PAYLOAD)}`),
      await browser.get(`/console/profiles/new?integration=${encodeURIComponent(PAYLOAD)}&kind=oauth2`),
      await submitAt(browser, '/console', '/console/integrations/forms/audience', { kind: PAYLOAD, list: PAYLOAD }),
    ];
    for (const { text } of pages) expectInert(text);
  });

  it('is text in the name of an integration', async () => {
    web = await startConsole({ integrations: [{ ...forms(), name: PAYLOAD }] });
    const browser = await web.signedIn();
    for (const path of ['', '/integrations/forms', '/integrations/forms/delete', '/profiles', '/connections']) {
      expectInert((await browser.get(`/console${path}`)).text);
    }
  });
});
