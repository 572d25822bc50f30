import { expect, test } from 'vitest';
import { http } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';
import { signedIn } from './jira-person.ts';

const sandbox = await runningSandbox();

test('an issue has a page for people, and its text is escaped there', async () => {
  const bob = await signedIn(sandbox);
  const fields = { project: { key: 'KAN' }, issuetype: { name: 'Task' }, summary: '<b>bold</b>' };
  const { key } = (await bob.send('POST', '/issue', { fields })).json;
  const { status, text } = await http(`${sandbox.jira.siteUrl('acme')}/browse/${key}`);
  expect(status).toBe(200);
  expect(text).toContain('&lt;b&gt;bold&lt;/b&gt;');
});

test('an issue of another site has no page here', async () => {
  expect((await http(`${sandbox.jira.siteUrl('globex')}/browse/KAN-1`)).status).toBe(404);
});

test('a 3LO token is worth nothing on the site itself', async () => {
  const { tokens } = await signedIn(sandbox);
  const headers = { authorization: `Bearer ${tokens.access_token}` };
  expect((await http(`${sandbox.jira.siteUrl('acme')}/rest/api/3/myself`, { headers })).status).toBe(401);
});
