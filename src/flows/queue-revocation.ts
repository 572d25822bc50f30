import { randomUUID } from 'node:crypto';
import type { ConversationAddress } from '../model/conversation.ts';
import type { Account, Credential, TokenCredential } from '../model/credential.ts';
import type { RevokeNotice } from '../model/notice.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import { canRevoke } from './revoke-credential.ts';
import type { Services } from './services.ts';

/** Whose token it was, and where it came from. */
export interface RevocationSubject {
  /** Of the connection, or of the attempt that never became one. */
  readonly id: string;
  /** Absent where the person is forgotten. */
  readonly owner?: Owner | undefined;
  /** Where it is known. */
  readonly account?: Account | undefined;
  /** Where the owner can be told. */
  readonly conversation?: ConversationAddress | undefined;
  readonly integration: string;
  readonly profile: string;
  readonly tenant?: string | undefined;
  readonly credential: Credential;
}

/** A row of the queue, for whoever tries at once what it asks for. */
export interface QueuedRevocation {
  readonly dedupeKey: string;
  readonly notice: RevokeNotice;
}

/** Has a credential ended at its product; `background/outbox-lanes.ts` sends it, again and again for 24 hours. Survives a restart. */
export async function queueRevocation(
  services: Services,
  vault: Pick<Vault, 'outbox'>,
  subject: RevocationSubject,
  /** Milliseconds from now. */
  delay = 0,
): Promise<QueuedRevocation> {
  return put(services, vault, revokeNotice(subject), delay);
}

/** What the queue keeps of it. */
export function revokeNotice(subject: RevocationSubject): RevokeNotice & { readonly subject: string } {
  const { id, owner, account, conversation, integration, profile, tenant, credential } = subject;
  // a person who is forgotten is told nothing, and a shared account is nobody's
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
 * Queues it again for a person who is forgotten: with what ending the access takes (the credential, and which account it is of,
 * since others may live by the same grant), and without whose it was, where they could be told, and in which words.
 *
 * @param alias in place of the connection, or the attempt
 * @param since when it was queued first, in milliseconds since 1970: the 24 hours do not start over
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
  // one connection may leave several pairs behind, and none of them is a repetition of another one
  const dedupeKey = `revoke/${notice.subject}/${row}`;
  await vault.outbox.put(row, dedupeKey, services.now() + delay, since, notice);
  return { dedupeKey, notice };
}

/**
 * Ends a pair of tokens that another one has replaced, or whose connection was removed meanwhile. What the pair in use has in
 * common with it stays.
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
