import {
  freshsalesAddNote,
  freshsalesCreateContact,
  freshsalesCreateDeal,
  freshsalesFindContact,
  freshsalesFindDeal,
  freshsalesListContacts,
  freshsalesUpdateDeal,
  freshsalesViewContact,
} from 'latchkey/actions';
import type { Sandbox } from 'latchkey/sandbox';
import { describe, expect, it } from 'vitest';
import { integrationContract } from '../contracts/integration-contract.ts';
import { openProducts } from './open-products.ts';
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
      action: freshsalesFindDeal,
      input: { name: 'coffee' },
      expected: {
        title: 'Deals for “coffee”',
        items: [expect.objectContaining({ subtitle: '12000 · deal 402000400001' })],
      },
      route: `GET ${API}/search`,
    },
    {
      action: freshsalesUpdateDeal,
      input: { deal: 'https://acme.myfreshworks.com/crm/sales/deals/402000400001', field: 'stage', value: 'won' },
      expected: { title: 'Changed the stage of Twenty coffee machines', text: 'Won' },
      route: `PUT ${API}/deals/{id}`,
      body: { deal: { deal_stage_id: 402_000_500_003 } },
    },
    {
      action: freshsalesUpdateDeal,
      input: { deal: 402_000_400_001, field: 'amount', value: '13,500' },
      expected: { title: 'Changed the amount of Twenty coffee machines', text: '13500' },
      route: `PUT ${API}/deals/{id}`,
      body: { deal: { amount: 13_500 } },
    },
    {
      action: freshsalesAddNote,
      input: { target: 'Deal 402000400001', note: 'They want red ones.' },
      expected: { title: 'Added the note to deal 402000400001', text: 'They want red ones.' },
      route: `POST ${API}/notes`,
      body: {
        note: { description: 'They want red ones.', targetable_type: 'Deal', targetable_id: 402_000_400_001 },
      },
    },
    {
      action: freshsalesAddNote,
      input: { target: 'https://acme.myfreshworks.com/crm/sales/contacts/402000300001', note: 'Call her.' },
      expected: { title: 'Added the note to contact 402000300001' },
      route: `POST ${API}/notes`,
      body: { note: { description: 'Call her.', targetable_type: 'Contact', targetable_id: 402_000_300_001 } },
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
            url: expect.stringMatching(/\/freshsales\/acme\.myfreshworks\.com\/crm\/sales\/contacts\/402000300001$/),
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
      input: { name: 'Ten coffee machines', amount: 6000.5 },
      expected: {
        title: 'Created the deal “Ten coffee machines”',
        facts: [{ title: 'Amount', value: '6000.5' }],
        url: expect.stringMatching(/\/freshsales\/acme\.myfreshworks\.com\/crm\/sales\/deals\/\d+$/),
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

describe('an organisation in the EU', () => {
  it('is given by its whole host, and is nobody at the other one', async () => {
    const products = await openProducts(standInFreshsales());
    const ulf = products.person();
    const { apiKey = '' } = products.sandbox.freshsales.users.find(({ id }) => id === 'ulf') ?? {};
    const tenant = 'https://umbra.freshworks.com/crm/sales/deals';
    expect(await ulf.type('freshsales', { tenant: 'umbra', apiKey })).toMatchObject({ reason: 'nobody_there' });
    expect(await ulf.type('freshsales', { tenant, apiKey })).toMatchObject({ status: 'connected' });
    expect(await ulf.connections()).toMatchObject([{ account: { label: 'umbra.freshworks.com' } }]);
    expect(await ulf.run(freshsalesListContacts)).toMatchObject({ status: 'done' });
    await products.close();
  });
});
