import {
  jiraAssignIssue,
  jiraCommentIssue,
  jiraCreateIssue,
  jiraDeleteIssue,
  jiraMoveIssue,
  jiraSearchMyIssues,
  jiraUpdateIssue,
  jiraViewIssue,
} from 'latchkey/actions';
import type { Sandbox } from 'latchkey/sandbox';
import { describe, expect, it } from 'vitest';
import { EVERY_NODE_TEXT } from '../actions/every-node-text.ts';
import { integrationContract, type TriedAction } from '../contracts/integration-contract.ts';
import { openProducts } from './open-products.ts';
import { standInJira } from './stand-ins.ts';

/** The same calls, at the gateway and at the site itself. */
const AT_GATEWAY = '/ex/jira/{cloudId}/rest/api/3';
const AT_SITE = '/rest/api/3';
const BOB = 'bob@acme.example';

integrationContract({
  id: 'jira',
  make: standInJira(),
  ways: [
    {
      name: 'OAuth 2.0 (3LO)',
      profile: 'system',
      enter: (sandbox) => ({ kind: 'consent', user: 'bob', site: acme(sandbox) }),
      account: BOB,
      // a JWT, whole
      wire: () => ({ header: 'authorization', value: /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/ }),
      secret: () => undefined,
      revokeAtProduct: (sandbox) => sandbox.control.revokeGrants('jira', 'bob'),
      disconnected: 'unsupported',
    },
  ],
  actions: actionsAt(AT_GATEWAY),
  harmless: { action: jiraViewIssue, input: { key: 'KAN-1' } },
  wrongWires: [
    { what: 'another scheme', header: 'Authorization', value: 'Token {{accessToken}}' },
    { what: 'the token alone', header: 'Authorization', value: '{{accessToken}}' },
    { what: 'a header of its own', header: 'X-Access-Token', value: '{{accessToken}}' },
  ],
});

integrationContract({
  id: 'jira',
  make: standInJira({ apiToken: true }),
  ways: [
    {
      name: 'API token',
      profile: 'api-token',
      enter: (sandbox) => ({
        kind: 'typed',
        values: { tenant: 'https://acme.atlassian.net/jira/your-work', email: BOB, apiToken: tokenOf(sandbox) },
      }),
      account: BOB,
      wire: (sandbox) => ({ header: 'authorization', value: `Basic ${btoa(`${BOB}:${tokenOf(sandbox)}`)}` }),
      secret: tokenOf,
      revokeAtProduct: (sandbox) => sandbox.control.revokeGrants('jira', 'bob'),
      disconnected: 'unsupported',
      wrong: { tenant: 'acme', email: BOB, apiToken: 'not-the-token-of-bob' },
    },
  ],
  actions: actionsAt(AT_SITE),
  // anybody may search, and finds nothing: a dead token must not sound like an empty list
  harmless: { action: jiraSearchMyIssues },
  wrongWires: [
    { what: 'the token as bearer', header: 'Authorization', value: 'Bearer {{apiToken}}' },
    { what: 'the token alone', header: 'Authorization', value: '{{apiToken}}' },
    { what: 'a header of its own', header: 'X-API-Token', value: '{{apiToken}}' },
  ],
});

function tokenOf({ jira }: Sandbox): string {
  return jira.apiTokens.bob ?? '';
}

function actionsAt(api: string): readonly TriedAction[] {
  return [
    {
      action: jiraCreateIssue,
      input: { project: 'kan', summary: 'Water the plants' },
      expected: { title: 'Created KAN-4', text: 'Water the plants' },
      route: `POST ${api}/issue`,
      body: { fields: { project: { key: 'KAN' }, issuetype: { id: '10001' }, summary: 'Water the plants' } },
    },
    {
      action: jiraUpdateIssue,
      input: { key: 'KAN-4', field: 'description', value: 'All of them.\n\nAlso upstairs.' },
      expected: { title: 'Changed the description of KAN-4' },
      route: `PUT ${api}/issue/{key}`,
      body: { fields: { description: document('All of them.', 'Also upstairs.') } },
    },
    {
      action: jiraUpdateIssue,
      input: { key: 'kan-4', field: 'priority', value: 'highest' },
      expected: { title: 'Changed the priority of KAN-4' },
      route: `PUT ${api}/issue/{key}`,
      body: { fields: { priority: { name: 'Highest' } } },
    },
    {
      action: jiraUpdateIssue,
      input: { key: 'KAN-4', field: 'summary', value: 'Water\nthe flowers' },
      expected: { title: 'Changed the summary of KAN-4', text: 'Water\nthe flowers' },
      route: `PUT ${api}/issue/{key}`,
      body: { fields: { summary: 'Water the flowers' } },
    },
    {
      action: jiraViewIssue,
      input: { key: 'https://acme.atlassian.net/browse/KAN-4' },
      expected: {
        title: 'KAN-4: Water the flowers',
        text: 'All of them.\nAlso upstairs.',
        facts: [
          { title: 'Status', value: 'To Do' },
          { title: 'Assigned to', value: 'nobody' },
          { title: 'Priority', value: 'Highest' },
        ],
      },
      route: `GET ${api}/issue/{key}`,
    },
    {
      action: jiraCreateIssue,
      input: { project: 'operations', type: 'change', summary: 'Rotate the keys' },
      expected: { title: 'Created OPS-2' },
      route: `POST ${api}/issue`,
      body: { fields: { project: { key: 'OPS' }, issuetype: { id: '10022' }, summary: 'Rotate the keys' } },
    },
    {
      action: jiraMoveIssue,
      input: { key: 'KAN-4', status: 'in progress' },
      expected: { title: 'Moved KAN-4 to In Progress' },
      route: `POST ${api}/issue/{key}/transitions`,
      body: { transition: { id: '21' } },
    },
    {
      action: jiraCommentIssue,
      input: { key: 'KAN-4', comment: 'Done.\nAlmost.' },
      expected: { title: 'Commented on KAN-4', text: 'Done.\nAlmost.' },
      route: `POST ${api}/issue/{key}/comment`,
      body: { body: document('Done.', 'Almost.') },
    },
    {
      action: jiraAssignIssue,
      input: { key: 'KAN-4', who: 'ann' },
      expected: { title: 'Assigned KAN-4 to Ann Lee' },
      route: `PUT ${api}/issue/{key}/assignee`,
      body: { accountId: '5b10a2844c20165700ede21a' },
    },
    {
      action: jiraAssignIssue,
      input: { key: 'KAN-4', who: 'me' },
      expected: { title: 'Assigned KAN-4 to Bob Miller' },
      route: `PUT ${api}/issue/{key}/assignee`,
      body: { accountId: '5b10a2844c20165700ede21b' },
    },
    {
      action: jiraAssignIssue,
      input: { key: 'KAN-4', who: 'nobody' },
      expected: { title: 'Assigned KAN-4 to nobody' },
      route: `PUT ${api}/issue/{key}/assignee`,
      body: { accountId: null },
    },
    {
      action: jiraViewIssue,
      input: { key: 'https://acme.atlassian.net/jira/software/projects/KAN/boards/1?selectedIssue=KAN-3' },
      expected: {
        title: 'KAN-3: Write the release notes',
        text: EVERY_NODE_TEXT,
      },
      route: `GET ${api}/issue/{key}`,
    },
    {
      action: jiraSearchMyIssues,
      expected: { title: 'Issues assigned to you' },
      route: `POST ${api}/search/jql`,
    },
    {
      action: jiraDeleteIssue,
      input: { key: 'KAN-4' },
      expected: { title: 'Deleted KAN-4' },
      route: `DELETE ${api}/issue/{key}`,
    },
  ];
}

function acme({ jira }: Sandbox): string {
  return jira.sites.find(({ name }) => name === 'acme')?.cloudId ?? '';
}

function document(...lines: readonly string[]) {
  const content = lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  return { type: 'doc', version: 1, content };
}

describe('a token that Jira does not even look at, because somebody has to solve a CAPTCHA first', () => {
  const captcha = { status: 403, headers: { 'x-seraph-loginreason': 'AUTHENTICATION_DENIED' }, body: {} };

  it('is not refused: no try is lost, and the connection stays', async () => {
    const products = await openProducts(standInJira({ apiToken: true }));
    const person = products.person();
    const typed = { tenant: 'acme', email: BOB, apiToken: tokenOf(products.sandbox) };
    products.front.answerNext('/myself', captcha);
    expect(await person.type('jira', typed, 'api-token')).toEqual({ status: 'unreachable' });
    expect(await person.type('jira', typed, 'api-token')).toMatchObject({ status: 'connected' });
    products.front.answerNext('/search/jql', { ...captcha, status: 200, body: { issues: [] } });
    expect(await person.run(jiraSearchMyIssues)).toMatchObject({ status: 'failed', why: 'locked' });
    expect(await person.connections()).toMatchObject([{ status: 'active' }]);
    await products.close();
  });
});
