import { type Owner, ownerKey } from '../model/owner.ts';
import { audit } from './audit.ts';
import type { Services } from './services.ts';

/** Milliseconds until the same person is recorded again. */
const A_DAY = 24 * 60 * 60_000;
/** How many people one process remembers, at most. */
const MOST = 1_000;

/**
 * Records a person who was refused a shared account, so that the console can offer to add them. Repeated requests leave one
 * line a day in the audit log.
 */
export async function noteRefused(services: Services, owner: Owner, integration: string): Promise<void> {
  const { refused } = services;
  const key = `${integration} ${ownerKey(owner)}`;
  const now = services.now();
  if (now - (refused.get(key) ?? Number.NEGATIVE_INFINITY) < A_DAY) return;
  if (refused.size >= MOST) refused.clear();
  refused.set(key, now);
  const facts = { kind: 'not_allowed' } as const;
  await audit(services, { actor: owner, what: 'access_refused', subject: integration, facts });
}
