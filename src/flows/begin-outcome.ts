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
  readonly profile?: string | undefined;
  /** Set if it is known, for example from the connection that is replaced. Otherwise the person enters it. */
  readonly tenant?: string;
  /** Completes "I need access to Jira to …". */
  readonly purpose: string;
  readonly scopes: readonly string[];
  /** The connection that has ended, if there was one. */
  readonly replaces?: string | undefined;
  /** What continues after the person has connected. Default: the bot only says that it is connected. */
  readonly errand?: {
    readonly record: Errand;
    readonly lacks?: Lacks;
    /** A page requested the link; see `sendNewLink`. */
    readonly isAskedOnPage?: true | undefined;
    /** There is no turn that could say it. */
    readonly isUnattended?: boolean;
  };
  /** The person wants a new link, so an open attempt ends. */
  readonly restart?: boolean | undefined;
  /** The person tries again. Everything else that failed because of the same product continues too. */
  readonly retry?: boolean | undefined;
}

export interface Waiting {
  /** The errand that waits for the attempt. If the person asked for the same before, the earlier one. */
  readonly errand: Errand;
  /** Other errands that waited for it. */
  readonly others: readonly Errand[];
}

export type BeginOutcome =
  | ({
      readonly status: 'begun';
      readonly authorization: PublicAuthorization;
      /** The one-time link. Show it in the owner's own conversation only. */
      readonly link: string;
      /** Fields to ask for in the chat, in addition to the link. Absent if only the link is offered. */
      readonly fields?: readonly Field[];
      /** An attempt was already open, and this link replaces its link. */
      readonly joined: boolean;
    } & Waiting)
  /** The browser is already working on an attempt, and the errand waits for it. */
  | ({ readonly status: 'joined'; readonly authorization: PublicAuthorization } & Waiting)
  /** Another process, or another delivery of the same message, handles the errand. */
  | { readonly status: 'taken' }
  /** In a conversation that others can read, the bot asks for nothing and posts no link. */
  | { readonly status: 'group' }
  /** The developer has switched it off, has not shared it, or has not set it up. */
  | { readonly status: 'refused'; readonly why: ConnectRefusal }
  | { readonly status: 'too_many'; readonly minutes: number };
