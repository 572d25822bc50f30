import { randomUUID } from 'node:crypto';
import type { ConversationAddress } from '../model/conversation.ts';
import { beginErrand } from '../model/errand.ts';
import type { Owner } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import { moveErrand } from './move-errand.ts';
import type { Services } from './services.ts';

/** The message that changes a connection. */
export interface ChangingMessage {
  /** Absent if the channel sets no id. */
  readonly activityId: string | undefined;
  readonly conversation: ConversationAddress;
  readonly ownerName: string;
}

/**
 * Records which message changed a connection, as an errand that is over, in the transaction of the change. If the channel
 * delivers the message again, to another process, that one recognises it and changes nothing.
 */
export async function noteChange(
  services: Services,
  vault: Pick<Vault, 'errands'>,
  owner: Owner,
  integration: string,
  { activityId, conversation, ownerName }: ChangingMessage,
): Promise<void> {
  if (activityId === undefined) return;
  const draft = { owner, ownerName, conversation, integration, by: 'plain', input: {}, answers: {} } as const;
  // not the id itself: the same message may begin another errand
  const begunBy = `${activityId}#change`;
  const begun = beginErrand({ ...draft, id: randomUUID(), begunBy }, { activityId, next: 'ready' }, services.now());
  await moveErrand(services, begun, { type: 'abandon' }, vault);
}
