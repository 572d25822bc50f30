import type { ConversationAddress } from './conversation.ts';
import type { Credential } from './credential.ts';

/** Something to tell a person about a connection, or to do at a product, that must survive a restart. */
export type Notice = ConnectionNews | WorkNotice;

/** Something that the owner of a connection did not ask for and should know. */
export interface ConnectionNews {
  readonly kind: 'connection_news';
  /** Owner key. */
  readonly owner: string;
  readonly conversation: ConversationAddress;
  readonly integration: string;
  /** The account's name as people know it. */
  readonly account: string;
  readonly news: News;
}

export type News =
  /** A renewal returned another account, so the connection is no longer used. */
  | { readonly what: 'other_account' }
  /** The product ends the access at that time, unless it is used or connected again. */
  | { readonly what: 'ends'; readonly why: 'unused' | 'old'; readonly at: number }
  /** For 24 hours the product did not respond to the request to end the access. */
  | { readonly what: 'not_revoked'; readonly manageUrl?: string };

/** After a renewal, asks the product once which account the token belongs to, without making the person wait. */
export interface VerifyNotice {
  readonly kind: 'verify';
  readonly connectionId: string;
  readonly integration: string;
}

/** Work at a product that people need not know about. Processes without a chat do it too. */
export type WorkNotice = VerifyNotice | RevokeNotice;

export const WORK: readonly WorkNotice['kind'][] = ['revoke', 'verify'];

/** A credential that must be revoked at the product (RFC 7009). Retried for 24 hours. */
export interface RevokeNotice {
  readonly kind: 'revoke';
  /** Id of the connection, or of an attempt that never became one. Absent in records of older versions. */
  readonly subject?: string;
  /** Owner key. Absent if the person's data was deleted. */
  readonly owner?: string;
  /** The product's id of the account, if it is known. */
  readonly account?: string;
  /** Who to tell, and in which language, if it could not be revoked. Absent if nobody has to know. */
  readonly told?: { readonly conversation: ConversationAddress; readonly account: string };
  readonly integration: string;
  readonly profile: string;
  readonly tenant?: string;
  readonly credential: Credential;
}
