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
import { expect } from 'vitest';
import {
  calling,
  expectActive,
  expectEnded,
  expectFailed,
  expectNothingKept,
  expectOffered,
  expectRefused,
  type FailureShape,
} from './failure-shape.ts';
import type { Person, Products } from './open-products.ts';
import { standInJira } from './stand-ins.ts';

const HOUR = 3_600_000;
const HTML = { 'content-type': 'text/html' };

/** providers.md B.2 */
export const jiraFailures: readonly FailureShape[] = [
  {
    shape: '401 for a token that ended early is renewed once, and the call repeated',
    attempt: async (products) => {
      const bob = await connected(products);
      products.sandbox.control.advance(2 * HOUR);
      expect(await bob.run(jiraSearchMyIssues)).toMatchObject({ status: 'done' });
      expect(renewals(products)).toBe(1);
    },
  },
  {
    shape: '401, and 403 invalid_grant for the refresh token: the person is asked again',
    attempt: async (products) => {
      const bob = await connected(products);
      products.sandbox.control.revokeGrants('jira', 'bob');
      await expectEnded(bob, jiraSearchMyIssues);
      expect(renewals(products)).toBe(1);
    },
  },
  {
    shape: '403 unauthorized_client for the refresh token means the same, not a fault of the deployment',
    attempt: async (products) => {
      const bob = await connected(products);
      products.sandbox.control.setJiraRefreshRefusal('unauthorized_client');
      products.sandbox.control.revokeGrants('jira', 'bob');
      await expectEnded(bob, jiraSearchMyIssues);
    },
  },
  {
    shape: '5xx with a page while renewing proves nothing: the connection stays, and works later',
    attempt: async (products) => {
      const bob = await connected(products);
      products.advance(2 * HOUR);
      products.sandbox.control.failNext('jira', { kind: 'server_error', route: 'refresh_token' });
      await expectFailed(bob, jiraSearchMyIssues, { why: 'unreachable' });
      products.advance(31_000);
      expect(await bob.run(jiraSearchMyIssues)).toMatchObject({ status: 'done' });
    },
  },
  {
    shape: 'an answer to the renewal that got lost is asked for again within the ten minutes of leeway',
    attempt: async (products) => {
      const bob = await connected(products);
      products.advance(2 * HOUR);
      products.sandbox.control.failNext('jira', { kind: 'lost', route: 'refresh_token' });
      await expectFailed(bob, jiraSearchMyIssues, { why: 'unreachable' });
      products.advance(31_000);
      expect(await bob.run(jiraSearchMyIssues)).toMatchObject({ status: 'done' });
    },
  },
  {
    shape: '401 "scope does not match" asks for that permission and does not renew',
    attempt: async (products) => {
      const bob = await connected(products);
      await consentElsewhere(products, 'read:jira-work');
      const input = { project: 'KAN', summary: 'Water the plants' };
      expect(await bob.run(jiraCreateIssue, input)).toMatchObject({
        status: 'needs_authorization',
        reason: 'scope',
        missingScopes: ['write:jira-work', 'read:jira-work'],
      });
      expect(renewals(products)).toBe(0);
      await expectActive(bob);
    },
  },
  ...[403, 404].map((status) => ({
    shape: `${status} of the gateway for a token that has ended by our clock is renewed, not believed`,
    attempt: async (products: Products) => {
      const bob = await connected(products);
      products.front.disguise('GET /jira/gateway/ex/', 401, { status, body: { errorMessages: ['No.'], errors: {} } });
      const slow = calling('jira', (api) => {
        products.advance(2 * HOUR);
        return api.get('/rest/api/3/issue/KAN-1');
      });
      expect(await bob.run(slow)).toMatchObject({ status: 'done' });
      expect(renewals(products)).toBe(1);
    },
  })),
  {
    shape: '404 of the issue types where one may not create: the projects in which one may are named',
    attempt: async (products) => {
      const ann = await connected(products, 'ann');
      const text = 'There is no project “OPS” where you can create issues.';
      const offered = { input: 'project', text, choices: ['KAN: Kanban board'] };
      await expectOffered(ann, jiraCreateIssue, { project: 'OPS', summary: 'Look' }, offered);
      expect(renewals(products)).toBe(0);
    },
  },
  {
    shape: '403 to change',
    attempt: async (products) => {
      const ann = await connected(products, 'ann');
      const input = { key: 'OPS-1', field: 'summary', value: 'Mine' };
      await expectRefused(ann, jiraUpdateIssue, input, 'Your Jira account is not allowed to change OPS-1.');
    },
  },
  {
    shape: '403 to delete',
    attempt: async (products) => {
      const ann = await connected(products, 'ann');
      await expectRefused(ann, jiraDeleteIssue, { key: 'OPS-1' }, 'Your Jira account is not allowed to delete OPS-1.');
    },
  },
  {
    shape: '404 for an issue that is not there or invisible, to view, change and delete',
    attempt: async (products) => {
      const bob = await connected(products);
      const sentence = "There is no issue KAN-999, or your account can't see it.";
      await expectRefused(bob, jiraViewIssue, { key: 'KAN-999' }, sentence);
      await expectRefused(bob, jiraUpdateIssue, { key: 'KAN-999', field: 'summary', value: 'x' }, sentence);
      await expectRefused(bob, jiraDeleteIssue, { key: 'KAN-999' }, sentence);
      expect(renewals(products)).toBe(0);
    },
  },
  {
    shape: '400 with an errors map names the field, when creating',
    attempt: async (products) => {
      const bob = await connected(products);
      const text = 'There is no project “NOPE” where you can create issues.';
      const offered = { input: 'project', text, choices: ['KAN: Kanban board', 'OPS: Operations'] };
      await expectOffered(bob, jiraCreateIssue, { project: 'NOPE', summary: 'Look' }, offered);
    },
  },
  {
    shape: '403 to create, where Jira only says so at the end: the token is left alone',
    attempt: async (products) => {
      const bob = await connected(products);
      products.front.answerNext('POST /jira/gateway', { status: 403, body: { errorMessages: ['No.'], errors: {} } });
      const sentence = 'Your Jira account is not allowed to create issues in KAN.';
      await expectRefused(bob, jiraCreateIssue, { project: 'KAN', summary: 'Look' }, sentence);
      expect(renewals(products)).toBe(0);
    },
  },
  {
    shape: 'a project without tasks offers its own types, in its own words',
    attempt: async (products) => {
      const bob = await connected(products);
      const input = { project: 'OPS', summary: 'Look' };
      const choices = ['Incident', 'Change'];
      const missing = { input: 'type', text: "The project OPS doesn't use tasks.", choices };
      await expectOffered(bob, jiraCreateIssue, input, missing);
      const story = { ...input, type: 'Story' };
      const unknown = { input: 'type', text: 'The project OPS has no issue type called “Story”.', choices };
      await expectOffered(bob, jiraCreateIssue, story, unknown);
      expect(await bob.run(jiraCreateIssue, { ...input, type: 'incident' })).toMatchObject({ status: 'done' });
    },
  },
  {
    shape: 'a project whose types are translated takes its own word for a task, and the English one',
    attempt: async (products) => {
      const bob = await connected(products, 'bob', 'globex');
      for (const type of [undefined, 'aufgabe', 'Task']) {
        const input = { project: 'GLX', summary: 'Look', ...(type === undefined ? {} : { type }) };
        expect(await bob.run(jiraCreateIssue, input)).toMatchObject({ status: 'done' });
        const created = products.arrived('jira').at(-1);
        expect(JSON.parse(created?.body ?? '').fields.issuetype).toEqual({ id: '10011' });
      }
    },
  },
  {
    shape: 'a status that is not open names those that are',
    attempt: async (products) => {
      const bob = await connected(products);
      const offered = { input: 'status', text: "KAN-1 can't be moved to “Closed”.", choices: ['In Progress', 'Done'] };
      await expectOffered(bob, jiraMoveIssue, { key: 'KAN-1', status: 'Closed' }, offered);
      const ann = await connected(products, 'ann');
      await expectRefused(
        ann,
        jiraMoveIssue,
        { key: 'OPS-1', status: 'Done' },
        'Your Jira account is not allowed to move OPS-1 from its status.',
      );
    },
  },
  {
    shape: '403 to comment and to assign; nobody of that name',
    attempt: async (products) => {
      const ann = await connected(products, 'ann');
      const comment = { key: 'OPS-1', comment: 'Hello' };
      await expectRefused(ann, jiraCommentIssue, comment, 'Your Jira account is not allowed to comment on OPS-1.');
      const mine = { key: 'OPS-1', who: 'me' };
      await expectRefused(ann, jiraAssignIssue, mine, 'Your Jira account is not allowed to assign OPS-1.');
      const nobody = { key: 'KAN-1', who: 'Zoe' };
      const text = "I couldn't find anyone called “Zoe” to assign KAN-1 to.";
      await expectOffered(ann, jiraAssignIssue, nobody, { input: 'who', text, choices: [] });
    },
  },
  {
    shape: '400 with an errors map for a field that we do not know',
    attempt: async (products) => {
      const bob = await connected(products);
      products.front.answerNext('POST /jira/gateway', {
        status: 400,
        body: { errorMessages: [], errors: { customfield_10042: 'Team is required.' } },
      });
      const sentence = 'The project KAN also needs a value for “customfield_10042”.';
      await expectRefused(bob, jiraCreateIssue, { project: 'KAN', summary: 'Look' }, sentence);
    },
  },
  {
    shape: '400 with an errors map names the field, when changing',
    attempt: async (products) => {
      const bob = await connected(products);
      const input = { key: 'KAN-1', field: 'priority', value: 'Blazing' };
      await expectRefused(bob, jiraUpdateIssue, input, "Jira doesn't accept this priority for KAN-1.");
    },
  },
  {
    shape: '400 for a plain string where a document must be, and for a search without a restriction',
    attempt: async (products) => {
      const bob = await connected(products);
      const plain = { fields: { description: 'plain words' } };
      await expectFailed(
        bob,
        calling('jira', (api) => api.put('/rest/api/3/issue/KAN-1', plain)),
        { why: 'invalid' },
      );
      await expectFailed(
        bob,
        calling('jira', (api) => api.post('/rest/api/3/search/jql', { jql: 'order by updated' })),
        { why: 'invalid' },
      );
    },
  },
  {
    shape: '400 to delete an issue with subtasks',
    attempt: async (products) => {
      const bob = await connected(products);
      products.front.answerNext('DELETE /jira/gateway', {
        status: 400,
        body: { errorMessages: ["The issue 'KAN-1' has subtasks."], errors: {} },
      });
      await expectRefused(bob, jiraDeleteIssue, { key: 'KAN-1' }, 'KAN-1 has subtasks. Delete them first.');
    },
  },
  {
    shape: '410 of the removed search is said as what Jira does not offer any more, and touches nothing',
    attempt: async (products) => {
      const bob = await connected(products);
      const old = calling('jira', (api) => api.get('/rest/api/3/search', { params: { jql: 'project = KAN' } }));
      await expectFailed(bob, old, { why: 'not_offered' });
      expect(renewals(products)).toBe(0);
    },
  },
  {
    shape: '429 with Retry-After of half a minute is for the person to hear',
    attempt: async (products) => {
      const bob = await connected(products);
      products.front.answerNext('POST /jira/gateway', tooMany('30'));
      await expectFailed(bob, jiraSearchMyIssues, { why: 'busy', retryAfter: 30 });
    },
  },
  {
    shape: '429 with Retry-After of a moment is waited for',
    attempt: async (products) => {
      const bob = await connected(products);
      products.front.answerNext('POST /jira/gateway', tooMany('1'));
      expect(await bob.run(jiraSearchMyIssues)).toMatchObject({ status: 'done' });
    },
  },
  {
    shape: '503 with Retry-After and a page',
    attempt: async (products) => {
      const bob = await connected(products);
      const headers = { ...HTML, 'retry-after': '60' };
      products.front.answerNext('POST /jira/gateway', { status: 503, headers, body: '<h1>Down</h1>' });
      await expectFailed(bob, jiraSearchMyIssues, { why: 'unreachable', retryAfter: 60 });
    },
  },
  {
    shape: 'no answer although the issue was made: the outcome is unknown, and nothing is sent twice',
    attempt: async (products) => {
      const bob = await connected(products);
      products.sandbox.control.failNext('jira', { kind: 'lost', route: 'POST /ex/jira' });
      expect(await bob.run(jiraCreateIssue, { project: 'KAN', summary: 'Once' })).toMatchObject({ why: 'unsure' });
      const sent = products
        .arrived('jira')
        .filter(({ route, method }) => method === 'POST' && route.endsWith('/issue'));
      expect(sent).toHaveLength(1);
    },
  },
  {
    shape: 'an account without a site',
    attempt: async (products) => {
      const person = products.person();
      expect(await person.consent('jira', { user: 'nosites' })).toMatchObject({ status: 'failed', why: 'no_site' });
      await expectNothingKept(person);
    },
  },
  {
    shape: 'Jira and Confluence under one id are one site, not a choice',
    attempt: async (products) => {
      const person = products.person();
      expect(await person.consent('jira', { user: 'dup' })).toMatchObject({ status: 'done' });
      expect(await person.connections()).toMatchObject([{ site: { name: 'Acme' } }]);
    },
  },
  {
    shape: 'error=access_denied: the person declined',
    attempt: async (products) => {
      const person = products.person();
      const declined = await person.consent('jira', { user: 'bob', decision: 'decline' });
      expect(declined).toMatchObject({ status: 'failed', why: 'denied' });
      await expectNothingKept(person);
    },
  },
  {
    shape:
      'a callback address that is not registered: Atlassian keeps the browser, and the attempt stays open until it expires',
    attempt: async (products) => {
      products.sandbox.control.setRedirectUris('jira', ['https://bot.example/oauth/callback/jira']);
      const person = products.person();
      await expect(person.consent('jira', { user: 'bob' })).rejects.toThrow('Callback URL mismatch');
      await expectNothingKept(person);
    },
  },
  {
    shape: '401 access_denied at the token endpoint is a wrong client secret: nobody is sent round again',
    make: standInJira({ clientSecret: 'not the secret' }),
    attempt: async (products) => {
      const person = products.person();
      expect(await person.consent('jira', { user: 'bob' })).toMatchObject({ status: 'failed', why: 'misconfigured' });
    },
  },
  {
    shape: '403 invalid_grant for a code that came too late',
    attempt: async (products) => {
      const person = products.person();
      const late = await person.consent('jira', { user: 'bob', dawdle: () => products.advance(6 * 60_000) });
      expect(late).toMatchObject({ status: 'failed', why: 'refused' });
      await expectNothingKept(person);
    },
  },
  {
    shape: '5xx with a page at the token endpoint',
    attempt: async (products) => {
      const person = products.person();
      products.front.answerNext('POST /jira/auth/oauth/token', { status: 502, headers: HTML, body: '<h1>Sorry</h1>' });
      expect(await person.consent('jira', { user: 'bob' })).toMatchObject({ status: 'failed', why: 'unreachable' });
    },
  },
  {
    shape: "401 of the site itself: a token is good at the gateway only, and proves nobody's account there",
    make: (places) => ({ ...standInJira()(places), baseUrl: places.sandbox.jira.siteUrl('acme') }),
    attempt: async (products) => {
      const person = products.person();
      expect(await person.consent('jira', { user: 'ann' })).toMatchObject({ status: 'failed', why: 'refused' });
      await expectNothingKept(person);
    },
  },
];

async function connected(products: Products, user = 'bob', name = 'acme'): Promise<Person> {
  const person = products.person();
  const site = siteOf(products, name);
  expect(await person.consent('jira', { user, options: [site] })).toMatchObject({ status: 'done' });
  return person;
}

function tooMany(seconds: string) {
  const reason = { 'x-ratelimit-remaining': '0', 'ratelimit-reason': 'jira-burst-based' };
  const headers = { 'content-type': 'application/json', 'retry-after': seconds, ...reason };
  return { status: 429, headers, body: '{"code":429,"message":"Rate limit exceeded"}' };
}

function siteOf({ sandbox }: Products, wanted: string): string {
  return sandbox.jira.sites.find(({ name }) => name === wanted)?.cloudId ?? '';
}

function renewals({ sandbox }: Products): number {
  return sandbox.control.counters()['jira POST /oauth/token refresh_token'] ?? 0;
}

/** The same app, somewhere else, asks for less: at Atlassian the newer grant replaces the older one's scopes. */
async function consentElsewhere(products: Products, scope: string): Promise<void> {
  const { authUrl, clientId } = products.sandbox.jira;
  const query = new URLSearchParams({
    audience: 'api.atlassian.com',
    prompt: 'consent',
    response_type: 'code',
    client_id: clientId,
    redirect_uri: 'http://127.0.0.1/oauth/callback/elsewhere',
    state: 'elsewhere',
    scope,
  });
  await products.sandbox.consent(`${authUrl}/authorize?${query}`, { user: 'bob', options: [siteOf(products, 'acme')] });
}
