import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashPassword } from '../../../src/flows/operator/password-hash.ts';
import { createGuardedHttp } from '../../../src/http/guarded-http.ts';
import type { Operator } from '../../../src/model/operator.ts';
import { storedFacts } from '../../../src/model/stored-facts.ts';
import { formTokenIn, type HttpBrowser } from '../http-browser.ts';
import { beginAtCompany, type Company, fromCompany, signInByCompany, startCompany } from './company.ts';
import { NAME, PASSWORD, type RunningConsole, startConsole, submitAt } from './running-console.ts';

const MINUTE = 60_000;
const OMAR = 'omar@example.com';

const named = async ({ services }: RunningConsole, name: string): Promise<Operator> => {
  const found = (await services.vault.operators.list()).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no developer ${name}`);
  return found;
};

const removal = async (web: RunningConsole, name: string) =>
  `/console/developers/${(await named(web, name)).id}/remove`;

describe('developers of the console', () => {
  let web: RunningConsole;
  let ann: HttpBrowser;
  let omar: HttpBrowser;
  beforeEach(async () => {
    web = await startConsole();
    ann = await web.signedIn();
    const passwordHash = await hashPassword(PASSWORD, web.services.randomBytes);
    const now = web.clock.now - 1;
    const account = { id: 'omar', version: 1, name: OMAR, passwordHash, createdAt: now, updatedAt: now };
    await web.services.vault.operators.put(account);
    omar = web.browser();
    await omar.submit('/console/sign-in', { name: OMAR, password: PASSWORD });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await web.close();
  });

  const names = async () => (await web.services.vault.operators.list()).map(({ name }) => name);

  it('are listed with how and when they signed in, on a page that the own account leads to', async () => {
    expect((await ann.get('/console/account')).text).toContain('href="/console/developers"');
    const unseen: Operator = { ...(await named(web, OMAR)), id: 'o3', version: 1, name: 'unseen@example.com' };
    const { sessions: _, signedInAt: __, ...rest } = unseen;
    await web.services.vault.operators.put(rest);
    const { status, text } = await ann.get('/console/developers');
    expect(status).toBe(200);
    const rows = text.split('<tr').slice(2);
    const rowOf = (name: string) => rows.find((row) => row.includes(`<bdi>${name}</bdi>`)) ?? '';
    expect(rowOf(NAME)).toContain('This is you');
    expect(rowOf(NAME)).not.toContain('/remove"');
    expect(rowOf(OMAR)).toContain('Password');
    expect(rowOf(OMAR)).toContain('2026-09-01T12:00:00.000Z');
    expect(rowOf(OMAR)).toContain('href="/console/developers/omar/remove"');
    expect(rowOf('unseen@example.com')).toContain('not known');
  });

  it('who are removed find the sign-in in every open tab, and nothing that they send counts', async () => {
    const phone = web.browser();
    await phone.submit('/console/sign-in', { name: OMAR, password: PASSWORD });
    const tab = await omar.get('/console/account');
    const asked = await ann.get('/console/developers/omar/remove');
    expect(asked.text).toContain(`Remove ${OMAR}?`);
    const done = await submitAt(ann, '/console/developers/omar/remove', '/console/developers/omar/remove');
    expect(done.status).toBe(200);
    expect(done.text).toContain(`${OMAR} is removed and signed out everywhere.`);
    expect(await names()).toEqual([NAME]);
    for (const browser of [omar, phone]) {
      const { status, headers } = await browser.get('/console');
      expect([status, headers.location]).toEqual([303, '/console/sign-in']);
    }
    const late = await omar.post('/console/account/sessions', {
      form_token: formTokenIn(tab.text),
      session: 'others',
    });
    expect(late.status).toBe(401);
    const again = await omar.submit('/console/sign-in', { name: OMAR, password: PASSWORD });
    expect(again.status).toBe(422);
    const [entry] = await web.services.vault.audit.list({ limit: 9, what: 'operator_removed' });
    expect(entry).toMatchObject({
      actor: `operator:${NAME}`,
      subject: 'omar',
      result: storedFacts({ kind: 'developer', name: OMAR }),
    });
    expect((await ann.get('/console/audit')).text).toContain('Removed a developer');
    expect((await ann.get('/console/developers/omar/remove')).status).toBe(404);
  });

  it('are removed by who has just proved who they are', async () => {
    const path = '/console/developers/omar/remove';
    web.clock.now += 6 * MINUTE;
    expect((await ann.get(path)).text).toContain('name="current_password"');
    for (const fields of [{}, { current_password: 'not the password' }]) {
      expect((await submitAt(ann, path, path, fields)).status).toBe(422);
    }
    expect(await names()).toHaveLength(2);
    expect((await submitAt(ann, path, path, { current_password: PASSWORD })).status).toBe(200);
    expect(await names()).toEqual([NAME]);
  });

  it('are not removed by another site, nor with the token of another session', async () => {
    const path = '/console/developers/omar/remove';
    const token = formTokenIn((await ann.get(path)).text);
    const foreign = await ann.post(path, { form_token: token }, { 'sec-fetch-site': 'cross-site' });
    const stolen = await ann.post(path, { form_token: formTokenIn((await omar.get('/console')).text) });
    expect([foreign.status, stolen.status]).toEqual([403, 403]);
    expect((await ann.get(path)).status).toBe(200);
    expect(await names()).toHaveLength(2);
  });

  it('never remove themselves, and the last one reads what to do', async () => {
    const own = await removal(web, NAME);
    for (const answer of [await ann.get(own), await submitAt(ann, '/console', own)]) {
      expect(answer.status).toBe(409);
      expect(answer.text).toContain('Ask one of the other developers');
    }
    await submitAt(ann, '/console', '/console/developers/omar/remove');
    const last = await submitAt(ann, '/console', own);
    expect(last.status).toBe(409);
    expect(last.text).toContain('allow somebody else in openId.allowed');
    web.clock.now += 6 * MINUTE;
    expect((await submitAt(ann, '/console', own)).status).toBe(409);
    expect(await names()).toEqual([NAME]);
    expect((await ann.get('/console')).status).toBe(200);
  });

  it('who remove each other at the same moment: one of them stays', async () => {
    const [annPath, omarPath] = [await removal(web, NAME), await removal(web, OMAR)];
    const tokens = [formTokenIn((await ann.get('/console')).text), formTokenIn((await omar.get('/console')).text)];
    const answers = await Promise.all([
      ann.post(omarPath, { form_token: tokens[0] ?? '' }),
      omar.post(annPath, { form_token: tokens[1] ?? '' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await names()).toHaveLength(1);
    expect(await web.services.vault.audit.list({ limit: 9, what: 'operator_removed' })).not.toHaveLength(0);
  });

  it('who are removed while they sign in do not come in', async () => {
    const { operators } = web.services.vault;
    const list = operators.list;
    vi.spyOn(operators, 'list').mockImplementationOnce(async () => {
      const all = await list();
      await submitAt(ann, '/console', '/console/developers/omar/remove');
      return all;
    });
    const late = web.browser();
    const { status } = await late.submit('/console/sign-in', { name: OMAR, password: PASSWORD });
    expect(status).toBe(422);
    expect((await late.get('/console')).status).toBe(303);
    expect(await names()).toEqual([NAME]);
  });

  it('who are removed while they authorize a shared account do not put theirs there', async () => {
    const share = { mode: 'preauthorized', profile: 'system', confirmed: 'yes' };
    await submitAt(omar, '/console', '/console/integrations/tracker/who', share);
    const away = await submitAt(omar, '/console', '/console/integrations/tracker/authorize', { profile: 'system' });
    const state = /[?&;]state=([\w-]+)/.exec(away.text)?.[1] ?? '';
    expect(state).not.toBe('');
    await submitAt(ann, '/console', '/console/developers/omar/remove');
    await omar.get(`/oauth/callback/tracker?code=the-code&state=${state}`);
    expect(await web.services.vault.connections.listAll({ limit: 9 })).toEqual([]);
    expect(web.sentToProducts).toEqual([]);
    const [entry] = await web.services.vault.audit.list({ limit: 1, what: 'authorization_ended' });
    expect(entry).toMatchObject({ actor: `operator:${NAME}`, result: storedFacts({ kind: 'ended', why: 'stopped' }) });
  });
});

describe('developers who sign in through the company', () => {
  let company: Company;
  let allowed: string[];
  let web: RunningConsole;
  beforeAll(async () => {
    company = await startCompany();
  });
  afterAll(() => company.close());
  beforeEach(async () => {
    company.subject = 'ann';
    company.email = 'Ann@Example.com';
    allowed = ['@example.com'];
    web = await startConsole({
      services: { http: createGuardedHttp(), now: Date.now },
      console: { openId: { issuer: company.issuer, clientId: 'console', clientSecret: 'secret', allowed } },
    });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await web.close();
  });

  /** The console after a restart with other settings, for a browser that kept its cookies. */
  const restarted = async (openId: Partial<{ issuer: string; allowed: readonly string[] }> | undefined) => {
    const { vault, http, now } = web.services;
    const settings = { issuer: company.issuer, clientId: 'console', clientSecret: 'secret', allowed };
    const console = openId === undefined ? {} : { openId: { ...settings, ...openId } };
    return startConsole({ publicUrl: web.url, services: { vault, http, now }, console });
  };

  it.each([
    ['is still in openId.allowed', { allowed: ['ann@example.com'] }, 200],
    ['is in it by the subject', { allowed: ['ann'] }, 200],
    ['is no longer in it', { allowed: ['omar@example.com', '@example.org'] }, 303],
    ['has the same name at another provider', { issuer: 'http://127.0.0.1:9' }, 303],
    ['finds that nobody signs in that way any more', undefined, 303],
  ] as const)('keep a session after a restart only while they may sign in: who %s', async (_, openId, status) => {
    const before = web.browser();
    await signInByCompany(before);
    const { text } = await before.get('/console/account');
    const next = await restarted(openId);
    const after = next.browser();
    for (const [name, value] of before.cookies) after.cookies.set(name, value);
    expect((await after.get('/console/account')).status).toBe(status);
    const fields = { form_token: formTokenIn(text), session: 'others' };
    // there is no other session
    const sent = await after.post('/console/account/sessions', fields, { origin: web.url });
    expect(sent.status).toBe(status === 200 ? 404 : 401);
    await next.close();
  });

  it('are judged by the address that the company vouched for last', async () => {
    const browser = web.browser();
    await signInByCompany(browser);
    company.email = 'ann@example.org';
    allowed.push('@example.org');
    await signInByCompany(browser);
    allowed.splice(0, 1);
    expect((await browser.get('/console')).status).toBe(200);
    allowed.splice(0, 1, '@example.com');
    expect((await browser.get('/console')).status).toBe(303);
  });

  it('are out if it is not known what the company vouched for', async () => {
    const browser = web.browser();
    await signInByCompany(browser);
    const operator = await named(web, 'ann@example.com');
    const { vouched: _, ...rest } = operator;
    await web.services.vault.operators.put({ ...rest, version: operator.version + 1 });
    expect((await browser.get('/console')).status).toBe(303);
    await signInByCompany(browser);
    expect((await browser.get('/console')).status).toBe(200);
  });

  it('cost a page no more reads than before', async () => {
    const browser = web.browser();
    await signInByCompany(browser);
    const { operators } = web.services.vault;
    const byId = vi.spyOn(operators, 'byId');
    const others = [vi.spyOn(operators, 'list'), vi.spyOn(operators, 'bySubject'), vi.spyOn(operators, 'put')];
    await browser.get('/console/profiles');
    expect(byId).toHaveBeenCalledTimes(1);
    for (const other of others) expect(other).not.toHaveBeenCalled();
  });

  it('are told by the list and before a removal what else has to be changed', async () => {
    const browser = web.browser();
    await signInByCompany(browser);
    const owner = await web.signedIn();
    expect((await owner.get('/console')).status).toBe(303);
    company.subject = 'omar';
    company.email = OMAR;
    await signInByCompany(web.browser());
    const path = await removal(web, OMAR);
    expect((await browser.get(path)).text).toContain('openId.allowed still includes this developer');
    expect((await browser.get('/console/developers')).text).not.toContain('no longer lets in');
    allowed.splice(0, 1, 'ann@example.com');
    expect((await browser.get(path)).text).not.toContain('still includes');
    expect((await browser.get('/console/developers')).text).toContain('no longer lets in');
  });

  it('who are removed while they come back from the company do not come in', async () => {
    const browser = web.browser();
    await signInByCompany(browser);
    const late = web.browser();
    const back = await fromCompany(await beginAtCompany(late));
    const { operators } = web.services.vault;
    const { id } = await named(web, 'ann@example.com');
    const bySubject = operators.bySubject;
    vi.spyOn(operators, 'bySubject').mockImplementationOnce(async (issuer, subject) => {
      const known = await bySubject(issuer, subject);
      await operators.remove(id);
      return known;
    });
    const { status, text } = await late.get(back);
    expect(status).toBe(403);
    expect(text).toContain('Try again.');
    for (const one of [browser, late]) expect((await one.get('/console')).status).toBe(303);
  });
});
