import { z } from 'zod';
import { rateWindows } from '../rate-window.ts';
import { seedTickets } from './seed.ts';

const code = z
  .object({
    tenant: z.string(),
    clientId: z.string(),
    userId: z.string(),
    redirectUri: z.string(),
    scopes: z.array(z.string()),
    codeChallenge: z.string().nullable(),
    expiresAt: z.number(),
  })
  .readonly();

/** An access token and its refresh token: replaced together, revoked together. */
const token = z
  .object({
    id: z.number(),
    tenant: z.string(),
    clientId: z.string(),
    userId: z.string(),
    scopes: z.array(z.string()),
    accessToken: z.string(),
    refreshToken: z.string(),
    createdAt: z.number(),
    /** `null`: does not expire. */
    expiresAt: z.number().nullable(),
    refreshExpiresAt: z.number(),
  })
  .readonly();
export type ZendeskToken = z.infer<typeof token>;

const comment = z
  .object({ body: z.string(), public: z.boolean(), author: z.number(), createdAt: z.number() })
  .readonly();

const ticket = z
  .object({
    id: z.number(),
    tenant: z.string(),
    subject: z.string(),
    priority: z.enum(['low', 'normal', 'high', 'urgent']).nullable(),
    status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']),
    requester: z.number(),
    submitter: z.number(),
    assignee: z.number().nullable(),
    tags: z.array(z.string()),
    comments: z.array(comment),
    createdAt: z.number(),
    updatedAt: z.number(),
  })
  .readonly();
export type ZendeskTicket = z.infer<typeof ticket>;

/** A requester of a ticket who is not one of the demo people. */
const customer = z.object({ number: z.number(), tenant: z.string(), name: z.string(), email: z.string() }).readonly();

export const zendeskState = z.object({
  redirectUris: z.union([z.array(z.string()), z.literal('loopback')]),
  /** 2027-04-30 has come: no API token works any more. */
  apiTokensRetired: z.boolean(),
  /** The OpenAPI says 201; older observations say 200. */
  tokenStatus: z.union([z.literal(200), z.literal(201)]),
  codes: z.record(z.string(), code),
  tokens: z.array(token),
  tickets: z.array(ticket),
  customers: z.array(customer),
  /** Ids are never reused. */
  lastId: z.number(),
  windows: rateWindows,
});
export type ZendeskState = z.infer<typeof zendeskState>;

export function seedZendesk(now: number): ZendeskState {
  return {
    redirectUris: 'loopback',
    apiTokensRetired: false,
    tokenStatus: 201,
    codes: {},
    tokens: [],
    tickets: seedTickets(now),
    customers: [],
    lastId: 1000,
    windows: {},
  };
}

export function nextId(zendesk: ZendeskState): number {
  zendesk.lastId += 1;
  return zendesk.lastId;
}
