import { setTimeout as sleep } from 'node:timers/promises';
import { authMethodOf } from '../auth-methods/auth-methods.ts';
import { OAuthRefusedError, ProviderUnreachableError } from '../errors.ts';
import type { Connection } from '../model/connection.ts';
import type { TokenCredential } from '../model/credential.ts';
import { renewalUrl } from '../model/profile.ts';
import type { StoredConnection } from '../vault/vault.ts';
import { endpointGuard } from './base-url.ts';
import { integrationOf, profileAt, type Services } from './services.ts';

export type RenewOutcome =
  | { readonly status: 'renewed'; readonly stored: StoredConnection }
  /** Certainly dead: the person must connect again. */
  | { readonly status: 'ended' }
  /** Maybe still good: kept, try again later. */
  | { readonly status: 'unreachable' };

/** Longer than the whole timeout of a token request, or a second process would renew meanwhile (security.md 2.2). */
const LEASE = 30_000;
/** How long a caller waits for somebody else's renewal. */
const PATIENCE = 20_000;
/** Nobody asks a failing token endpoint more often than this. */
const COOL_DOWN = 30_000;

/**
 * Renews once however many ask: callers of this process share one promise, processes share a lease in the store, and
 * the new tokens are stored before anybody uses them.
 */
export function renewCredential(services: Services, stale: StoredConnection): Promise<RenewOutcome> {
  const { id } = stale.connection;
  const underWay = services.renewals.get(id) as Promise<RenewOutcome> | undefined;
  if (underWay !== undefined) return underWay;
  const renewal = renewWithLease(services, stale).finally(() => services.renewals.delete(id));
  services.renewals.set(id, renewal);
  return renewal;
}

async function renewWithLease(services: Services, stale: StoredConnection): Promise<RenewOutcome> {
  const { id } = stale.connection;
  const deadline = performance.now() + PATIENCE;
  for (let pause = 10; performance.now() < deadline; pause = Math.min(pause * 1.5, 100)) {
    const present = await services.vault.connections.byId(id);
    if (present === undefined || present.connection.status === 'needs_reauth') return { status: 'ended' };
    if (!isSameToken(present, stale)) return { status: 'renewed', stored: present };
    if (isCoolingDown(services, present)) return { status: 'unreachable' };
    const now = services.now();
    if (await services.vault.connections.lease(present.connection, services.processId, now, now + LEASE)) {
      return renewAsHolder(services, present);
    }
    await sleep(pause);
  }
  return { status: 'unreachable' };
}

/** A lease without a holder keeps everybody away for a while after a failure. */
function isCoolingDown(services: Services, stored: StoredConnection): boolean {
  return stored.leaseOwner === null && stored.leaseUntil !== null && services.now() < stored.leaseUntil;
}

async function renewAsHolder(services: Services, held: StoredConnection): Promise<RenewOutcome> {
  const { connection, credential } = held;
  try {
    const fresh = await requestRenewal(services, held);
    if (fresh === undefined) return markEnded(services, held);
    const renewed = renewedConnection(connection, fresh, services.now());
    if (!(await services.vault.connections.renewed(renewed, fresh, services.processId))) {
      return { status: 'unreachable' };
    }
    services.log({ event: 'renewed', connection: connection.id });
    return { status: 'renewed', stored: { ...held, connection: renewed, credential: fresh } };
  } catch (error) {
    const kind = error instanceof OAuthRefusedError ? error.kind : 'transient';
    services.log({ event: 'renewal_failed', connection: connection.id, kind });
    if (kind === 'reauthorize' || kind === 'denied') return markEnded(services, { connection, credential });
    await services.vault.connections.release(connection.id, services.processId, services.now() + COOL_DOWN);
    if (error instanceof OAuthRefusedError || error instanceof ProviderUnreachableError)
      return { status: 'unreachable' };
    throw error;
  }
}

async function requestRenewal(services: Services, held: StoredConnection): Promise<TokenCredential | undefined> {
  const { connection, credential } = held;
  const integration = integrationOf(services, connection.integration);
  const profile = profileAt(integration, connection);
  if (profile.method !== 'oauth2') return undefined;
  return authMethodOf(profile.method).renew(profile, credential, {
    send: services.http.sender(endpointGuard(integration, renewalUrl(profile), connection.tenant)),
    now: services.now(),
    ...(connection.tenant === undefined ? {} : { tenant: connection.tenant }),
  });
}

function renewedConnection(connection: Connection, fresh: TokenCredential, now: number): Connection {
  const { expiresAt: _, ...rest } = connection;
  return {
    ...rest,
    version: connection.version + 1,
    scopes: fresh.scopes,
    ...(fresh.expiresAt === undefined ? {} : { expiresAt: fresh.expiresAt }),
    updatedAt: now,
  };
}

/** Another process may have rotated the token meanwhile; then the swap fails and its token stands. */
async function markEnded(
  services: Services,
  held: Pick<StoredConnection, 'connection' | 'credential'>,
): Promise<RenewOutcome> {
  await markNeedsReauth(services, held);
  await services.vault.connections.release(held.connection.id, services.processId, null);
  return { status: 'ended' };
}

/** "Certainly dead" is marked, never deleted (security.md P5). */
export async function markNeedsReauth(
  services: Services,
  dead: Pick<StoredConnection, 'connection' | 'credential'>,
): Promise<void> {
  const { connection, credential } = dead;
  const next: Connection = {
    ...connection,
    version: connection.version + 1,
    status: 'needs_reauth',
    updatedAt: services.now(),
  };
  const marked = await services.vault.connections.swap(next, credential);
  if (!marked || connection.owner.kind !== 'shared') return;
  const { integration, account } = connection;
  services.log({ event: 'needs_attention', integration });
  services.attention({ integration, account: account.label });
}

function isSameToken(one: StoredConnection, other: StoredConnection): boolean {
  const [a, b] = [one.credential, other.credential];
  return a.type === 'oauth2' && b.type === 'oauth2' ? a.accessToken === b.accessToken : true;
}
