import type { Authorizer } from '../authorizer.ts';
import type { TurnActivity } from '../channels/activity.ts';
import { firstOf, saysPersonal } from '../channels/channel-fields.ts';
import { type Channel, channelIdOf, channelOf } from '../channels/channels.ts';
import type { ConversationAddress } from '../model/conversation.ts';
import type { Owner } from '../model/owner.ts';
import type { ChatSdk, ChatTurn, Proof } from './sdk.ts';

/** Who speaks, and where. Read from an authenticated activity only, never from anything inside it. */
export type Sender =
  | {
      readonly status: 'known';
      readonly owner: Owner;
      readonly name: string;
      readonly conversation: ConversationAddress;
    }
  | { readonly status: 'refused'; readonly conversation: ConversationAddress };

/** What a deployment knows about its own adapter and channels that the table of channels does not. */
export interface SenderOptions<Activity> {
  /**
   * Says who wrote an activity, for adapters and channels that Latchkey does not know. Return undefined to let Latchkey
   * decide. Latchkey trusts the result, also if the adapter provides no verified identity. It does not use the result if the
   * identity is for another app, or for a skill caller that `trustSkillCallers` does not list.
   */
  readonly ownerOf?: (activity: Activity) => ClaimedOwner | undefined;
  /** Says whether only this person can read the conversation. Return undefined to let Latchkey decide. */
  readonly isPersonal?: (activity: Activity) => boolean | undefined;
  /**
   * App ids of bots that may call this one as a skill and whose `from` is trusted. Default: none. Each of them can use
   * everybody's connections.
   */
  readonly trustSkillCallers?: readonly string[];
}

export interface ClaimedOwner {
  /** The channel's id of the person. */
  readonly user: string;
  /** The customer on the channel, e.g. a Teams tenant. Default: none. */
  readonly tenant?: string;
}

/** Ids that several people share in Web Chat samples: whoever has one has everybody's connections. */
const SHARED_IDS: ReadonlySet<string> = new Set(['default-user', 'user', 'anonymous']);

/** `refused` where the user id proves nothing: a stored credential must not be served then (security.md R20 – R22). */
export function senderOf<Turn extends ChatTurn>(
  context: Turn,
  sdk: ChatSdk<Turn>,
  settings: Authorizer['settings'],
  options: SenderOptions<Turn['activity']> = {},
): Sender {
  const activity: Turn['activity'] = context.activity;
  const conversation: ConversationAddress = {
    key: conversationKeyOf(activity),
    kind: (options.isPersonal?.(activity) ?? saysPersonal(activity, channelOf(activity))) ? 'personal' : 'group',
    reference: sdk.referenceOf(context),
    ...(typeof activity.locale === 'string' && activity.locale !== '' ? { locale: activity.locale } : {}),
  };
  const proof: Proof = settings.allowUnauthenticatedLoopback
    ? { status: 'verified' }
    : sdk.proofOf(context, settings.appId);
  if (!mayBeBelieved(proof, options.trustSkillCallers)) return { status: 'refused', conversation };
  const claimed =
    options.ownerOf?.(activity) ?? (proof.status === 'absent' ? undefined : readOwner(activity, settings));
  if (claimed === undefined || claimed.user === '') return { status: 'refused', conversation };
  const { user, tenant = '' } = claimed;
  const bot = settings.appId === '' ? (activity.recipient?.id ?? '') : settings.appId;
  const owner: Owner = { kind: 'user', bot, channel: channelIdOf(activity), tenant, user };
  return { status: 'known', owner, name: nameIn(activity) || user, conversation };
}

/** Clients of some channels write it. */
function nameIn({ from }: TurnActivity): string {
  return typeof from?.name === 'string' ? from.name : '';
}

function mayBeBelieved(proof: Proof, trusted: readonly string[] = []): boolean {
  switch (proof.status) {
    case 'verified':
    case 'absent':
      return true;
    case 'skill':
      return trusted.includes(proof.caller);
    case 'refused':
      return false;
  }
}

/** By the table of channels. */
function readOwner(activity: TurnActivity, settings: Authorizer['settings']): ClaimedOwner | undefined {
  const channel = channelOf(activity);
  const user = firstOf(activity, channel.person.fields);
  if (!settings.allowUnauthenticatedLoopback && !isTrusted(channel, user, settings)) return undefined;
  return { user, tenant: firstOf(activity, channel.tenant) };
}

function isTrusted({ person }: Channel, user: string, settings: Authorizer['settings']): boolean {
  if (SHARED_IDS.has(user)) return false;
  if (person.writtenBy === 'client') return settings.trustDirectLineUserIds || user.startsWith('dl_');
  return person.writtenBy === 'service';
}

function conversationKeyOf(activity: TurnActivity): string {
  const channel = channelIdOf(activity);
  const id = activity.conversation?.id;
  return `${channel.length}:${channel}/${typeof id === 'string' ? id : ''}`;
}
