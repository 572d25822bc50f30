import { z } from 'zod';
import { rateWindows } from '../rate-window.ts';
import { seedContacts, seedDeals } from './seed.ts';

const contact = z
  .object({
    id: z.number(),
    tenant: z.string(),
    owner: z.number(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    email: z.string().nullable(),
    mobileNumber: z.string().nullable(),
    jobTitle: z.string().nullable(),
    customField: z.record(z.string(), z.unknown()),
    createdAt: z.number(),
    updatedAt: z.number(),
  })
  .readonly();
export type FreshsalesContact = z.infer<typeof contact>;

const deal = z
  .object({
    id: z.number(),
    tenant: z.string(),
    owner: z.number(),
    name: z.string(),
    amount: z.number(),
    salesAccount: z.number().nullable(),
    stage: z.number().default(402000500001),
    createdAt: z.number(),
    updatedAt: z.number(),
  })
  .readonly();
export type FreshsalesDeal = z.infer<typeof deal>;

export const freshsalesState = z.object({
  /** Ids of users whose key was regenerated. */
  revokedKeys: z.array(z.string()),
  contacts: z.array(contact),
  deals: z.array(deal),
  notes: z
    .array(z.object({ id: z.number(), type: z.string(), target: z.number(), description: z.string() }))
    .default([]),
  /** Ids are never reused. */
  lastId: z.number(),
  windows: rateWindows,
});
export type FreshsalesState = z.infer<typeof freshsalesState>;

export function seedFreshsales(now: number): FreshsalesState {
  return {
    revokedKeys: [],
    contacts: seedContacts(now),
    deals: seedDeals(now),
    notes: [],
    lastId: 402000900000,
    windows: {},
  };
}

export function nextId(freshsales: FreshsalesState): number {
  freshsales.lastId += 1;
  return freshsales.lastId;
}
