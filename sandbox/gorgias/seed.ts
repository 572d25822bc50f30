import type { GorgiasCustomer, GorgiasTicket } from './state.ts';

export const gorgiasTenants = ['acme', 'globex'] as const;

/** The public app of the App Store, one client for all accounts. */
export const gorgiasClient = {
  clientId: 'sandbox-gorgias-client',
  clientSecret: 'sandbox-gorgias-secret',
  name: 'Latchkey',
  scopes: [
    'openid',
    'email',
    'profile',
    'offline',
    'write:all',
    'account:read',
    'tickets:read',
    'tickets:write',
    'customers:read',
    'customers:write',
    'users:read',
    'integrations:read',
  ],
} as const;

export interface GorgiasUser {
  readonly id: string;
  readonly number: number;
  readonly tenant: string;
  readonly name: string;
  readonly email: string;
  readonly apiKey: string;
  /** An observer may only read. */
  readonly role: 'agent' | 'observer';
}

export const gorgiasUsers: readonly GorgiasUser[] = [
  {
    id: 'bob',
    number: 101,
    tenant: 'acme',
    name: 'Bob Miller',
    email: 'bob@acme.example',
    apiKey: 'sandboxGorgiasKeyOfBob',
    role: 'agent',
  },
  {
    id: 'ann',
    number: 102,
    tenant: 'acme',
    name: 'Ann Lee',
    email: 'ann@acme.example',
    apiKey: 'sandboxGorgiasKeyOfAnn',
    role: 'observer',
  },
  {
    id: 'gina',
    number: 201,
    tenant: 'globex',
    name: 'Gina Hall',
    email: 'gina@globex.example',
    apiKey: 'sandboxGorgiasKeyOfGina',
    role: 'agent',
  },
];

const hour = 60 * 60 * 1000;

export function seedGorgiasCustomers(now: number): GorgiasCustomer[] {
  return [
    { id: 501, tenant: 'acme', name: 'Eve Customer', email: 'eve@customer.example', createdAt: now - 90 * hour },
    { id: 502, tenant: 'acme', name: 'Frank Buyer', email: 'frank@customer.example', createdAt: now - 80 * hour },
    { id: 601, tenant: 'globex', name: 'Gus Client', email: 'gus@client.example', createdAt: now - 70 * hour },
  ];
}

export function seedGorgiasTickets(now: number): GorgiasTicket[] {
  const ticket = (id: number, subject: string, text: string, rest: Partial<GorgiasTicket> = {}): GorgiasTicket => ({
    id,
    tenant: 'acme',
    subject,
    channel: 'email',
    via: 'email',
    status: 'open',
    priority: 'normal',
    customer: 501,
    tags: [],
    messages: [
      {
        id: 7000 + id,
        channel: 'email',
        via: 'email',
        fromAgent: false,
        text,
        sender: { email: 'eve@customer.example', name: 'Eve Customer' },
        from: 'eve@customer.example',
        to: 'support@acme.example',
        createdAt: now - (50 - id) * hour,
      },
    ],
    createdAt: now - (50 - id) * hour,
    updatedAt: now - (40 - id) * hour,
    ...rest,
  });
  return [
    ticket(11, 'Where is my order?', 'It should have come yesterday.', { tags: ['shipping'] }),
    ticket(12, 'Wrong size', 'May I send it back?', { customer: 502, status: 'closed' }),
    ticket(21, 'Discount code', 'It does not work.', { tenant: 'globex', customer: 601 }),
  ];
}
