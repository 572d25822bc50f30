import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LINK_LIFETIME } from '../../src/model/authorization.ts';
import { send } from './http-browser.ts';
import { forms, tracker } from './integrations.ts';
import { type RunningWeb, startWeb } from './running-web.ts';

describe('the connect page', () => {
  let web: RunningWeb;
  beforeEach(async () => {
    web = await startWeb();
  });
  afterEach(() => web.close());

  it('says who connects what, with which permissions, and what to do if it was not you', async () => {
    const { path } = await web.begin();
    const { status, text } = await web.browser().get(path);
    expect(status).toBe(200);
    for (const shown of [
      '<h1>Connect Tracker to Helpdesk Bot</h1>',
      'Helpdesk Bot needs access to Tracker to create the issue.',
      'Bob Jones</bdi></strong> in Microsoft Teams',
      'Read your issues',
      'Create issues',
      'If you did not ask Helpdesk Bot for this in your own chat, close this page.',
      'Continue to Tracker',
      'another 10 minutes',
    ]) {
      expect(text).toContain(shown);
    }
    expect(text).not.toContain('tracker.example');
  });

  it('rounds the time that is left up, so that ten minutes are not nine at the first look', async () => {
    const { path } = await web.begin();
    web.clock.now += 1_000;
    expect((await web.browser().get(path)).text).toContain('another 10 minutes');
    web.clock.now += LINK_LIFETIME - 1_001;
    expect((await web.browser().get(path)).text).toContain('another 1 minute,');
  });

  it('has one heading, one main, a language, and no script', async () => {
    const { path } = await web.begin();
    const { text } = await web.browser().get(path);
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text.match(/<main/g)).toHaveLength(1);
    expect(text).toContain('<html lang="en" dir="ltr">');
    expect(text).not.toMatch(/<script|javascript:|\son\w+=|style=/i);
  });

  it('changes nothing, however often it is opened', async () => {
    const { path, authorization } = await web.begin();
    const begun = await web.kept(authorization);
    for (let times = 0; times < 50; times += 1) {
      const answer = await send(web.url, path, { method: times % 2 === 0 ? 'GET' : 'HEAD' });
      expect(answer.status).toBe(200);
    }
    expect(begun?.status).toBe('new');
    expect(await web.kept(authorization)).toEqual(begun);
    const used = await web.browser().submit(path);
    expect(used.status).toBe(200);
    expect((await web.kept(authorization))?.status).toBe('redirected');
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const { path } = await web.begin();
    const [get, head] = [await send(web.url, path), await send(web.url, path, { method: 'HEAD' })];
    expect(head.text).toBe('');
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });

  it('is the same for links that are unknown, expired or used', async () => {
    const expired = await web.begin();
    web.clock.now += LINK_LIFETIME;
    const gone = await send(web.url, expired.path);
    const used = await web.begin({ integration: 'forms', scopes: [] });
    const browser = web.browser();
    const form = await browser.submit(used.path);
    await browser.submit(form.headers.location ?? '', { 'field.email': 'bob@corp.example', 'field.apiKey': 'key' });
    expect((await web.kept(used.authorization))?.status).toBe('quarantined');

    const unknown = await send(web.url, '/connect/unknown');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('This link has expired, was already used, or a newer one has replaced it.');
    expect({ ...gone, headers: {} }).toEqual({ ...unknown, headers: {} });
    expect({ ...(await send(web.url, used.path)), headers: {} }).toEqual({ ...unknown, headers: {} });
  });

  it('offers the form where a key is asked for', async () => {
    const { path } = await web.begin({ integration: 'forms', scopes: [] });
    const { text } = await web.browser().get(path);
    expect(text).toContain('You enter your Forms details on the next page.');
    expect(text).toContain('>Continue</button>');
  });
});

describe('what names hold', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>',
    '"onmouseover="alert(1)',
    "'><img src=x onerror=alert(1)>",
    '&lt;b&gt;',
  ];

  it.each(PAYLOADS)('is shown as text: %s', async (payload) => {
    const web = await startWeb({
      settings: { botName: payload },
      integrations: [tracker({ name: payload, scopeTexts: { 'write:issue': payload } }), forms()],
    });
    const conversation = { key: 'c', kind: 'personal', reference: {} } as const;
    const owner = { kind: 'user', bot: 'bot', channel: payload, tenant: '', user: 'bob' } as const;
    const { path } = await web.begin({ ownerName: payload, purpose: payload, owner, conversation });
    const { text } = await web.browser().get(path);
    expect(text).not.toContain(payload);
    expect(text).not.toMatch(/<script|<img src=x|"onmouseover/);
    expect(text.match(/&lt;script|&quot;onmouseover|&gt;&lt;img|&amp;lt;b/g)?.length).toBeGreaterThan(5);
    await web.close();
  });

  it('is cut and closed in where it stands in a sentence, so that it moves and covers nothing', async () => {
    const web = await startWeb();
    const ownerName = `\u202e\u05d3\u05e0\u05d9 ${'x\u0300\u0301\u0302\u0303\u0304\u0305'.repeat(500)}`;
    const { path } = await web.begin({ ownerName });
    const { text } = await web.browser().get(path);
    const shown = `\u05d3\u05e0\u05d9 ${'x\u0300\u0301\u0302\u0303'.repeat(75)}…`;
    expect(text).toContain(`<bdi>${shown}</bdi>`);
    expect(text).toContain(`for what \u2068${shown}\u2069 asks.`);
    expect(text).not.toMatch(/[\u202a-\u202e\ufffd]|\u0304/);
    await web.close();
  });
});
