import { randomUUID } from 'node:crypto';
import type { Connection } from '../model/connection.ts';
import type { News } from '../model/notice.ts';
import { ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

/**
 * Queues a message for the owner of a connection, in the caller's transaction. A shared account has no owner to tell: see
 * `needAttention`.
 */
export async function tellOwner(
  services: Services,
  vault: Pick<Vault, 'outbox'>,
  { id, owner, conversation, integration, account }: Connection,
  news: News,
): Promise<void> {
  if (owner.kind !== 'user' || conversation === undefined) return;
  const now = services.now();
  await vault.outbox.put(randomUUID(), `news/${id}/${news.what}`, now, now, {
    kind: 'connection_news',
    owner: ownerKey(owner),
    conversation,
    integration,
    account: account.label,
    news,
  });
}
