import type { EndReason } from './authorization.ts';
import type { ConversationAddress } from './conversation.ts';
import type { Credential } from './credential.ts';

/** Something to tell a conversation, or to do at a product, that must survive a restart. */
export type Notice =
  | {
      readonly kind: 'authorization_ended';
      readonly conversation: ConversationAddress;
      readonly authorizationId: string;
      readonly integration: string;
      readonly why: EndReason;
      readonly ref?: string;
    }
  /** Connected without a code (`confirm: "none"`): the waiting actions go on in the conversation. */
  | {
      readonly kind: 'connected';
      readonly conversation: ConversationAddress;
      readonly authorizationId: string;
      readonly integration: string;
      readonly account: string;
      /** Names of what the grant reaches besides. */
      readonly otherSites?: readonly string[];
    }
  /** A process died while the action ran; whether the product did it is unknown. */
  | {
      readonly kind: 'action_interrupted';
      readonly conversation: ConversationAddress;
      readonly actionId: string;
    }
  | RevokeNotice;

/** A credential that must be revoked at the product (RFC 7009), retried for 24 hours. */
export interface RevokeNotice {
  readonly kind: 'revoke';
  /** Of the connection, or of the attempt that never became one; absent in those written by older versions. */
  readonly subject?: string;
  /** Owner key; absent where the person is forgotten. */
  readonly owner?: string;
  /** The product's id of the account, where it is known. */
  readonly account?: string;
  readonly integration: string;
  readonly profile: string;
  readonly tenant?: string;
  readonly credential: Credential;
}
