import type { FreshsalesContact, FreshsalesDeal } from './state.ts';

/** As `{tenant}` in paths: `acme` is at myfreshworks.com, an organisation in the EU has its whole host. */
export const freshsalesTenants = ['acme', 'globex-org', 'umbra.freshworks.com'] as const;

export const dealStages = [
  { id: 402000500001, name: 'New' },
  { id: 402000500002, name: 'Negotiation' },
  { id: 402000500003, name: 'Won' },
] as const;

export interface FreshsalesUser {
  readonly id: string;
  readonly number: number;
  readonly tenant: string;
  readonly name: string;
  readonly email: string;
  readonly apiKey: string;
  /** May read contacts, and nothing else. */
  readonly restricted?: true;
}

export const freshsalesUsers: readonly FreshsalesUser[] = [
  {
    id: 'bob',
    number: 402001,
    tenant: 'acme',
    name: 'Bob Miller',
    email: 'bob@acme.example',
    apiKey: 'sandboxFreshsalesKeyOfBob',
  },
  {
    id: 'ann',
    number: 402002,
    tenant: 'acme',
    name: 'Ann Lee',
    email: 'ann@acme.example',
    apiKey: 'sandboxFreshsalesKeyOfAnn',
    restricted: true,
  },
  {
    id: 'gina',
    number: 402101,
    tenant: 'globex-org',
    name: 'Gina Hall',
    email: 'gina@globex.example',
    apiKey: 'sandboxFreshsalesKeyOfGina',
  },
  {
    id: 'ulf',
    number: 402201,
    tenant: 'umbra.freshworks.com',
    name: 'Ulf Berg',
    email: 'ulf@umbra.example',
    apiKey: 'sandboxFreshsalesKeyOfUlf',
  },
];

/** Views of every account, by what they show. */
export const contactViews = [
  { id: 402000100001, name: 'All Contacts' },
  { id: 402000100002, name: 'My Contacts' },
] as const;
export const dealViews = [{ id: 402000200001, name: 'All Deals' }] as const;

const day = 24 * 60 * 60 * 1000;

export function seedContacts(now: number): FreshsalesContact[] {
  const contact = (id: number, firstName: string, lastName: string, rest: Partial<FreshsalesContact> = {}) => ({
    id,
    tenant: 'acme',
    owner: 402001,
    firstName,
    lastName,
    email: `${firstName.toLowerCase()}@customer.example`,
    mobileNumber: null,
    jobTitle: null,
    customField: {},
    createdAt: now - 20 * day + id,
    updatedAt: now - 5 * day + id,
    ...rest,
  });
  return [
    contact(402000300001, 'Eve', 'Customer', { mobileNumber: '+15550100', jobTitle: 'Buyer' }),
    contact(402000300002, 'Frank', 'Buyer', { owner: 402002 }),
    contact(402000300003, 'Gus', 'Client', { tenant: 'globex-org', owner: 402101 }),
  ];
}

export function seedDeals(now: number): FreshsalesDeal[] {
  return [
    {
      id: 402000400001,
      tenant: 'acme',
      owner: 402001,
      name: 'Twenty coffee machines',
      amount: 12_000,
      salesAccount: null,
      stage: 402000500001,
      createdAt: now - 9 * day,
      updatedAt: now - 2 * day,
    },
  ];
}
