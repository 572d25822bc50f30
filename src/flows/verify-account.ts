import type { VerifyNotice } from '../model/notice.ts';
import type { StoredConnection } from '../vault/vault.ts';
import { audit } from './audit.ts';
import { checkCredential } from './check-credential.ts';
import { needAttention } from './need-attention.ts';
import type { Services } from './services.ts';
import { tellOwner } from './tell-owner.ts';

export type Verified = { readonly status: 'done' } | { readonly status: 'later'; readonly retryAfter?: number };

const DONE = { status: 'done' } as const;

/**
 * Asks the product after a renewal which account the connection belongs to. If it is another one, stops using the connection,
 * tells its owner, and records that in the audit log.
 *
 * @returns `later` if the product did not respond, perhaps with the seconds after which to ask again
 */
export async function verifyAccount(services: Services, { connectionId }: VerifyNotice): Promise<Verified> {
  for (;;) {
    const stored = await services.vault.connections.byId(connectionId);
    if (stored === undefined || stored.connection.status !== 'active') return DONE;
    const { connection, credential } = stored;
    const integration = services.integrations.get(connection.integration);
    if (integration === undefined) return { status: 'later' };
    const check = await checkCredential(services, integration, { ...connection, credential });
    if (check.status === 'unreachable') return { ...check, status: 'later' };
    // the next action handles a refused credential: it renews or asks
    if (check.status !== 'ok' || check.account.id === connection.account.id) return DONE;
    if (await stop(services, stored)) return DONE;
  }
}

/** False if the connection was changed in the meantime. */
async function stop(services: Services, { connection, credential }: StoredConnection): Promise<boolean> {
  const { warnAt: _, ...rest } = connection;
  const next = { ...rest, version: connection.version + 1, status: 'needs_reauth', updatedAt: services.now() } as const;
  const stopped = await services.vault.transaction(async (vault) => {
    if (!(await vault.connections.swap(next, credential))) return false;
    await tellOwner(services, vault, next, { what: 'other_account' });
    const { id: subject } = connection;
    const facts = { kind: 'other_account' } as const;
    await audit(services, { actor: 'system', what: 'connection_stopped', subject, facts }, vault);
    return true;
  });
  if (!stopped) return false;
  const { id, integration, account, owner } = connection;
  services.log({ event: 'connection_stopped', connection: id, integration });
  if (owner.kind === 'shared') needAttention(services, { integration, account: account.label, why: 'other_account' });
  services.wake();
  return true;
}
