import type { ConversationAddress } from '../model/conversation.ts';
import type { Errand, Lacks } from '../model/errand.ts';
import type { Field } from '../model/field.ts';
import type { Owner } from '../model/owner.ts';
import type { PublicAuthorization } from '../model/public-authorization.ts';
import type { ConnectRefusal } from './access.ts';

export interface BeginInput {
  readonly owner: Owner;
  readonly ownerName: string;
  readonly conversation: ConversationAddress;
  readonly integration: string;
  /** Default: the integration's first. */
  readonly profile?: string;
  /** Known already, e.g. of the connection that is renewed; else the person is asked. */
  readonly tenant?: string;
  /** Completes "I need access to Jira to …". */
  readonly purpose: string;
  readonly scopes: readonly string[];
  /** The connection that ended, if there was one. */
  readonly replaces?: string;
  /** What goes on once connected. Default: nothing but that the person is told. */
  readonly errand?: {
    readonly record: Errand;
    readonly isStored: boolean;
    readonly lacks?: Lacks;
    /** A page asked for the link; see `sendNewLink`. */
    readonly isAskedOnPage?: true;
    /** No turn is there to say it. */
    readonly isUnattended?: boolean;
  };
  /** The person wants a new link: an attempt under way ends. */
  readonly restart?: boolean;
  /** The person tries again: everything else that failed with the same product goes on too. */
  readonly retry?: boolean;
}

export interface Waiting {
  /** What waits for the attempt. Where the very same was asked for before, that. */
  readonly errand: Errand;
  /** What waited for it before. */
  readonly others: readonly Errand[];
}

export type BeginOutcome =
  | ({
      readonly status: 'begun';
      readonly authorization: PublicAuthorization;
      /** The one-time link, to be shown in the owner's own conversation only. */
      readonly link: string;
      /** Fields to ask for in the chat beside the link; absent where only the link is offered. */
      readonly fields?: readonly Field[];
      /** An attempt was open already; its link is replaced by this one. */
      readonly joined: boolean;
    } & Waiting)
  /** An attempt is already going on in the browser; the errand waits for the same one. */
  | ({ readonly status: 'joined'; readonly authorization: PublicAuthorization } & Waiting)
  /** Another process, or another delivery of the same message, went on with the errand. */
  | { readonly status: 'taken' }
  /** Nothing is asked and no link is posted where others read along. */
  | { readonly status: 'group' }
  /** The developer decided otherwise, or has not finished the set-up. */
  | { readonly status: 'refused'; readonly why: ConnectRefusal }
  | { readonly status: 'too_many'; readonly minutes: number };
