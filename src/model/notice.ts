import type { ConversationAddress } from './conversation.ts';
import type { Credential } from './credential.ts';

/** Something to tell a person of a connection, or to do at a product, that must survive a restart. */
export type Notice = ConnectionNews | WorkNotice;

/** What its owner did not ask for, and should know of a connection. */
export interface ConnectionNews {
  readonly kind: 'connection_news';
  /** Owner key. */
  readonly owner: string;
  readonly conversation: ConversationAddress;
  readonly integration: string;
  /** As people know it. */
  readonly account: string;
  readonly news: News;
}

export type News =
  /** A renewal answered for another account, so the connection was stopped. */
  | { readonly what: 'other_account' }
  /** The product ends the grant at that time, unless it is used, or connected again. */
  | { readonly what: 'ends'; readonly why: 'unused' | 'old'; readonly at: number }
  /** The product could not be reached for 24 hours to end the access. */
  | { readonly what: 'not_revoked'; readonly manageUrl?: string };

/** After a renewal the product is asked once whose account it is, off the person's path. */
export interface VerifyNotice {
  readonly kind: 'verify';
  readonly connectionId: string;
  readonly integration: string;
}

/** Work at a product, which nobody has to hear of: a process without a chat does it too. */
export type WorkNotice = VerifyNotice | RevokeNotice;

export const WORK: readonly WorkNotice['kind'][] = ['revoke', 'verify'];

/** A credential that must be revoked at the product (RFC 7009), retried for 24 hours. */
export interface RevokeNotice {
  readonly kind: 'revoke';
  /** Of the connection, or of the attempt that never became one; absent in those written by older versions. */
  readonly subject?: string;
  /** Owner key; absent where the person is forgotten. */
  readonly owner?: string;
  /** The product's id of the account, where it is known. */
  readonly account?: string;
  /** Who to tell, and in which words, where it could not be revoked; absent where nobody is to be told. */
  readonly told?: { readonly conversation: ConversationAddress; readonly account: string };
  readonly integration: string;
  readonly profile: string;
  readonly tenant?: string;
  readonly credential: Credential;
}
