import {
  zendeskCreateTicket,
  zendeskListMyTickets,
  zendeskReplyTicket,
  zendeskSearchTickets,
  zendeskSetStatus,
  zendeskViewTicket,
} from 'latchkey/actions';
import type { Sandbox } from 'latchkey/sandbox';
import { expect } from 'vitest';
import { integrationContract, type Way } from '../contracts/integration-contract.ts';
import { standInZendesk } from './stand-ins.ts';

const wrongWires = [
  { what: 'another scheme', profile: 'system', header: 'Authorization', value: 'Token {{accessToken}}' },
  { what: 'a header of its own', profile: 'system', header: 'X-Access-Token', value: '{{accessToken}}' },
  { what: 'an API token as bearer', profile: 'api-token', header: 'Authorization', value: 'Bearer {{apiToken}}' },
  { what: 'nothing that says who it is', profile: 'api-token', header: 'X-API-Token', value: '{{apiToken}}' },
];

/** Signs in to Zendesk. */
const oauth = {
  name: 'OAuth 2.0',
  profile: 'system',
  wire: () => ({ header: 'authorization', value: /^Bearer [\w-]{20,}$/ }),
  secret: () => undefined,
  disconnected: 'revoked',
} as const;

const agents: readonly Way[] = [
  {
    ...oauth,
    enter: () => ({ kind: 'consent', user: 'bob', tenant: 'acme' }),
    account: 'bob@acme.example',
    role: 'agent',
    revokeAtProduct: (sandbox) => sandbox.control.revokeGrants('zendesk', 'bob'),
  },
  {
    name: 'API token',
    profile: 'api-token',
    enter: (sandbox) => ({
      kind: 'typed',
      values: { tenant: 'acme.zendesk.com', email: 'bob@acme.example', apiToken: tokenOf(sandbox) },
    }),
    account: 'bob@acme.example',
    role: 'agent',
    wire: (sandbox) => ({
      header: 'authorization',
      value: `Basic ${btoa(`bob@acme.example/token:${tokenOf(sandbox)}`)}`,
    }),
    secret: tokenOf,
    revokeAtProduct: (sandbox) => sandbox.control.retireZendeskApiTokens(),
    disconnected: 'unsupported',
    wrong: { tenant: 'acme', email: 'bob@acme.example', apiToken: 'not-the-token-of-acme' },
  },
];

integrationContract({
  id: 'zendesk',
  make: standInZendesk(),
  ways: agents,
  actions: [
    {
      action: zendeskCreateTicket,
      input: { subject: 'The lift is stuck', body: 'On the third floor.', priority: 'Urgent' },
      expected: { title: expect.stringMatching(/^Created ticket #\d+$/), text: 'The lift is stuck' },
      route: 'POST /api/v2/tickets.json',
      body: {
        ticket: {
          subject: 'The lift is stuck',
          comment: { body: 'On the third floor.', public: true },
          priority: 'urgent',
        },
      },
    },
    {
      action: zendeskViewTicket,
      input: { ticket: '#33' },
      expected: {
        title: '#33 Printer on the second floor is on fire',
        text: 'It smokes again.',
        facts: [
          { title: 'Status', value: 'open' },
          { title: 'Priority', value: 'urgent' },
        ],
        url: expect.stringMatching(/\/zendesk\/acme\/agent\/tickets\/33$/),
      },
      route: 'GET /api/v2/tickets/{id}.json',
    },
    {
      action: zendeskListMyTickets,
      expected: {
        title: 'Open tickets assigned to you',
        items: [
          expect.objectContaining({ title: '#34 Invoice shows the wrong address', subtitle: 'pending' }),
          expect.objectContaining({ title: '#33 Printer on the second floor is on fire', subtitle: 'open' }),
        ],
      },
      route: 'GET /api/v2/search.json',
    },
    {
      action: zendeskSearchTickets,
      input: { words: 'parcel' },
      expected: {
        title: 'Tickets for “parcel”',
        items: [expect.objectContaining({ title: '#35 Where is my parcel?' })],
      },
      route: 'GET /api/v2/search.json',
    },
    {
      action: zendeskReplyTicket,
      input: { ticket: '34', reply: 'It is on its way.' },
      expected: { title: 'Replied to ticket #34', text: 'It is on its way.' },
      route: 'PUT /api/v2/tickets/{id}.json',
      body: { ticket: { comment: { body: 'It is on its way.', public: true } } },
    },
    {
      action: zendeskSetStatus,
      input: { ticket: '#34', status: 'Solved' },
      expected: { title: 'Ticket #34 is solved', text: 'Invoice shows the wrong address' },
      route: 'PUT /api/v2/tickets/{id}.json',
      body: { ticket: { status: 'solved' } },
    },
    {
      action: zendeskSearchTickets,
      input: { words: 'unicorn' },
      expected: { title: 'I found no tickets for “unicorn”.' },
      route: 'GET /api/v2/search.json',
    },
  ],
  harmless: { action: zendeskListMyTickets },
  wrongWires,
});

// a customer has the Requests API instead, with the same sentences
integrationContract({
  id: 'zendesk',
  make: standInZendesk(),
  ways: [
    {
      ...oauth,
      name: 'OAuth 2.0 as a customer',
      enter: () => ({ kind: 'consent', user: 'eve', tenant: 'acme' }),
      account: 'eve@customer.example',
      role: 'end-user',
      revokeAtProduct: (sandbox) => sandbox.control.revokeGrants('zendesk', 'eve'),
    },
  ],
  actions: [
    {
      action: zendeskCreateTicket,
      input: { subject: 'My parcel is late', body: 'It was due on Friday.' },
      expected: {
        title: expect.stringMatching(/^Created ticket #\d+$/),
        text: 'My parcel is late',
        url: expect.stringMatching(/\/zendesk\/acme\/hc\/requests\/\d+$/),
      },
      route: 'POST /api/v2/requests.json',
      pageless: true,
      body: { request: { subject: 'My parcel is late', comment: { body: 'It was due on Friday.', public: true } } },
    },
    {
      action: zendeskViewTicket,
      input: { ticket: 33 },
      expected: { title: '#33 Printer on the second floor is on fire', text: 'It smokes again.' },
      route: 'GET /api/v2/requests/{id}.json',
      pageless: true,
    },
    {
      action: zendeskListMyTickets,
      expected: {
        title: 'Your requests',
        items: expect.arrayContaining([
          expect.objectContaining({ title: expect.stringContaining('My parcel is late') }),
        ]),
      },
      route: 'GET /api/v2/requests.json',
      pageless: true,
    },
    {
      action: zendeskReplyTicket,
      input: { ticket: 33, reply: 'It smokes more.' },
      expected: { title: 'Replied to ticket #33' },
      route: 'PUT /api/v2/requests/{id}.json',
      body: { request: { comment: { body: 'It smokes more.' } } },
      pageless: true,
    },
    {
      action: zendeskSetStatus,
      input: { ticket: 33, status: 'solved' },
      expected: { title: 'Ticket #33 is solved' },
      route: 'PUT /api/v2/requests/{id}.json',
      body: { request: { solved: true } },
      pageless: true,
    },
    {
      action: zendeskSearchTickets,
      input: { words: 'PARCEL friday' },
      expected: {
        title: 'Tickets for “PARCEL friday”',
        items: [expect.objectContaining({ title: expect.stringContaining('My parcel is late') })],
      },
      route: 'GET /api/v2/requests.json',
      pageless: true,
    },
  ],
  harmless: { action: zendeskListMyTickets },
  wrongWires: [],
});

function tokenOf({ zendesk }: Sandbox): string {
  return zendesk.apiTokens.acme ?? '';
}
