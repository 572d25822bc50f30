import type { TurnActivity } from './activity.ts';
import { firstOf } from './channel-fields.ts';
import { type Channel, channelIdOf, channelOf } from './channels.ts';

/** The sender of an activity according to its channel. */
export interface ClaimedOwner {
  /** The channel's id of the person. */
  readonly user: string;
  /** The customer on the channel, e.g. a Teams tenant. Default: none. */
  readonly tenant?: string;
}

export interface Trust {
  /** Everybody is believed. For development on one machine. */
  readonly allowUnauthenticatedLoopback: boolean;
  readonly trustDirectLineUserIds: boolean;
}

/** Ids that Web Chat samples give to everybody, who would then share their connections. */
const SHARED_IDS: ReadonlySet<string> = new Set(['default-user', 'user', 'anonymous']);

/** The sender according to the table of channels. Undefined if the user id proves nothing. */
export function claimedOwner(activity: TurnActivity, trust: Trust): ClaimedOwner | undefined {
  const channel = channelOf(activity);
  const user = firstOf(activity, channel.person.fields);
  if (!trust.allowUnauthenticatedLoopback && !isTrusted(channel, user, trust)) return undefined;
  return { user, tenant: firstOf(activity, channel.tenant) };
}

function isTrusted({ person }: Channel, user: string, { trustDirectLineUserIds }: Trust): boolean {
  if (SHARED_IDS.has(user)) return false;
  if (person.writtenBy === 'client') return trustDirectLineUserIds || user.startsWith('dl_');
  return person.writtenBy === 'service';
}

/** The key of a conversation, the same in every process. */
export function conversationKeyOf(activity: TurnActivity): string {
  const channel = channelIdOf(activity);
  const id = activity.conversation?.id;
  return `${channel.length}:${channel}/${typeof id === 'string' ? id : ''}`;
}
