import {
  gorgiasCreateTicket,
  gorgiasFindCustomer,
  gorgiasListTickets,
  gorgiasReplyTicket,
  gorgiasViewTicket,
} from 'latchkey/actions';
import type { Sandbox } from 'latchkey/sandbox';
import { expect } from 'vitest';
import { integrationContract } from '../contracts/integration-contract.ts';
import { standInGorgias } from './stand-ins.ts';

const first = { channel: 'email', via: 'api', from_agent: false, body_text: 'The box was empty.' };

integrationContract({
  id: 'gorgias',
  make: standInGorgias(),
  ways: [
    {
      name: 'e-mail address and API key',
      profile: 'api-key',
      enter: (sandbox) => ({
        kind: 'typed',
        values: { tenant: 'https://acme.gorgias.com/app', email: 'bob@acme.example', apiKey: keyOf(sandbox) },
      }),
      account: 'acme.gorgias.com',
      wire: (sandbox) => ({ header: 'authorization', value: `Basic ${btoa(`bob@acme.example:${keyOf(sandbox)}`)}` }),
      secret: keyOf,
      revokeAtProduct: (sandbox) => sandbox.control.revokeGrants('gorgias', 'bob'),
      disconnected: 'unsupported',
      wrong: { tenant: 'acme', email: 'bob@acme.example', apiKey: 'not-the-key-of-bob' },
    },
    {
      name: 'OAuth 2.0',
      profile: 'system',
      enter: () => ({ kind: 'consent', user: 'bob', tenant: 'acme' }),
      account: 'acme.gorgias.com',
      wire: () => ({ header: 'authorization', value: /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/ }),
      secret: () => undefined,
      revokeAtProduct: (sandbox) => sandbox.control.revokeGrants('gorgias', 'bob'),
      disconnected: 'revoked',
    },
  ],
  actions: [
    {
      action: gorgiasCreateTicket,
      input: { email: 'new@customer.example', subject: 'Empty box', message: 'The box was empty.' },
      expected: { title: expect.stringMatching(/^Created ticket #\d+$/), text: 'Empty box' },
      route: 'POST /api/tickets',
      body: {
        channel: 'email',
        via: 'api',
        subject: 'Empty box',
        customer: { email: 'new@customer.example' },
        messages: [{ ...first, sender: { email: 'new@customer.example' } }],
      },
    },
    {
      action: gorgiasViewTicket,
      input: { ticket: 'https://acme.gorgias.com/app/ticket/11' },
      expected: {
        title: '#11 Where is my order?',
        text: 'It should have come yesterday.',
        facts: [
          { title: 'Status', value: 'open' },
          { title: 'Customer', value: 'Eve Customer' },
          { title: 'Priority', value: 'normal' },
        ],
        url: expect.stringMatching(/\/gorgias\/acme\/app\/ticket\/11$/),
      },
      route: 'GET /api/tickets/{id}',
    },
    {
      action: gorgiasViewTicket,
      input: { ticket: 'https://acme.gorgias.com/app/views/1047/11' },
      expected: { title: '#11 Where is my order?' },
      route: 'GET /api/tickets/{id}',
    },
    {
      action: gorgiasReplyTicket,
      input: { ticket: 11, reply: 'It comes today.' },
      expected: { title: 'Replied to ticket #11', text: 'It comes today.' },
      route: 'POST /api/tickets/{id}/messages',
      body: {
        channel: 'email',
        via: 'api',
        from_agent: true,
        public: true,
        body_text: 'It comes today.',
        subject: 'Where is my order?',
        sender: { id: 101 },
        receiver: { email: 'eve@customer.example' },
        source: {
          type: 'email',
          from: { address: 'support@acme.example' },
          to: [{ address: 'eve@customer.example' }],
        },
      },
    },
    {
      action: gorgiasListTickets,
      expected: {
        title: 'Newest tickets',
        items: [
          expect.objectContaining({ subtitle: 'open · new@customer.example' }),
          expect.objectContaining({ title: '#12 Wrong size', subtitle: 'closed · Frank Buyer' }),
          expect.objectContaining({ title: '#11 Where is my order?' }),
        ],
      },
      route: 'GET /api/tickets',
    },
    {
      action: gorgiasFindCustomer,
      input: { email: 'eve@customer.example' },
      expected: {
        title: 'One customer',
        items: [
          {
            title: 'Eve Customer',
            subtitle: 'eve@customer.example',
            url: expect.stringMatching(/\/gorgias\/acme\/app\/customer\/501$/),
          },
        ],
      },
      route: 'GET /api/customers',
      pageless: true,
    },
    {
      action: gorgiasFindCustomer,
      input: { email: 'nobody@customer.example' },
      expected: { title: 'There is no customer with the e-mail address nobody@customer.example.' },
      route: 'GET /api/customers',
    },
  ],
  harmless: { action: gorgiasListTickets },
  wrongWires: [
    { what: 'the key as bearer token', profile: 'api-key', header: 'Authorization', value: 'Bearer {{apiKey}}' },
    { what: 'the key as a header', profile: 'api-key', header: 'X-API-Key', value: '{{apiKey}}' },
    { what: 'another scheme', profile: 'system', header: 'Authorization', value: 'Token {{accessToken}}' },
  ],
});

function keyOf({ gorgias }: Sandbox): string {
  return gorgias.users.find(({ id }) => id === 'bob')?.apiKey ?? '';
}
