import {
  freshsalesCreateContact,
  freshsalesCreateDeal,
  freshsalesFindContact,
  freshsalesListContacts,
  freshsalesViewContact,
} from 'latchkey/actions';
import type { Sandbox } from 'latchkey/sandbox';
import { expect } from 'vitest';
import { integrationContract } from '../contracts/integration-contract.ts';
import { standInFreshsales } from './stand-ins.ts';

const API = '/crm/sales/api';

integrationContract({
  id: 'freshsales',
  make: standInFreshsales(),
  ways: [
    {
      name: 'API key',
      profile: 'api-key',
      // as other instructions make people paste it
      enter: (sandbox) => ({ kind: 'typed', values: { tenant: 'acme', apiKey: `Token token=${keyOf(sandbox)}` } }),
      account: 'acme.myfreshworks.com',
      wire: (sandbox) => ({ header: 'authorization', value: `Token token=${keyOf(sandbox)}` }),
      secret: keyOf,
      revokeAtProduct: (sandbox) => sandbox.control.revokeGrants('freshsales', 'bob'),
      disconnected: 'unsupported',
      wrong: { tenant: 'acme', apiKey: 'not-the-key-of-bob' },
    },
  ],
  actions: [
    {
      action: freshsalesCreateContact,
      input: { firstName: 'Jane', lastName: 'Doe', email: 'jane@customer.example' },
      expected: { title: 'Created the contact Jane Doe', text: 'jane@customer.example' },
      route: `POST ${API}/contacts`,
      body: { contact: { first_name: 'Jane', last_name: 'Doe', email: 'jane@customer.example' } },
    },
    {
      action: freshsalesFindContact,
      input: { who: 'JANE@customer.example' },
      expected: { items: [expect.objectContaining({ title: 'Jane Doe' })] },
      route: `GET ${API}/lookup`,
    },
    {
      action: freshsalesFindContact,
      input: { who: 'customer' },
      expected: {
        title: 'Contacts for “customer”',
        items: expect.arrayContaining([
          {
            title: 'Eve Customer',
            subtitle: 'eve@customer.example · contact 402000300001',
            url: expect.stringMatching(/\/freshsales\/acme\/crm\/sales\/contacts\/402000300001$/),
          },
        ]),
      },
      route: `GET ${API}/search`,
    },
    {
      action: freshsalesFindContact,
      input: { who: 'Zebulon' },
      expected: { title: 'I found no contact for “Zebulon”.' },
      route: `GET ${API}/search`,
    },
    {
      action: freshsalesViewContact,
      input: { contact: 'https://acme.myfreshworks.com/crm/sales/contacts/402000300001?tab=recent' },
      expected: {
        title: 'Eve Customer',
        facts: [
          { title: 'E-mail', value: 'eve@customer.example' },
          { title: 'Phone', value: '+15550100' },
          { title: 'Job title', value: 'Buyer' },
        ],
      },
      route: `GET ${API}/contacts/{id}`,
    },
    {
      action: freshsalesListContacts,
      expected: {
        title: 'All Contacts',
        items: expect.arrayContaining([expect.objectContaining({ title: 'Frank Buyer' })]),
      },
      route: `GET ${API}/contacts/view/{id}`,
    },
    {
      action: freshsalesCreateDeal,
      input: { name: 'Ten coffee machines', amount: '6,000.50' },
      expected: {
        title: 'Created the deal Ten coffee machines',
        facts: [{ title: 'Amount', value: '6000.5' }],
        url: expect.stringMatching(/\/freshsales\/acme\/crm\/sales\/deals\/\d+$/),
      },
      route: `POST ${API}/deals`,
      pageless: true,
      body: { deal: { name: 'Ten coffee machines', amount: 6000.5 } },
    },
  ],
  harmless: { action: freshsalesListContacts },
  wrongWires: [
    { what: 'a bearer token', header: 'Authorization', value: 'Bearer {{apiKey}}' },
    { what: 'Token without token=', header: 'Authorization', value: 'Token {{apiKey}}' },
    { what: 'a header of its own', header: 'X-API-Key', value: '{{apiKey}}' },
  ],
});

function keyOf({ freshsales }: Sandbox): string {
  return freshsales.users.find(({ id }) => id === 'bob')?.apiKey ?? '';
}
