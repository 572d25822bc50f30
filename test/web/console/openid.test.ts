import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedHttp } from '../../../src/http/guarded-http.ts';
import { formTokenIn } from '../http-browser.ts';
import { addressIn, beginAtCompany, type Company, fromCompany, signInByCompany, startCompany } from './company.ts';
import { consoleCookieOf, type RunningConsole, startConsole, submitAt } from './running-console.ts';

describe('signing in through the company', () => {
  let company: Company;
  let web: RunningConsole;
  beforeAll(async () => {
    company = await startCompany();
  });
  afterAll(() => company.close());
  beforeEach(async () => {
    company.subject = 'ann';
    company.now = () => Date.now() / 1000;
    web = await startConsole({
      services: { http: createGuardedHttp(), now: Date.now },
      console: { openId: { issuer: company.issuer, clientId: 'console', clientSecret: 'secret', allowed: ['ann'] } },
    });
  });
  afterEach(() => web.close());

  it('lets in who is allowed, with a new session, and closes the setup', async () => {
    const browser = web.browser();
    const before = consoleCookieOf(browser)[1];
    const { status, headers } = await signInByCompany(browser);
    expect([status, headers.location]).toEqual([303, '/console']);
    expect(consoleCookieOf(browser)[1]).not.toBe(before);
    expect((await browser.get('/console')).status).toBe(200);
    expect((await web.browser().get('/console/setup')).status).toBe(404);
    expect((await browser.get('/console/account')).text).toContain('there is no password here');
  });

  it('lets nobody else in, however well the company knows them', async () => {
    company.subject = 'mallory';
    const browser = web.browser();
    const { status, text } = await signInByCompany(browser);
    expect(status).toBe(403);
    expect(text).toContain('is not allowed to sign in here');
    expect((await browser.get('/console')).status).toBe(303);
  });

  it('takes no answer for another browser, none twice, and none that it did not ask for', async () => {
    const ann = web.browser();
    const back = await fromCompany(await beginAtCompany(ann));
    expect((await web.browser().get(back)).status).toBe(400);
    expect((await ann.get(back)).status).toBe(303);
    expect((await ann.get(back)).status).toBe(400);
    expect((await web.browser().get('/console/openid/callback?code=x&state=y')).status).toBe(400);
  });

  it('is begun by a page of ours only', async () => {
    const { text } = await web.browser().get('/console/sign-in');
    const fields = { form_token: formTokenIn(text) };
    const foreign = await web.browser().post('/console/openid', fields, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
  });

  it('asks for a fresh sign-in before what cannot be taken back, and comes back to where one was', async () => {
    const browser = web.browser();
    await signInByCompany(browser);
    const { text } = await browser.get('/console/integrations/forms/delete');
    expect(text).not.toContain('Confirm that it’s you');
    const [operator] = await web.services.vault.operators.list();
    expect(operator?.passwordHash).toBeUndefined();

    const proof = await submitAt(browser, '/console/prove?to=/integrations/forms/delete', '/console/prove', {
      to: '/integrations/forms/delete',
    });
    const url = addressIn(proof.text);
    expect(new URL(url).searchParams.get('max_age')).toBe('0');
    const done = await browser.get(await fromCompany(url));
    expect([done.status, done.headers.location]).toEqual([303, '/console/integrations/forms/delete']);
  });

  it('goes nowhere else afterwards, whatever the address says', async () => {
    const browser = web.browser();
    await signInByCompany(browser);
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '@evil.example']) {
      const proof = await submitAt(browser, '/console/prove', '/console/prove', { to });
      const done = await browser.get(await fromCompany(addressIn(proof.text)));
      expect(done.headers.location).toBe('/console');
    }
  });
});
