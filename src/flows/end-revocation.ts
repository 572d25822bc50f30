import { randomUUID } from 'node:crypto';
import type { RevokeNotice } from '../model/notice.ts';
import { needAttention } from './need-attention.ts';
import { noteRevocation } from './remove-connection.ts';
import type { RevocationOutcome } from './revoke-credential.ts';
import type { Services } from './services.ts';

/**
 * Removes a revocation from the queue and records its result. If it was given up, somebody has to revoke the access
 * manually: its owner is told, or else the developers.
 *
 * @param own the row and its holder
 */
export async function endRevocation(
  services: Services,
  own: { readonly id: string; readonly holder: string },
  notice: RevokeNotice,
  result: Exclude<RevocationOutcome, 'failed'> | 'given_up',
): Promise<void> {
  const manageUrl = services.integrations.get(notice.integration)?.manageUrl;
  const manual = manageUrl === undefined ? {} : { manageUrl };
  const mine = await services.vault.transaction(async (vault) => {
    if (!(await vault.outbox.finish(own.id, own.holder))) return false;
    await noteRevocation(services, vault, notice, result);
    const { integration, owner, told } = notice;
    if (result !== 'given_up' || told === undefined || owner === undefined) return true;
    const now = services.now();
    const news = { what: 'not_revoked', ...manual } as const;
    const row = randomUUID();
    await vault.outbox.put(row, `news/${notice.subject ?? row}/${row}`, now, now, {
      kind: 'connection_news',
      owner,
      integration,
      ...told,
      news,
    });
    return true;
  });
  if (!mine || result !== 'given_up') return;
  const { integration, owner, told } = notice;
  services.log({ event: 'revocation_given_up', integration });
  // a person whose data was deleted is not named
  const account = owner === undefined ? '' : (notice.account ?? '');
  if (told === undefined) needAttention(services, { integration, account, why: 'not_revoked', ...manual });
  services.wake();
}
