import { afterEach, expect, it } from 'vitest';
import { endAuthorization } from '../../src/flows/end-authorization.ts';
import { ownerKey } from '../../src/model/owner.ts';
import { formTokenIn, type HttpBrowser } from './http-browser.ts';
import { ALICE, arriveAtProduct, BOB, type RunningWeb, startWeb } from './running-web.ts';

let web: RunningWeb;
afterEach(() => web.close());

const MINUTE = 60_000;

/** A browser that comes back from the product without its cookie. */
async function comeBack() {
  const { state, authorization } = await arriveAtProduct(web);
  const browser = web.browser();
  const callback = `/oauth/callback/tracker?code=the-code&state=${state}`;
  const page = await browser.get(callback);
  return { authorization, browser, callback, page, path: `/done/${authorization.id}/new-link` };
}

const press = (browser: HttpBrowser, path: string, page: { readonly text: string }) =>
  browser.post(path, { form_token: formTokenIn(page.text) });

const openOf = (owner = BOB) => web.services.vault.authorizations.openOf(ownerKey(owner));
const errands = async (owner = BOB) =>
  web.services.vault.errands.here(ownerKey(owner), 'chat of bob', web.clock.now - 60 * MINUTE);
const audited = async () =>
  (await web.services.vault.audit.list({ limit: 20 })).flatMap(({ what, result }) =>
    what === 'new_link_asked' ? result : [],
  );

it('says who asked and how to go on, and shows no link', async () => {
  web = await startWeb();
  const { page, authorization, callback, browser } = await comeBack();
  expect(page.status).toBe(403);
  expect(page.text).toContain('You came back from Tracker in a different browser');
  expect(page.text).toContain('Bob Jones');
  expect(page.text).toContain('If you did not ask Helpdesk Bot for this in your own chat, close this page.');
  expect(page.text).toContain('Send a new link to the chat');
  expect(page.text).not.toContain('/connect/');
  expect(page.headers['set-cookie']).toBeUndefined();
  expect(await web.kept(authorization)).toMatchObject({ status: 'failed', why: 'other_browser' });
  // loaded again, and opened in another browser from the menu of the app
  for (const again of [browser, web.browser()]) expect((await again.get(callback)).text).toContain('Send a new link');
});

it('begins one attempt, in the chat that asked, however often the button is pressed', async () => {
  web = await startWeb();
  const { browser, page, path, authorization } = await comeBack();
  const answers = await Promise.all([press(browser, path, page), press(browser, path, page)]);
  answers.push(await press(browser, path, page));
  for (const { status, text, headers } of answers) {
    expect([status, text.includes('Look in your chat'), text.includes('/connect/')]).toEqual([200, true, false]);
    expect(headers['set-cookie']).toBeUndefined();
  }
  const [opened, ...others] = await openOf();
  expect(others).toEqual([]);
  expect(opened).toMatchObject({ status: 'new', integration: 'tracker', conversation: { key: 'chat of bob' } });
  expect(opened?.id).not.toBe(authorization.id);
  expect(await errands()).toMatchObject([
    { status: 'waiting', authorizationId: opened?.id, owes: 'access', isAskedOnPage: true, dueAt: web.clock.now },
  ]);
  expect((await audited()).filter((result) => result === 'ok')).toEqual(['ok']);
});

it('can be asked once for each attempt: what comes of the next one has a button of its own', async () => {
  web = await startWeb();
  const first = await comeBack();
  await press(first.browser, first.path, first.page);
  const [opened] = await openOf();
  // the chat got a link of its own; the attempt ends in the same way as the first one
  const second = await comeBack();
  expect(second.authorization.id).toBe(opened?.id);
  await press(first.browser, first.path, first.page);
  expect(await openOf()).toEqual([]);
  await press(second.browser, second.path, second.page);
  expect(await openOf()).toHaveLength(1);
});

it('does nothing once the person has gone on in the chat, and ends no attempt that is open', async () => {
  web = await startWeb();
  const { browser, page, path } = await comeBack();
  const { authorization } = await web.begin({ conversation: { key: 'another', kind: 'personal', reference: {} } });
  expect((await press(browser, path, page)).status).toBe(200);
  expect((await openOf()).map(({ id }) => id)).toEqual([authorization.id]);
  expect(await audited()).toEqual([]);
});

it('works for ten minutes', async () => {
  web = await startWeb();
  const { browser, page, path, callback } = await comeBack();
  web.clock.now += 10 * MINUTE;
  expect((await press(browser, path, page)).status).toBe(200);
  expect(await openOf()).toEqual([]);
  expect((await browser.get(callback)).text).not.toContain('Send a new link');
});

it('keeps to the limits of somebody who asks in the chat', async () => {
  web = await startWeb();
  const come = await comeBack();
  for (let count = 0; count < 4; count += 1) {
    await web.begin({ restart: true });
    web.clock.now += 1;
  }
  for (const open of await openOf()) {
    await endAuthorization(web.services, open, { status: 'failed', why: 'interrupted', tell: 'told' });
  }
  const answer = await press(come.browser, come.path, come.page);
  expect([answer.status, answer.headers['retry-after']]).toEqual([429, '60']);
  expect(await openOf()).toEqual([]);
});

it('is refused without the form of the page, from another site, and for every other attempt', async () => {
  web = await startWeb();
  const { browser, page, path, authorization } = await comeBack();
  const { path: link, authorization: other } = await web.begin({ owner: ALICE });
  const token = formTokenIn(page.text);
  const linkToken = formTokenIn((await browser.get(link)).text);
  const foreign = [
    await browser.post(path, {}),
    await browser.post(path, { form_token: linkToken }),
    await browser.post(path, { form_token: token }, { 'sec-fetch-site': 'cross-site' }),
    await browser.post(path, { form_token: token }, { origin: 'https://evil.example' }),
    await browser.post(`/done/${other.id}/new-link`, { form_token: token }),
    await browser.post('/done/unknown/new-link', { form_token: token }),
  ];
  expect(foreign.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  expect(await openOf()).toEqual([]);
  expect((await browser.get(path)).status).toBe(405);
  expect((await web.kept(authorization))?.status).toBe('failed');
});

it('is not offered where a link was opened or a key sent by another browser: scanners press buttons', async () => {
  web = await startWeb();
  const { path } = await web.begin();
  const [one, other] = [web.browser(), web.browser()];
  const page = await other.get(path);
  await one.submit(path);
  const stopped = await other.post(path, { form_token: formTokenIn(page.text) });
  expect(stopped.text).toContain('I stopped it');
  expect(stopped.text).not.toContain('<form');
});

it('sends nobody a link for an account that the developers share', async () => {
  web = await startWeb();
  const { state } = await arriveAtProduct(web, { owner: { kind: 'shared', bot: 'bot' } });
  const page = await web.browser().get(`/oauth/callback/tracker?code=the-code&state=${state}`);
  expect([page.status, page.text.includes('<form')]).toEqual([403, false]);
});
