import { randomUUID } from 'node:crypto';
import { authMethodOf } from '../auth-methods/auth-methods.ts';
import { OAuthRefusedError, ProviderUnreachableError } from '../errors.ts';
import { causeOf } from '../model/cause-of.ts';
import type { Connection } from '../model/connection.ts';
import type { TokenCredential } from '../model/credential.ts';
import { renewalUrl } from '../model/profile.ts';
import type { StoredConnection, UsableConnection, Vault } from '../vault/vault.ts';
import { byDeadline, DeadlineError } from './by-deadline.ts';
import { unlessForgotten } from './forgotten.ts';
import { grantedNow } from './grant-end-of.ts';
import { needAttention } from './need-attention.ts';
import { queueLatePair } from './queue-revocation.ts';
import { integrationOf, profileAt, type Services } from './services.ts';
import { tokenContext } from './token-context.ts';
import { untilStored } from './until-stored.ts';

export type RenewOutcome =
  | { readonly status: 'renewed'; readonly stored: StoredConnection }
  /** The product no longer accepts it. The person must connect again. */
  | { readonly status: 'ended' }
  /** It may still be valid, so it is kept and tried again later. */
  | { readonly status: 'unreachable' };

/** Milliseconds. Longer than a token request can take, so that no second process renews at the same time. */
const LEASE = 30_000;
/** Milliseconds for which a caller waits for another renewal. */
const PATIENCE = 20_000;
/** Milliseconds within which a request ends. A request that could outlast the lease is not sent. */
const ANSWERED_WITHIN = 15_000;
/** Milliseconds between two requests to a failing token endpoint. */
const COOL_DOWN = 30_000;

/**
 * Renews once however many callers ask: those in this process share a promise, and processes share a lease in the store. The
 * new tokens are stored before anybody uses them.
 */
export function renewCredential(services: Services, stale: UsableConnection): Promise<RenewOutcome> {
  const { id } = stale.connection;
  const underWay = services.renewals.get(id) as Promise<RenewOutcome> | undefined;
  if (underWay !== undefined) return withinPatience(underWay);
  const releaseStore = services.underWay.holdStore();
  const renewal = renewWithLease(services, stale).finally(() => {
    services.renewals.delete(id);
    releaseStore();
  });
  services.renewals.set(id, renewal);
  return withinPatience(renewal);
}

/** Callers do not wait forever, but the renewal continues, because it may hold tokens that nobody else has. */
async function withinPatience(renewal: Promise<RenewOutcome>): Promise<RenewOutcome> {
  try {
    return await byDeadline(PATIENCE, () => renewal);
  } catch (error) {
    if (error instanceof DeadlineError) return { status: 'unreachable' };
    throw error;
  }
}

async function renewWithLease(services: Services, stale: UsableConnection): Promise<RenewOutcome> {
  const { id } = stale.connection;
  const deadline = performance.now() + PATIENCE;
  for (let pause = 10; performance.now() < deadline; pause = Math.min(pause * 1.5, 100)) {
    const present = await services.vault.connections.byId(id);
    if (present === undefined || present.connection.status === 'needs_reauth') return { status: 'ended' };
    if (!isSameToken(present, stale)) return { status: 'renewed', stored: present };
    if (isCoolingDown(services, present)) return { status: 'unreachable' };
    const now = services.now();
    if (await services.vault.connections.lease(present.connection, services.processId, now, now + LEASE)) {
      const outcome = await renewAsHolder(services, present, now + LEASE);
      if (outcome !== 'lease_passed') return outcome;
    }
    await services.renewalsOver.wait(id, pause);
  }
  return { status: 'unreachable' };
}

/** After a failure, a lease without a holder keeps everybody away for a while. */
function isCoolingDown(services: Services, stored: StoredConnection): boolean {
  return stored.leaseOwner === null && stored.leaseUntil !== null && services.now() < stored.leaseUntil;
}

async function renewAsHolder(
  services: Services,
  held: StoredConnection,
  leaseUntil: number,
): Promise<RenewOutcome | 'lease_passed'> {
  const { id } = held.connection;
  let fresh: TokenCredential | undefined;
  try {
    fresh = await requestRenewal(services, held, leaseUntil);
  } catch (error) {
    if (error instanceof LeasePassed) return 'lease_passed';
    const kind = error instanceof OAuthRefusedError ? error.kind : 'transient';
    services.log({ event: 'renewal_failed', connection: id, kind, cause: causeOf(error) });
    if (kind === 'reauthorize' || kind === 'denied') return markEnded(services, held);
    await services.vault.connections.release(id, services.processId, services.now() + COOL_DOWN);
    if (error instanceof OAuthRefusedError || error instanceof ProviderUnreachableError)
      return { status: 'unreachable' };
    throw error;
  }
  return fresh === undefined ? markEnded(services, held) : keep(services, held, fresh);
}

/** This process was paused and may have lost its lease. Another one may be using this refresh token now. */
class LeasePassed extends Error {}

async function requestRenewal(
  services: Services,
  held: StoredConnection,
  leaseUntil: number,
): Promise<TokenCredential | undefined> {
  const { connection, credential } = held;
  const integration = integrationOf(services, connection.integration);
  const profile = profileAt(integration, { ...connection, values: credential.values });
  if (profile.method !== 'oauth2') return undefined;
  const context = tokenContext(services, integration, renewalUrl(profile), connection.tenant);
  return authMethodOf(profile.method).renew(profile, credential, {
    ...context,
    send: (request) => {
      if (services.now() >= leaseUntil - ANSWERED_WITHIN) throw new LeasePassed();
      return context.send(request);
    },
  });
}

function keep(services: Services, held: StoredConnection, fresh: TokenCredential): Promise<RenewOutcome> {
  return untilStored(
    () => store(services, held, fresh),
    (error) =>
      services.log({
        event: 'renewal_failed',
        connection: held.connection.id,
        kind: 'not_stored',
        cause: causeOf(error),
      }),
  );
}

/** Undefined if another process was first and changed something else in the connection. */
async function store(
  services: Services,
  held: StoredConnection,
  fresh: TokenCredential,
): Promise<RenewOutcome | undefined> {
  const { connections } = services.vault;
  const next = renewedConnection(services, held.connection, fresh);
  const { processId } = services;
  if (await storeFresh(services, next, (vault) => vault.connections.renewed(next, fresh, processId))) {
    return renewed(services, held, next, fresh);
  }
  const present = await connections.byId(held.connection.id);
  if (present !== undefined && isSameToken(present, held)) {
    const again = renewedConnection(services, present.connection, fresh);
    const stored = await storeFresh(services, again, (vault) => vault.connections.swap(again, fresh));
    return stored ? renewed(services, present, again, fresh) : undefined;
  }
  // nothing is queued if the store has saved this pair and only its confirmation was lost
  await services.vault.transaction(async (vault) => {
    const late = await unlessForgotten(vault, { ...held.connection, credential: fresh });
    await queueLatePair(services, vault, late, present?.credential);
  });
  services.wake();
  return present?.connection.status === 'active' ? { status: 'renewed', stored: present } : { status: 'ended' };
}

/** Also queues the question of which account the token belongs to, which is asked in the background and survives a crash. */
async function storeFresh(
  services: Services,
  { id: connectionId, integration }: Connection,
  write: (vault: Vault) => Promise<boolean>,
): Promise<boolean> {
  return services.vault.transaction(async (vault) => {
    if (!(await write(vault))) return false;
    const now = services.now();
    const notice = { kind: 'verify', connectionId, integration } as const;
    await vault.outbox.put(randomUUID(), `verify/${connectionId}`, now, now, notice);
    return true;
  });
}

function renewed(
  services: Services,
  before: StoredConnection,
  connection: Connection,
  credential: TokenCredential,
): RenewOutcome {
  services.log({ event: 'renewed', connection: connection.id });
  services.wake();
  return { status: 'renewed', stored: { ...before, connection, credential } };
}

function renewedConnection(services: Services, connection: Connection, fresh: TokenCredential): Connection {
  const now = services.now();
  const { expiresAt: _, warnAt: __, ...rest } = connection;
  const { since } = connection.grant ?? { since: connection.createdAt };
  return {
    ...rest,
    ...grantedNow(services, connection, { since, renewedAt: now }),
    version: connection.version + 1,
    status: 'active',
    scopes: fresh.scopes,
    ...(fresh.expiresAt === undefined ? {} : { expiresAt: fresh.expiresAt }),
    updatedAt: now,
  };
}

/** The refused token may be an older one. In that case another process has renewed it and the new one is in use. */
async function markEnded(services: Services, held: UsableConnection): Promise<RenewOutcome> {
  for (;;) {
    const present = await services.vault.connections.byId(held.connection.id);
    if (present === undefined || present.connection.status === 'needs_reauth') return { status: 'ended' };
    if (!isSameToken(present, held)) return { status: 'renewed', stored: present };
    if (await markDead(services, present)) return { status: 'ended' };
  }
}

/**
 * Marks a connection that the product no longer accepts, and never deletes it. Only if the token in use is the one that was
 * refused.
 */
export async function markNeedsReauth(services: Services, dead: UsableConnection): Promise<'ended' | 'replaced'> {
  return (await markEnded(services, dead)).status === 'ended' ? 'ended' : 'replaced';
}

/** A renewal in progress loses its lease. */
async function markDead(services: Services, { connection, credential }: StoredConnection): Promise<boolean> {
  const { warnAt: _, ...rest } = connection;
  const next: Connection = {
    ...rest,
    version: connection.version + 1,
    status: 'needs_reauth',
    updatedAt: services.now(),
  };
  if (!(await services.vault.connections.swap(next, credential))) return false;
  if (connection.owner.kind !== 'shared') return true;
  const { integration, account } = connection;
  needAttention(services, { integration, account: account.label, why: 'ended' });
  return true;
}

function isSameToken(
  { credential: a }: Pick<StoredConnection, 'credential'>,
  { credential: b }: Pick<StoredConnection, 'credential'>,
): boolean {
  if (a.type !== 'oauth2' || b.type !== 'oauth2') return JSON.stringify(a) === JSON.stringify(b);
  return a.accessToken === b.accessToken && a.refreshToken === b.refreshToken;
}
