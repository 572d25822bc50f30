import { afterEach, beforeEach, expect, it } from 'vitest';
import { formTokenIn } from './http-browser.ts';
import { arriveAtProduct, type RunningWeb, startWeb, toldInChat } from './running-web.ts';

let web: RunningWeb;
beforeEach(async () => {
  web = await startWeb();
});
afterEach(() => web.close());

const refusals = async () =>
  (await web.services.vault.audit.list({ limit: 9 }))
    .filter(({ result }) => result === 'other_browser')
    .map(({ actor, what, subject }) => `${actor} ${what} ${subject}`);

it('another browser that presses the button of a claimed link is in the audit log', async () => {
  const { path, authorization } = await web.begin();
  const [one, other] = [web.browser(), web.browser()];
  const page = await other.get(path);
  await one.submit(path);
  await other.post(path, { form_token: formTokenIn(page.text) });
  expect(await refusals()).toEqual([`browser link_claimed ${authorization.id}`]);
  expect(await toldInChat(web)).toEqual(['other_browser']);
});

it('another browser that comes back from the product is', async () => {
  const { state, authorization } = await arriveAtProduct(web);
  await web.browser().get(`/oauth/callback/tracker?code=the-code&state=${state}`);
  expect(await refusals()).toEqual([`browser callback ${authorization.id}`]);
  expect(web.sentToProducts).toEqual([]);
});

it('another browser that sends a key is, and one that only looks is not', async () => {
  const { path, authorization } = await web.begin({ integration: 'forms', scopes: [] });
  const [one, other] = [web.browser(), web.browser()];
  const { headers } = await one.submit(path);
  const form = await one.get(headers.location ?? '');
  await other.get(headers.location ?? '');
  expect(await refusals()).toEqual([]);
  const fields = { form_token: formTokenIn(form.text), 'field.email': 'a@b.example', 'field.apiKey': 'stolen-key-1' };
  await other.post(headers.location ?? '', fields);
  expect(await refusals()).toEqual([`browser credential_submitted ${authorization.id}`]);
  expect(web.sentToProducts).toEqual([]);
});
