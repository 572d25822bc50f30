import type { DueWarning } from '../vault/vault.ts';
import { audit } from './audit.ts';
import { grantEndOf } from './grant-end-of.ts';
import { needAttention } from './need-attention.ts';
import type { Services } from './services.ts';
import { tellOwner } from './tell-owner.ts';

/**
 * Warns the people concerned, once, that a product will end their access. Any number of processes may run it. Returns how
 * many warnings were due.
 */
export async function warnOfEnds(services: Services, limit: number): Promise<number> {
  const due = await services.vault.connections.dueWarnings(services.now(), limit);
  for (const warning of due) await warn(services, warning);
  return due.length;
}

async function warn(services: Services, { id, warnAt }: DueWarning): Promise<void> {
  const { connections } = services.vault;
  const now = services.now();
  const connection = (await connections.byId(id))?.connection;
  const end = connection?.status === 'active' ? grantEndOf(services, connection) : undefined;
  // it cannot be opened, has already ended, or its profile no longer has an end
  if (connection === undefined || end === undefined || end.at <= now) {
    await connections.setWarning(id, warnAt, undefined);
    return;
  }
  if (end.warnAt > now) {
    await connections.setWarning(id, warnAt, end.warnAt);
    return;
  }
  const { why, at } = end;
  const mine = await services.vault.transaction(async (vault) => {
    if (!(await vault.connections.setWarning(id, warnAt, undefined))) return false;
    await tellOwner(services, vault, connection, { what: 'ends', why, at });
    await audit(services, { actor: 'system', what: 'connection_ends', subject: id, facts: { kind: why } }, vault);
    return true;
  });
  if (!mine) return;
  const { integration, account } = connection;
  services.log({ event: 'connection_ends', connection: id, integration });
  if (connection.owner.kind === 'shared')
    needAttention(services, { integration, account: account.label, why: 'ends', endsAt: at });
  services.wake();
}
