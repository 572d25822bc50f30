import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../model/connection.ts';
import type { Account, Site } from '../model/credential.ts';
import { ownerKey } from '../model/owner.ts';
import type { StoredConnection } from '../vault/vault.ts';
import { audit } from './audit.ts';
import type { Services } from './services.ts';

/** An account at one of the sites that its access covers. */
export interface GrantedPlace {
  readonly account: Account;
  readonly site: Site;
}

export type Relocation =
  /** Actions use this site from now on. */
  | { readonly status: 'switched'; readonly connection: Connection }
  /** The product did not respond. Nothing has changed. */
  | { readonly status: 'unreachable' }
  /** The access has ended. */
  | { readonly status: 'needs_authorization' }
  | { readonly status: 'not_connected' };

/** Milliseconds for which a caller waits for a renewal in progress. */
const PATIENCE = 20_000;

/**
 * Moves the connection to this site, or uses the one that exists there. A copy would not work, because renewing one would
 * invalidate the refresh token of the other.
 */
export async function relocateConnection(services: Services, id: string, place: GrantedPlace): Promise<Relocation> {
  // a round fails if another process was first, most likely with a renewal
  const deadline = performance.now() + PATIENCE;
  for (let pause = 10; performance.now() < deadline; pause = Math.min(pause * 1.5, 100)) {
    const present = await services.vault.connections.byId(id);
    if (present === undefined) return { status: 'not_connected' };
    if (present.connection.status === 'needs_reauth') return { status: 'needs_authorization' };
    const connection =
      (await useWhatIsThere(services, present.connection, place)) ?? (await move(services, present, place));
    if (connection !== undefined) return { status: 'switched', connection };
    await sleep(pause);
  }
  return { status: 'unreachable' };
}

async function useWhatIsThere(
  services: Services,
  { owner, integration, tenant }: Connection,
  { account, site }: GrantedPlace,
): Promise<Connection | undefined> {
  const { connections } = services.vault;
  const there = (await connections.list(ownerKey(owner))).find(
    (one) =>
      one.integration === integration &&
      one.tenant === tenant &&
      one.account.id === account.id &&
      one.site?.id === site.id,
  );
  if (there !== undefined) await connections.makeDefault(there);
  return there;
}

/** Moves the connection with the credential that was just read. Undefined if another process won the race. */
async function move(
  services: Services,
  { connection, credential }: StoredConnection,
  { account, site }: GrantedPlace,
): Promise<Connection | undefined> {
  const now = services.now();
  const next: Connection = { ...connection, version: connection.version + 1, account, site, updatedAt: now };
  const moved = await services.vault.transaction(async (vault) => {
    if (!(await vault.connections.relocate(next, credential, now))) return false;
    await vault.connections.makeDefault(next);
    const facts = { kind: 'site', id: site.id } as const;
    await audit(services, { actor: next.owner, what: 'site_switched', subject: next.id, facts }, vault);
    return true;
  });
  if (!moved) return undefined;
  services.log({ event: 'site_switched', connection: next.id, integration: next.integration });
  return next;
}
