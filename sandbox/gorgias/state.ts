import { z } from 'zod';
import { seedGorgiasCustomers, seedGorgiasTickets } from './seed.ts';

const grant = { tenant: z.string(), userId: z.string(), scopes: z.array(z.string()) };

const code = z
  .object({ ...grant, redirectUri: z.string(), nonce: z.string().nullable(), expiresAt: z.number() })
  .readonly();
const accessToken = z.object({ ...grant, expiresAt: z.number() }).readonly();
const refreshToken = z.object(grant).readonly();

const person = z.object({ email: z.string(), name: z.string() }).readonly();

const message = z
  .object({
    id: z.number(),
    channel: z.string(),
    via: z.string(),
    fromAgent: z.boolean(),
    text: z.string(),
    sender: person.nullable(),
    /** Sender and recipient of an e-mail. */
    from: z.string().optional(),
    to: z.string().optional(),
    createdAt: z.number(),
  })
  .readonly();
export type GorgiasMessage = z.infer<typeof message>;

const ticket = z
  .object({
    id: z.number(),
    tenant: z.string(),
    subject: z.string().nullable(),
    channel: z.string(),
    via: z.string(),
    status: z.enum(['open', 'closed']),
    priority: z.enum(['low', 'normal', 'high', 'critical']),
    customer: z.number().nullable(),
    tags: z.array(z.string()),
    messages: z.array(message),
    createdAt: z.number(),
    updatedAt: z.number(),
  })
  .readonly();
export type GorgiasTicket = z.infer<typeof ticket>;

const customer = z
  .object({ id: z.number(), tenant: z.string(), name: z.string(), email: z.string(), createdAt: z.number() })
  .readonly();
export type GorgiasCustomer = z.infer<typeof customer>;

export const gorgiasState = z.object({
  redirectUris: z.union([z.array(z.string()), z.literal('loopback')]),
  codes: z.record(z.string(), code),
  accessTokens: z.record(z.string(), accessToken),
  refreshTokens: z.record(z.string(), refreshToken),
  /** Ids of users whose API key was reset. */
  revokedKeys: z.array(z.string()),
  tickets: z.array(ticket),
  customers: z.array(customer),
  /** Ids are never reused. */
  lastId: z.number(),
  /** Leaky buckets: how full they were, and when. */
  buckets: z.record(z.string(), z.object({ level: z.number(), at: z.number() }).readonly()),
});
export type GorgiasState = z.infer<typeof gorgiasState>;

export function seedGorgias(now: number): GorgiasState {
  return {
    redirectUris: 'loopback',
    codes: {},
    accessTokens: {},
    refreshTokens: {},
    revokedKeys: [],
    tickets: seedGorgiasTickets(now),
    customers: seedGorgiasCustomers(now),
    lastId: 9000,
    buckets: {},
  };
}

export function nextId(gorgias: GorgiasState): number {
  gorgias.lastId += 1;
  return gorgias.lastId;
}
