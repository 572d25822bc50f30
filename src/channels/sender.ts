import type { ConversationAddress } from '../model/conversation.ts';
import type { Owner } from '../model/owner.ts';
import type { TurnActivity } from './activity.ts';
import { saysPersonal } from './channel-fields.ts';
import { channelIdOf, channelOf } from './channels.ts';
import { type ClaimedOwner, claimedOwner, conversationKeyOf, type Trust } from './claimed-owner.ts';
import type { Proof } from './proof.ts';

/** Who speaks, and where. Read only from an authenticated activity, never from its content. */
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
   * decide. Latchkey trusts the result even if the adapter provides no verified identity, but does not ask if the identity is
   * for another app, or for a skill caller that `trustSkillCallers` does not list.
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

/** What the SDK knows about the sender. */
export interface Sent<Activity> {
  readonly activity: Activity;
  /** Called only when it matters. */
  readonly proof: () => Proof;
  readonly reference: ConversationAddress['reference'];
}

/** `refused` if the user id proves nothing: no stored credential may be used then. */
export function senderOf<Activity extends TurnActivity>(
  { activity, proof, reference }: Sent<Activity>,
  settings: Trust & { readonly appId: string },
  options: SenderOptions<Activity> = {},
): Sender {
  const { locale, from, recipient } = activity;
  const conversation: ConversationAddress = {
    key: conversationKeyOf(activity),
    kind: (options.isPersonal?.(activity) ?? saysPersonal(activity, channelOf(activity))) ? 'personal' : 'group',
    reference,
    ...(typeof locale === 'string' && locale !== '' ? { locale } : {}),
  };
  const shown: Proof = settings.allowUnauthenticatedLoopback ? { status: 'verified' } : proof();
  if (!mayBeBelieved(shown, options.trustSkillCallers)) return { status: 'refused', conversation };
  const claimed =
    options.ownerOf?.(activity) ?? (shown.status === 'absent' ? undefined : claimedOwner(activity, settings));
  if (claimed === undefined || claimed.user === '') return { status: 'refused', conversation };
  const { user, tenant = '' } = claimed;
  const bot = settings.appId === '' ? (recipient?.id ?? '') : settings.appId;
  const owner: Owner = { kind: 'user', bot, channel: channelIdOf(activity), tenant, user };
  // for display only: on some channels the client writes it
  const name = typeof from?.name === 'string' && from.name !== '' ? from.name : user;
  return { status: 'known', owner, name, conversation };
}

function mayBeBelieved(proof: Proof, trusted: readonly string[] = []): boolean {
  if (proof.status === 'skill') return trusted.includes(proof.caller);
  return proof.status !== 'refused';
}
