import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashPassword } from '../../../src/flows/operator/password-hash.ts';
import { createGuardedHttp } from '../../../src/http/guarded-http.ts';
import type { HttpRequest, HttpResponse } from '../../../src/model/http.ts';
import type { Profile } from '../../../src/model/profile.ts';
import { storedFacts } from '../../../src/model/stored-facts.ts';
import type { HttpBrowser } from '../http-browser.ts';
import { forms, tracker } from '../integrations.ts';
import { answerAsProducts, startWeb } from '../running-web.ts';
import { type Company, signInByCompany, startCompany } from './company.ts';
import { PASSWORD, type RunningConsole, startConsole, submitAt } from './running-console.ts';

const STOPPED = storedFacts({ kind: 'ended', why: 'stopped' });
const OMAR = 'omar@example.com';
const SHARE = { mode: 'preauthorized', profile: 'system', confirmed: 'yes' };
const AUTHORIZE = '/console/integrations/tracker/authorize';

const connections = ({ services }: RunningConsole) => services.vault.connections.listAll({ limit: 9 });
const lastEnd = async ({ services }: RunningConsole) =>
  (await services.vault.audit.list({ limit: 1, what: 'authorization_ended' }))[0];

/** Presses "Authorize" and returns the `state` with which the product sends the browser back. */
async function startAuthorizing(browser: HttpBrowser): Promise<string> {
  const { text } = await submitAt(browser, '/console', AUTHORIZE, { profile: 'system' });
  return /[?&;]state=([\w-]+)/.exec(text)?.[1] ?? '';
}

const comeBack = (browser: HttpBrowser, state: string) =>
  browser.get(`/oauth/callback/tracker?code=the-code&state=${state}`);

describe('a developer who authorizes a shared account', () => {
  let web: RunningConsole;
  let ann: HttpBrowser;
  let omar: HttpBrowser;
  /** Called before a product answers. */
  let meanwhile: (request: HttpRequest) => Promise<void>;
  beforeEach(async () => {
    meanwhile = async () => {};
    const answer = async (request: HttpRequest): Promise<HttpResponse> => {
      await meanwhile(request);
      return answerAsProducts(request);
    };
    web = await startConsole({ answer });
    ann = await web.signedIn();
    const passwordHash = await hashPassword(PASSWORD, web.services.randomBytes);
    const now = web.clock.now - 1;
    await web.services.vault.operators.put({
      id: 'omar',
      version: 1,
      name: OMAR,
      passwordHash,
      createdAt: now,
      updatedAt: now,
    });
    omar = web.browser();
    await omar.submit('/console/sign-in', { name: OMAR, password: PASSWORD });
    await submitAt(omar, '/console', '/console/integrations/tracker/who', SHARE);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await web.close();
  });

  const remove = () => submitAt(ann, '/console', '/console/developers/omar/remove');

  it('finishes it while the session lasts', async () => {
    await comeBack(omar, await startAuthorizing(omar));
    expect(await connections(web)).toHaveLength(1);
  });

  it('and is removed in the moment of "start authorizing" finishes nothing, and no code is redeemed', async () => {
    const { authorizations } = web.services.vault;
    const insert = authorizations.insert;
    vi.spyOn(authorizations, 'insert').mockImplementationOnce(async (attempt) => {
      await remove();
      await insert(attempt);
    });
    const state = await startAuthorizing(omar);
    expect(state).not.toBe('');
    const { headers } = await comeBack(omar, state);
    expect((await omar.get(String(headers.location))).text).toContain('The sign-in at Tracker was not finished.');
    expect(await connections(web)).toEqual([]);
    expect(web.sentToProducts).toEqual([]);
    expect(await lastEnd(web)).toMatchObject({ result: STOPPED });
  });

  it.each(['/token', '/me'])('and is removed while %s answers connects nothing', async (path) => {
    const state = await startAuthorizing(omar);
    meanwhile = async ({ url }) => {
      if (new URL(url).pathname === path) await remove();
    };
    await comeBack(omar, state);
    expect(await connections(web)).toEqual([]);
    expect(await lastEnd(web)).toMatchObject({ result: STOPPED });
  });

  it('and is removed before coming back: the attempt has ended at once', async () => {
    await startAuthorizing(omar);
    await remove();
    expect(await lastEnd(web)).toMatchObject({ result: STOPPED });
  });

  it('is not mistaken for another one of the same name', async () => {
    const stranger = { id: 'stranger', version: 1, name: OMAR, createdAt: 1, updatedAt: 1 };
    await web.services.vault.operators.put({ ...stranger, subject: { issuer: 'https://id.example', id: 'omar' } });
    const state = await startAuthorizing(omar);
    await submitAt(ann, '/console', '/console/developers/stranger/remove');
    await comeBack(omar, state);
    expect(await connections(web)).toHaveLength(1);
  });

  it('at the product, while another one deletes the configuration, brings nothing back', async () => {
    const state = await startAuthorizing(omar);
    await submitAt(ann, '/console', '/console/integrations/tracker/delete');
    await comeBack(omar, state);
    expect(await connections(web)).toEqual([]);
    expect(web.sentToProducts).toEqual([]);
    expect(await lastEnd(web)).toMatchObject({ result: STOPPED });
  });

  it('and whose sessions were ended elsewhere, or who signed out, finishes nothing', async () => {
    const phone = web.browser();
    await phone.submit('/console/sign-in', { name: OMAR, password: PASSWORD });
    const stolen = await startAuthorizing(omar);
    await submitAt(phone, '/console/account', '/console/account/sessions', { session: 'others' });
    await comeBack(omar, stolen);
    expect(await lastEnd(web)).toMatchObject({ result: STOPPED });
    const own = await startAuthorizing(phone);
    expect(own).not.toBe('');
    await submitAt(phone, '/console/account', '/console/sign-out');
    await comeBack(phone, own);
    expect(await connections(web)).toEqual([]);
    expect(web.sentToProducts).toEqual([]);
  });

  it('with a key, and is removed while the product checks it, connects nothing', async () => {
    meanwhile = async () => void (await remove());
    const path = '/console/integrations/forms/authorize';
    const fields = { profile: 'key', 'field.email': 'bob@corp.example', 'field.apiKey': 'a-key' };
    const { status } = await submitAt(omar, '/console', path, fields);
    expect(web.sentToProducts).toHaveLength(1);
    expect(await connections(web)).toEqual([]);
    expect(status).toBe(401);
  });
});

describe('as the bot itself', () => {
  it('a developer who is removed while the product gives the token connects nothing, and the token is ended', async () => {
    const itself: Profile = {
      id: 'itself',
      title: 'The bot itself',
      method: 'oauth2',
      grant: 'client_credentials',
      origin: 'system',
      clientId: 'bot',
      clientSecret: 'the-client-secret',
      tokenUrl: 'https://tracker.example/token',
      revocationUrl: 'https://tracker.example/revoke',
      scopes: [],
      placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
    };
    let remove = async () => {};
    const answer = async (request: HttpRequest): Promise<HttpResponse> => {
      if (new URL(request.url).pathname === '/me') await remove();
      return answerAsProducts(request);
    };
    const web = await startConsole({ answer, integrations: [tracker({ profiles: [itself] }), forms()] });
    const ann = await web.signedIn();
    const { operators } = web.services.vault;
    remove = async () => {
      for (const { id } of await operators.list()) await operators.remove(id);
    };
    const { status } = await submitAt(ann, '/console', AUTHORIZE, { profile: 'itself' });
    expect(status).toBe(401);
    expect(await connections(web)).toEqual([]);
    const { outbox } = web.services.vault;
    const queued = await outbox.claim(web.clock.now, web.clock.now + 1000, 'test', 9);
    expect(queued).toMatchObject([{ notice: { kind: 'revoke', credential: { accessToken: 'the-access-token' } } }]);
    await web.close();
  });
});

describe('a developer whom the company lets in', () => {
  let company: Company;
  let allowed: string[];
  let web: RunningConsole;
  let browser: HttpBrowser;
  const openId = () => ({ issuer: company.issuer, clientId: 'console', clientSecret: 'secret', allowed });
  beforeAll(async () => {
    company = await startCompany();
  });
  afterAll(() => company.close());
  beforeEach(async () => {
    company.subject = 'ann';
    company.email = 'ann@example.com';
    company.now = () => web.clock.now / 1000;
    allowed = ['@example.com'];
    const guarded = createGuardedHttp();
    const sent: HttpRequest[] = [];
    const http = {
      ...guarded,
      sender: (where: Parameters<typeof guarded.sender>[0]) =>
        where.allowInsecureLoopback === true
          ? guarded.sender(where)
          : async (request: HttpRequest) => {
              sent.push(request);
              return answerAsProducts(request);
            },
    };
    web = await startConsole({ services: { http, now: Date.now }, console: { openId: openId() } });
    web.clock.now = Date.now();
    browser = web.browser();
    await signInByCompany(browser);
    await submitAt(browser, '/console', '/console/integrations/tracker/who', SHARE);
  });
  afterEach(() => web.close());

  it.each([
    ['is still in openId.allowed', ['ann@example.com'], 1],
    ['was taken out of it', ['omar@example.com'], 0],
  ] as const)('and %s, when the browser comes back to a process that was restarted', async (_, now, connected) => {
    const state = await startAuthorizing(browser);
    const { vault, http } = web.services;
    const next = await startConsole({
      publicUrl: web.url,
      services: { vault, http, now: Date.now },
      console: { openId: { ...openId(), allowed: now } },
    });
    const after = next.browser();
    for (const [name, value] of browser.cookies) after.cookies.set(name, value);
    await comeBack(after, state);
    expect(await connections(web)).toHaveLength(connected);
  });

  it('finishes it in a process that serves no console, as long as the session lasts', async () => {
    const { vault, http } = web.services;
    const pages = await startWeb({ publicUrl: web.url, services: { vault, http, now: Date.now } });
    const after = pages.browser();
    const state = await startAuthorizing(browser);
    for (const [name, value] of browser.cookies) after.cookies.set(name, value);
    await comeBack(after, state);
    expect(await connections(web)).toHaveLength(1);
  });
});
