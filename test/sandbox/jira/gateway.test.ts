import { describe, expect, test } from 'vitest';
import { http } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';
import { exchange, newCode, signedIn } from './jira-person.ts';

const sandbox = await runningSandbox();
const unauthorized = { code: 401, message: 'Unauthorized' };
const task = { project: { key: 'KAN' }, issuetype: { name: 'Task' }, summary: 'Water the plants' };
const text = (value: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
});

describe('accessible-resources', () => {
  test('lists both sites of Bob, as a bare array', async () => {
    const { json } = await (await signedIn(sandbox)).resources();
    expect(json.map((site: { name: string }) => site.name)).toEqual(['Acme', 'Globex']);
    expect(json[0]).toMatchObject({
      id: sandbox.jira.sites[0]?.cloudId,
      url: sandbox.jira.siteUrl('acme'),
      scopes: ['read:jira-work', 'write:jira-work', 'read:jira-user'],
    });
  });

  test('lists only the chosen site, and a further consent adds the other', async () => {
    const [acme, globex] = sandbox.jira.sites.map(({ cloudId }) => cloudId);
    await exchange(sandbox, await newCode(sandbox, 'bob', undefined, [acme ?? '']));
    const code = await newCode(sandbox, 'bob', 'read:jira-work', [acme ?? '']);
    const { access_token: token } = (await exchange(sandbox, code)).json;
    const resources = () =>
      http(`${sandbox.jira.gatewayUrl}/oauth/token/accessible-resources`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await resources()).json).toHaveLength(1);
    await newCode(sandbox, 'bob', 'read:jira-work', [globex ?? '']);
    expect((await resources()).json).toHaveLength(2);
  });

  test('is empty without a site, and repeats an id for Jira and Confluence', async () => {
    expect((await (await signedIn(sandbox, { user: 'nosites' })).resources()).json).toEqual([]);
    const { json } = await (await signedIn(sandbox, { user: 'dup' })).resources();
    expect(json).toHaveLength(2);
    expect(json[0].id).toBe(json[1].id);
    expect(json[0].scopes.some((scope: string) => scope.includes('jira'))).toBe(false);
    expect(json[1].scopes.some((scope: string) => scope.includes('jira'))).toBe(true);
  });

  test('refuses no token, a wrong one, and another scheme', async () => {
    const { tokens } = await signedIn(sandbox);
    const url = `${sandbox.jira.gatewayUrl}/oauth/token/accessible-resources`;
    for (const authorization of [
      '',
      'Bearer nonsense',
      `Basic ${btoa(`x:${tokens.access_token}`)}`,
      `Token ${tokens.access_token}`,
    ]) {
      expect(await http(url, { headers: { authorization } })).toMatchObject({ status: 401, json: unauthorized });
    }
  });
});

describe('the guard of the REST API', () => {
  test('ends with the hour of the token', async () => {
    const bob = await signedIn(sandbox);
    sandbox.control.advance(3599_000);
    expect((await bob.get('/myself')).status).toBe(200);
    sandbox.control.advance(1000);
    expect(await bob.get('/myself')).toMatchObject({ status: 401, json: unauthorized });
  });

  test('says when the scope is missing, which no refresh can repair', async () => {
    const reader = await signedIn(sandbox, { scope: 'read:jira-work offline_access' });
    const refused = { status: 401, json: { code: 401, message: 'Unauthorized; scope does not match' } };
    expect(await reader.get('/myself')).toMatchObject(refused);
    expect(await reader.send('POST', '/issue', { fields: task })).toMatchObject(refused);
    expect((await reader.get('/issue/KAN-1')).status).toBe(200);
  });

  test('hides sites outside the grant', async () => {
    expect((await (await signedIn(sandbox, { user: 'ann', site: 'globex' })).get('/myself')).status).toBe(404);
    expect((await (await signedIn(sandbox, { site: 'nowhere' })).get('/myself')).status).toBe(404);
  });

  test('lets a narrower later consent narrow earlier tokens', async () => {
    const bob = await signedIn(sandbox);
    await newCode(sandbox, 'bob', 'read:jira-work');
    expect((await bob.send('POST', '/issue', { fields: task })).status).toBe(401);
  });
});

describe('issues', () => {
  test('are created, read, changed and deleted', async () => {
    const bob = await signedIn(sandbox);
    const fields = { ...task, description: text('Twice a week'), priority: { name: 'High' }, labels: ['green'] };
    const created = await bob.send('POST', '/issue', { fields });
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({ key: 'KAN-4', id: expect.stringMatching(/^\d+$/) });
    expect(created.json.self).toContain(`/rest/api/3/issue/${created.json.id}`);

    const read = await bob.get('/issue/KAN-4?fields=summary,status,assignee,priority,description');
    expect(read.json.fields).toEqual({
      summary: 'Water the plants',
      status: { name: 'To Do', statusCategory: { key: 'new', name: 'To Do' } },
      assignee: null,
      priority: { id: '2', name: 'High' },
      description: text('Twice a week'),
    });

    const me = (await bob.get('/myself')).json.accountId;
    expect((await bob.send('PUT', '/issue/KAN-4', { fields: { assignee: { accountId: me } } })).status).toBe(204);
    expect((await bob.get('/issue/KAN-4')).json.fields.assignee.displayName).toBe('Bob Miller');
    expect((await bob.send('DELETE', '/issue/KAN-4', {})).status).toBe(204);
    expect((await bob.get('/issue/KAN-4')).status).toBe(404);
  });

  test('are refused field by field', async () => {
    const bob = await signedIn(sandbox);
    const empty = await bob.send('POST', '/issue', { fields: {} });
    expect(empty.status).toBe(400);
    expect(Object.keys(empty.json.errors)).toEqual(['project', 'issuetype', 'summary']);
    expect(empty.json.errors.summary).toBe('You must specify a summary of the issue.');
    const plain = await bob.send('POST', '/issue', { fields: { ...task, description: 'plain text' } });
    expect(plain).toMatchObject({
      status: 400,
      json: { errors: { description: expect.stringContaining('Atlassian Document') } },
    });
    const emptyText = await bob.send('POST', '/issue', { fields: { ...task, description: text('') } });
    expect(emptyText).toMatchObject({ status: 400, json: { errorMessages: ['INVALID_INPUT'] } });
    const unknown = await bob.send('POST', '/issue', { fields: { ...task, constructor: 1 } });
    expect(unknown).toMatchObject({
      status: 400,
      json: { errors: { constructor: expect.stringContaining('cannot be set') } },
    });
    expect((await bob.send('POST', '/issue', 'text')).status).toBe(400);
  });

  test('are refused with 403 where the person may only read', async () => {
    const ann = await signedIn(sandbox, { user: 'ann' });
    const fields = { ...task, project: { key: 'OPS' }, issuetype: { name: 'Change' } };
    expect(await ann.send('POST', '/issue', { fields })).toMatchObject({ status: 403, json: { errors: {} } });
    expect((await ann.get('/issue/OPS-1')).status).toBe(200);
    expect((await ann.send('PUT', '/issue/OPS-1', { fields: { summary: 'x' } })).status).toBe(403);
    expect((await ann.send('DELETE', '/issue/OPS-1', {})).status).toBe(403);
  });

  test('that do not exist and those of another site look the same', async () => {
    const bob = await signedIn(sandbox);
    const absent = { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} };
    expect(await bob.get('/issue/KAN-99')).toMatchObject({ status: 404, json: absent });
    expect(await bob.get('/issue/GLX-1')).toMatchObject({ status: 404, json: absent });
  });
});

describe('search', () => {
  const keys = (answer: { json: { issues: { key: string }[] } }) => answer.json.issues.map(({ key }) => key);

  test.each([
    ['assignee = currentUser() ORDER BY created ASC', ['KAN-1', 'KAN-2', 'OPS-1']],
    ['assignee = currentUser() AND statusCategory != Done AND project = KAN order by key', ['KAN-1', 'KAN-2']],
    ['project in (OPS) OR status = "Done" ORDER BY key', ['KAN-3', 'OPS-1']],
    ['text ~ "password mail"', ['KAN-2']],
    ['updated >= -1d AND (labels = mail OR type = Epic)', ['KAN-2']],
    ['resolution = Unresolved AND labels is EMPTY AND priority not in (High) ORDER BY key', ['KAN-1', 'OPS-1']],
    ['created < 2020-01-01', []],
  ])('understands %s', async (jql, expected) => {
    const bob = await signedIn(sandbox);
    const answer = await bob.send('POST', '/search/jql', { jql, fields: ['summary'] });
    expect(keys(answer)).toEqual(expected);
    expect(await bob.get(`/search/jql?fields=summary&jql=${encodeURIComponent(jql)}`)).toMatchObject({
      text: answer.text,
    });
  });

  test('gives ids only unless fields are asked for, and never a total', async () => {
    const { json } = await (await signedIn(sandbox)).send('POST', '/search/jql', { jql: 'key = KAN-1' });
    expect(json).toEqual({ issues: [{ id: '10001', self: expect.any(String) }], isLast: true });
  });

  test('pages by token', async () => {
    const bob = await signedIn(sandbox);
    const search = { jql: 'project = KAN ORDER BY key', fields: ['summary'], maxResults: 2 };
    const first = await bob.send('POST', '/search/jql', search);
    expect(first.json.isLast).toBe(false);
    const second = await bob.send('POST', '/search/jql', { ...search, nextPageToken: first.json.nextPageToken });
    expect(keys(first).concat(keys(second))).toEqual(['KAN-1', 'KAN-2', 'KAN-3']);
    expect(second.json).not.toHaveProperty('nextPageToken');
  });

  test.each(['', 'ORDER BY updated DESC'])('refuses unbounded JQL: "%s"', async (jql) => {
    const answer = await (await signedIn(sandbox)).send('POST', '/search/jql', { jql });
    expect(answer).toMatchObject({ status: 400, json: { errorMessages: [expect.stringContaining('Unbounded')] } });
  });

  test.each([
    'colour = red',
    'constructor = 1',
    'project = ',
    'project = KAN nonsense',
    'project = "KAN',
    'created > soon',
    'assignee = nobodyKnows()',
  ])('refuses %s', async (jql) => {
    expect((await (await signedIn(sandbox)).send('POST', '/search/jql', { jql })).status).toBe(400);
  });

  test('is gone at its old address', async () => {
    expect((await (await signedIn(sandbox)).get('/search?jql=project=KAN')).status).toBe(410);
  });
});

test('projects are listed per site', async () => {
  const { json } = await (await signedIn(sandbox)).get('/project/search?maxResults=50');
  expect(json).toMatchObject({ total: 2, isLast: true, values: [{ key: 'KAN' }, { key: 'OPS' }] });
});
