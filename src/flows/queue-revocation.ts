import { randomUUID } from 'node:crypto';
import type { ConversationAddress } from '../model/conversation.ts';
import type { Account, Credential, TokenCredential } from '../model/credential.ts';
import type { RevokeNotice } from '../model/notice.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import { canRevoke } from './revoke-credential.ts';
import type { Services } from './services.ts';

/** The owner and the origin of a token. */
export interface RevocationSubject {
  /** Id of the connection, or of the attempt that never became one. */
  readonly id: string;
  /** Absent if the person's data was deleted. */
  readonly owner?: Owner | undefined;
  /** Absent if it is unknown. */
  readonly account?: Account | undefined;
  /** Where to tell the owner, if possible. */
  readonly conversation?: ConversationAddress | undefined;
  readonly integration: string;
  readonly profile: string;
  readonly tenant?: string | undefined;
  readonly credential: Credential;
}

/** A row of the queue, for a first try right away. */
export interface QueuedRevocation {
  readonly dedupeKey: string;
  readonly notice: RevokeNotice;
}

/**
 * Queues the revocation of a credential. `background/outbox-lanes.ts` sends it, repeatedly for 24 hours. Survives a restart.
 */
export async function queueRevocation(
  services: Services,
  vault: Pick<Vault, 'outbox'>,
  subject: RevocationSubject,
  /** Milliseconds from now. */
  delay = 0,
): Promise<QueuedRevocation> {
  return put(services, vault, revokeNotice(subject), delay);
}

/** What the queue stores. */
export function revokeNotice(subject: RevocationSubject): RevokeNotice & { readonly subject: string } {
  const { id, owner, account, conversation, integration, profile, tenant, credential } = subject;
  // a person whose data was deleted is not told, and a shared account has no owner to tell
  const isTold = owner?.kind === 'user' && conversation !== undefined;
  return {
    kind: 'revoke',
    subject: id,
    ...(owner === undefined ? {} : { owner: ownerKey(owner) }),
    ...(account === undefined ? {} : { account: account.id }),
    ...(isTold ? { told: { conversation, account: account?.label ?? '' } } : {}),
    integration,
    profile,
    ...(tenant === undefined ? {} : { tenant }),
    credential,
  };
}

/**
 * Queues a revocation again after its person's data was deleted. Keeps what the revocation needs (the credential and its
 * account, which other connections may share) and drops the owner, the conversation and the language.
 *
 * @param alias replaces the id of the connection or the attempt
 * @param since when it was first queued, in milliseconds since 1970, because the 24 hours do not start again
 */
export async function requeueNameless(
  services: Services,
  vault: Pick<Vault, 'outbox'>,
  { owner: _, told: __, ...notice }: RevokeNotice,
  alias: string,
  since: number,
  delay: number,
): Promise<QueuedRevocation> {
  return put(services, vault, { ...notice, subject: alias }, delay, since);
}

async function put(
  services: Services,
  vault: Pick<Vault, 'outbox'>,
  notice: RevokeNotice & { readonly subject: string },
  delay: number,
  since = services.now(),
): Promise<QueuedRevocation> {
  const row = randomUUID();
  // one connection may leave several pairs of tokens, and each must be revoked
  const dedupeKey = `revoke/${notice.subject}/${row}`;
  await vault.outbox.put(row, dedupeKey, services.now() + delay, since, notice);
  return { dedupeKey, notice };
}

/**
 * Queues the revocation of tokens that were replaced, or whose connection was removed in the meantime. Tokens that are still in
 * use stay.
 */
export async function queueLatePair(
  services: Services,
  vault: Pick<Vault, 'outbox'>,
  subject: RevocationSubject & { readonly credential: TokenCredential },
  inUse: Credential | undefined,
): Promise<void> {
  const { refreshToken, ...accessOnly } = subject.credential;
  if (inUse?.type === 'oauth2' && inUse.accessToken === accessOnly.accessToken) return;
  const sharesRefresh = inUse?.type === 'oauth2' && inUse.refreshToken === refreshToken;
  const credential = sharesRefresh ? accessOnly : subject.credential;
  if (canRevoke(services, subject)) await queueRevocation(services, vault, { ...subject, credential });
}
