import type { ZendeskTicket } from './state.ts';

interface ClientBase {
  readonly identifier: string;
  readonly name: string;
  /** The one account it belongs to; a global client belongs to all. */
  readonly tenant?: string;
  readonly scopes: readonly string[];
}

/** A public client has no secret and must use PKCE; a confidential one proves itself by secret, PKCE or both. */
export type ZendeskClient =
  | (ClientBase & { readonly kind: 'public' })
  | (ClientBase & { readonly kind: 'confidential'; readonly secret: string });

const readWrite = ['read', 'write'] as const;

export const zendeskTenants = ['acme', 'globex'] as const;

export const globalClient = {
  identifier: 'zdg-latchkey',
  name: 'Latchkey',
  kind: 'confidential',
  secret: 'sandbox-zendesk-secret',
  scopes: readWrite,
} as const satisfies ZendeskClient;

export const tenantClient = {
  identifier: 'latchkey_acme',
  name: 'Latchkey for Acme',
  kind: 'confidential',
  secret: 'sandbox-zendesk-acme-secret',
  tenant: 'acme',
  scopes: readWrite,
} as const satisfies ZendeskClient;

export const publicClient = {
  identifier: 'latchkey_acme_public',
  name: 'Latchkey for Acme (public)',
  kind: 'public',
  tenant: 'acme',
  scopes: readWrite,
} as const satisfies ZendeskClient;

export const zendeskClients: readonly ZendeskClient[] = [globalClient, tenantClient, publicClient];

export type ZendeskRole = 'end-user' | 'agent' | 'admin';

export interface ZendeskUser {
  readonly id: string;
  readonly tenant: string;
  readonly number: number;
  readonly name: string;
  readonly email: string;
  readonly role: ZendeskRole;
}

export const zendeskUsers: readonly ZendeskUser[] = [
  { id: 'bob', tenant: 'acme', number: 360001, name: 'Bob Miller', email: 'bob@acme.example', role: 'agent' },
  { id: 'ann', tenant: 'acme', number: 360002, name: 'Ann Lee', email: 'ann@acme.example', role: 'admin' },
  { id: 'eve', tenant: 'acme', number: 360003, name: 'Eve Customer', email: 'eve@customer.example', role: 'end-user' },
  { id: 'gina', tenant: 'globex', number: 370001, name: 'Gina Hall', email: 'gina@globex.example', role: 'admin' },
];

/** One token per account, for every agent's e-mail address. */
export const zendeskApiTokens: Readonly<Record<string, string>> = {
  acme: 'sandboxZendeskTokenOfAcme',
  globex: 'sandboxZendeskTokenOfGlobex',
};

const hour = 60 * 60 * 1000;

export function seedTickets(now: number): ZendeskTicket[] {
  const ticket = (id: number, subject: string, body: string, rest: Partial<ZendeskTicket> = {}): ZendeskTicket => ({
    id,
    tenant: 'acme',
    subject,
    priority: 'normal',
    status: 'open',
    requester: 360003,
    submitter: 360003,
    assignee: 360001,
    tags: [],
    comments: [{ body, public: true, author: 360003, createdAt: now - (60 - id) * hour }],
    createdAt: now - (60 - id) * hour,
    updatedAt: now - (40 - id) * hour,
    ...rest,
  });
  return [
    ticket(33, 'Printer on the second floor is on fire', 'It smokes again.', { priority: 'urgent', tags: ['printer'] }),
    ticket(34, 'Invoice shows the wrong address', 'Please correct it.', { status: 'pending' }),
    ticket(35, 'Where is my parcel?', 'It was due on Monday.', { status: 'closed' }),
    ticket(36, 'Globex: cannot sign in', 'The page stays empty.', {
      tenant: 'globex',
      requester: 370001,
      submitter: 370001,
      assignee: null,
    }),
  ];
}
