import { byDeadline } from '../flows/by-deadline.ts';
import { endRevocation } from '../flows/end-revocation.ts';
import { revokeCredential } from '../flows/revoke-credential.ts';
import type { Services } from '../flows/services.ts';
import { verifyAccount } from '../flows/verify-account.ts';
import { causeOf } from '../model/cause-of.ts';
import { type Notice, WORK, type WorkNotice } from '../model/notice.ts';
import type { ClaimedNotice } from '../vault/vault.ts';
import type { ConversationHost, ConversationNotice } from './conversation-host.ts';
import { type RestingProducts, restingProducts } from './resting-products.ts';
import type { BackgroundWork } from './start-background.ts';

/** Milliseconds for one delivery. Longer than a turn that hangs can block its conversation. */
const DEADLINE = 45_000;
/** Milliseconds after which another process takes over from one that died while delivering. */
const LEASE = 60_000;
const GIVE_UP_AFTER = 24 * 60 * 60_000;
const FIRST_PAUSE = 4_000;
const LONGEST_PAUSE = 10 * 60_000;
const SLOTS = 10;

/**
 * Delivers what is due, at least once. Safe on many instances, because each notice is leased to one of them. What cannot be
 * delivered is retried for 24 hours, less and less often.
 *
 * Revocations have a lane of their own, and so has finding out which account a renewed connection has. Notices for people have
 * two: one takes the oldest notice and one the newest, so that nobody waits behind a crowd whose links expire at the same
 * moment.
 *
 * @param host undefined while this process cannot speak; notices are then left to processes that can
 */
export function outboxLanes(services: Services, host: () => ConversationHost | undefined): BackgroundWork['lanes'] {
  const products = restingProducts(services.now);
  // a definition that cannot read accounts must not delay revocations
  const verified = restingProducts(services.now);
  const spoken = (newestFirst: boolean) => async () => {
    const speaker = host();
    return (
      speaker &&
      jobOf(services, await claimOne(services, { butNot: WORK, newestFirst }), (entry) =>
        tell(services, speaker, entry),
      )
    );
  };
  return [
    { take: spoken(false), slots: SLOTS },
    { take: spoken(true), slots: SLOTS },
    {
      take: async () =>
        jobOf(services, await claimOne(services, { kind: 'revoke' }), (entry) => revoke(services, products, entry)),
      slots: SLOTS,
    },
    {
      take: async () =>
        jobOf(services, await claimOne(services, { kind: 'verify' }), (entry) => verify(services, verified, entry)),
      slots: SLOTS,
    },
  ];
}

/** Delivers everything that is due now, one after the other. Returns the number. */
export async function deliverDue(services: Services, host: ConversationHost | undefined): Promise<number> {
  let delivered = 0;
  for (const { take } of outboxLanes(services, () => host)) {
    for (let job = await take(); job !== undefined; job = await take()) if ((await job()) === true) delivered += 1;
  }
  return delivered;
}

async function claimOne(
  services: Services,
  which: {
    readonly kind?: Notice['kind'];
    readonly butNot?: readonly Notice['kind'][];
    readonly newestFirst?: boolean;
  },
): Promise<ClaimedNotice | undefined> {
  const now = services.now();
  const [entry] = await services.vault.outbox.claim(now, now + LEASE, services.processId, 1, which);
  return entry;
}

function jobOf(
  services: Services,
  entry: ClaimedNotice | undefined,
  deliver: (entry: ClaimedNotice) => Promise<boolean>,
): (() => Promise<boolean>) | undefined {
  if (entry === undefined) return undefined;
  const outcome = (done: boolean) => (done ? 'delivered' : 'failed');
  const observed = { name: 'delivery', about: { kind: entry.notice.kind }, outcome } as const;
  return () => services.observe(observed, () => deliver(entry));
}

async function tell(services: Services, host: ConversationHost, entry: ClaimedNotice): Promise<boolean> {
  const { notice } = entry;
  if (notice.kind === 'revoke' || notice.kind === 'verify') return false;
  const cause = await say(host, notice);
  const done = cause === undefined;
  if (done || isStale(services, entry)) await services.vault.outbox.finish(entry.id, services.processId);
  else await postpone(services, entry, pauseAfter(entry.attempts));
  return noted(services, entry, cause);
}

/** Why it could not be said; undefined if it was. */
function say(host: ConversationHost, notice: ConversationNotice): Promise<string | undefined> {
  return byDeadline(DEADLINE, (late) => host.deliver(notice, late)).then(() => undefined, causeOf);
}

async function revoke(services: Services, products: RestingProducts, entry: ClaimedNotice): Promise<boolean> {
  const { notice } = entry;
  if (notice.kind !== 'revoke' || (await rests(services, products, entry, notice))) return false;
  const { integration } = notice;
  products.asking(integration);
  const revocation = await byDeadline(DEADLINE, () => revokeCredential(services, notice)).catch(
    () => 'failed' as const,
  );
  products.answered(integration, revocation !== 'failed');
  const done = revocation !== 'failed';
  if (done || isStale(services, entry)) {
    const result = revocation === 'failed' ? 'given_up' : revocation;
    await endRevocation(services, { id: entry.id, holder: services.processId }, notice, result);
  } else await postpone(services, entry, pauseAfter(entry.attempts));
  return noted(services, entry, done ? undefined : NOT_REVOKED);
}

async function verify(services: Services, products: RestingProducts, entry: ClaimedNotice): Promise<boolean> {
  const { notice } = entry;
  if (notice.kind !== 'verify' || (await rests(services, products, entry, notice))) return false;
  const { integration } = notice;
  products.asking(integration);
  // also retried if the definition cannot read the account
  const { status, retryAfter = 0 } = await byDeadline(DEADLINE, () => verifyAccount(services, notice)).then(
    (outcome) => ({ retryAfter: 0, ...outcome }),
    (error: unknown) => ({ status: causeOf(error), retryAfter: 0 }),
  );
  const done = status === 'done';
  products.answered(integration, done, retryAfter);
  if (done || isStale(services, entry)) await services.vault.outbox.finish(entry.id, services.processId);
  else await postpone(services, entry, Math.max(pauseAfter(entry.attempts), products.wait(integration)));
  return noted(services, entry, done ? undefined : status);
}

/** Postpones work for a product that must not be called now. True if it did. */
async function rests(
  services: Services,
  products: RestingProducts,
  entry: ClaimedNotice,
  { integration }: WorkNotice,
): Promise<boolean> {
  const wait = products.wait(integration);
  if (wait === 0 || isStale(services, entry)) return false;
  await postpone(services, entry, wait);
  if (wait < 5_000) setTimeout(services.wake, wait).unref();
  return true;
}

function postpone(services: Services, { id }: ClaimedNotice, pause: number): Promise<boolean> {
  return services.vault.outbox.postpone(id, services.processId, services.now() + pause);
}

/** The product refused or did not respond. `request_failed` in the log says more. */
const NOT_REVOKED = 'not revoked';

/** @param cause why it failed */
function noted(services: Services, { notice, attempts }: ClaimedNotice, cause: string | undefined): boolean {
  const { kind } = notice;
  if (cause === undefined) services.log({ event: 'notice_delivered', notice: kind, attempts });
  else services.log({ event: 'notice_failed', notice: kind, attempts, cause });
  return cause === undefined;
}

function isStale(services: Services, { createdAt }: ClaimedNotice): boolean {
  return services.now() - createdAt > GIVE_UP_AFTER;
}

/** `attempts` includes this one. */
function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE * 2 ** Math.min(attempts - 1, 16), LONGEST_PAUSE);
}
