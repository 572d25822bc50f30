import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AnyAction, Integration } from 'latchkey';
import {
  freshsalesViewContact,
  githubMyIssues,
  gorgiasViewTicket,
  jiraViewIssue,
  jotformListForms,
  zendeskViewTicket,
} from 'latchkey/actions';
import { freshsales, github, gorgias, jira, jotform, zendesk } from 'latchkey/integrations';
import type { Credential } from '../src/model/credential.ts';

/** One call of each product: the action that makes it, and the response. */
export interface ProductCall {
  readonly id: string;
  readonly integration: (url: string) => Integration;
  /** The base URL of an action's calls, as a bot would set it in its axios instance. */
  readonly baseUrl: (url: string) => string;
  readonly headers: Readonly<Record<string, string>>;
  readonly profile: string;
  readonly credential: Credential;
  readonly action: AnyAction;
  readonly input: Readonly<Record<string, string>>;
  readonly answer: unknown;
}

export const TENANT = 'acme';
export const SITE = { id: '1324a887-45db-4bf4-9e99-ef0ff456d421', name: 'Acme', url: 'https://acme.atlassian.net' };
const TOKEN = 'eyJhbGciOiJub25lIn0.bench.'.padEnd(600, 'x');
const KEY = 'b0b0000000000000000000000000f011';
const EMAIL = 'bob@acme.example';
const DAY = 24 * 60 * 60_000;

const token = (scopes: readonly string[]): Credential => ({
  type: 'oauth2',
  accessToken: TOKEN,
  refreshToken: 'r'.repeat(64),
  expiresAt: Date.now() + DAY,
  scopes,
});
const words = 'It happened again on Tuesday, and nobody knows why. '.repeat(12);

export const CALLS: readonly ProductCall[] = [
  {
    id: 'jira',
    integration: (url) =>
      jira({
        clientId: 'bench',
        clientSecret: 'bench',
        sandbox: { authUrl: `${url}/jira`, gatewayUrl: `${url}/jira`, sitesUrl: `${url}/{tenant}` },
      }),
    baseUrl: (url) => `${url}/jira/ex/jira/${SITE.id}`,
    headers: { Authorization: `Bearer ${TOKEN}` },
    profile: 'system',
    credential: token(['read:jira-work']),
    action: jiraViewIssue,
    input: { key: 'KAN-7' },
    answer: {
      id: '10053',
      key: 'KAN-7',
      fields: {
        summary: 'The printer is jammed',
        status: { name: 'To Do' },
        assignee: { displayName: 'Bob Miller' },
        priority: { name: 'High' },
        description: {
          type: 'doc',
          version: 1,
          content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
        },
      },
    },
  },
  {
    id: 'jotform',
    integration: (url) => jotform({ sandbox: { url: `${url}/jotform` } }),
    baseUrl: (url) => `${url}/jotform`,
    headers: { APIKEY: KEY },
    profile: 'api-key',
    credential: { type: 'api_key', values: { apiKey: KEY } },
    action: jotformListForms,
    input: {},
    answer: {
      responseCode: 200,
      message: 'success',
      content: ['Contact', 'Feedback', 'Visit'].map((title, n) => ({
        id: `24293000000010${n}`,
        username: 'bob',
        title,
        status: 'ENABLED',
        created_at: '2026-06-24 18:43:21',
        count: '7',
        url: `https://form.jotform.com/24293000000010${n}`,
      })),
      'limit-left': 4986,
    },
  },
  {
    id: 'zendesk',
    integration: (url) => zendesk({ system: { clientId: 'zdg-bench' }, sandbox: { url: `${url}/zendesk/{tenant}` } }),
    baseUrl: (url) => `${url}/zendesk/${TENANT}`,
    headers: { Authorization: `Bearer ${TOKEN}` },
    profile: 'system',
    credential: token(['read', 'write']),
    action: zendeskViewTicket,
    input: { ticket: '33' },
    answer: { ticket: { id: 33, subject: 'The lift is stuck', description: words, status: 'open', priority: 'high' } },
  },
  {
    id: 'gorgias',
    integration: (url) => gorgias({ sandbox: { url: `${url}/gorgias/{tenant}` } }),
    baseUrl: (url) => `${url}/gorgias/${TENANT}`,
    headers: { Authorization: `Basic ${Buffer.from(`${EMAIL}:${KEY}`).toString('base64')}` },
    profile: 'api-key',
    credential: { type: 'basic', values: { email: EMAIL, apiKey: KEY } },
    action: gorgiasViewTicket,
    input: { ticket: '11' },
    answer: {
      id: 11,
      subject: 'Where is my order?',
      status: 'open',
      priority: 'normal',
      customer: { id: 501, name: 'Eve Customer', email: 'eve@customer.example' },
      messages: [{ id: 7011, channel: 'email', from_agent: false, body_text: words }],
    },
  },
  {
    id: 'github',
    integration: (url) =>
      github({
        system: { clientId: 'bench', clientSecret: 'bench' },
        sandbox: { webUrl: `${url}/github`, apiUrl: `${url}/github` },
      }),
    baseUrl: (url) => `${url}/github`,
    headers: { Authorization: `Bearer ${TOKEN}`, 'X-GitHub-Api-Version': '2022-11-28' },
    profile: 'system',
    credential: token(['read:user']),
    action: githubMyIssues,
    input: {},
    answer: ['Fix the login', 'Write the release notes'].map((title, n) => ({
      number: 40 + n,
      title,
      body: words,
      html_url: `https://github.com/acme/site/issues/${40 + n}`,
      repository: { full_name: 'acme/site' },
    })),
  },
  {
    id: 'freshsales',
    integration: (url) => freshsales({ sandbox: { url: `${url}/freshsales/{tenant}` } }),
    baseUrl: (url) => `${url}/freshsales/${TENANT}/crm/sales`,
    headers: { Authorization: `Token token=${KEY}` },
    profile: 'api-key',
    credential: { type: 'api_key', values: { apiKey: KEY } },
    action: freshsalesViewContact,
    input: { contact: '402000300001' },
    answer: {
      contact: {
        id: 402000300001,
        display_name: 'Eve Customer',
        email: 'eve@customer.example',
        mobile_number: '+15550100',
        job_title: 'Buyer',
        custom_field: { cf_notes: words },
      },
    },
  },
];

/** Responds at once, but only with the credential. In a process of its own, so that its CPU time is not counted. */
export async function startProducts(): Promise<{ readonly url: string; close(): void }> {
  const child = fork(import.meta.filename, ['serve'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return { url: await addressOf(child), close: () => child.disconnect() };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (url) => resolve(String(url)));
    child.once('exit', () => reject(new Error('the products ended')));
  });
}

function serve(): void {
  const answers = new Map(
    CALLS.map(({ id, headers, answer }) => {
      const wanted = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
      return [id, { wanted, body: JSON.stringify(answer) }];
    }),
  );
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const answer = answers.get(request.url?.split(/[/?]/)[1] ?? '');
      const isKnown = answer?.wanted.every(([name, value]) => request.headers[name] === value);
      response.setHeader('content-type', 'application/json');
      if (answer === undefined || isKnown !== true) response.writeHead(401).end('{}');
      else response.end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address !== null) process.send?.(`http://127.0.0.1:${address.port}`);
  });
  process.once('disconnect', () => process.exit());
}

if (process.argv[2] === 'serve') serve();
