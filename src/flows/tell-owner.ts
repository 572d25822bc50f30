import { randomUUID } from 'node:crypto';
import type { Connection } from '../model/connection.ts';
import type { News } from '../model/notice.ts';
import { ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

/**
 * Puts what the owner of a connection should know in the outbox, in the caller's transaction. An account that the bot shares
 * has nobody who could be told: see `needAttention`.
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
