import type { Authorizer } from '../authorizer.ts';
import type { ConversationAddress } from '../model/conversation.ts';
import type { Owner } from '../model/owner.ts';
import { channelIdOf } from './channels.ts';
import type { ChatSdk, ChatTurn, TurnActivity } from './sdk.ts';

/** Who speaks, and where. Read from an authenticated activity only, never from anything inside it. */
export type Sender =
  | {
      readonly status: 'known';
      readonly owner: Owner;
      readonly name: string;
      readonly conversation: ConversationAddress;
    }
  | { readonly status: 'refused'; readonly conversation: ConversationAddress };

/** Ids that several people share in Web Chat samples: whoever has one has everybody's connections. */
const SHARED_IDS: ReadonlySet<string> = new Set(['default-user', 'user', 'anonymous']);
/** Channels whose clients may choose the user id unless enhanced authentication binds it to the token. */
const CLIENT_CHOSEN_IDS: ReadonlySet<string> = new Set(['directline', 'webchat', 'emulator']);
/** Channels without group conversations, where `isGroup` is not sent. */
const PERSONAL_CHANNELS: ReadonlySet<string> = new Set(['directline', 'webchat', 'emulator', 'test']);

/** `refused` where the user id proves nothing: a stored credential must not be served then (security.md R20 – R22). */
export function senderOf<Turn extends ChatTurn>(
  context: Turn,
  sdk: ChatSdk<Turn>,
  settings: Authorizer['settings'],
): Sender {
  const { activity } = context;
  const conversation = conversationOf(activity, sdk.referenceOf(context));
  const channel = channelIdOf(activity);
  const user = userOf(activity, channel);
  if (
    user === '' ||
    !(settings.allowUnauthenticatedLoopback || sdk.isAuthenticated(context)) ||
    !isTrusted(channel, user, settings)
  ) {
    return { status: 'refused', conversation };
  }
  const bot = settings.appId === '' ? (activity.recipient?.id ?? '') : settings.appId;
  const owner: Owner = { kind: 'user', bot, channel, tenant: tenantOf(activity), user };
  return { status: 'known', owner, name: activity.from?.name || user, conversation };
}

function userOf(activity: TurnActivity, channel: string): string {
  if (channel === 'msteams') return activity.from?.aadObjectId ?? activity.from?.id ?? '';
  return activity.from?.id ?? '';
}

function tenantOf(activity: TurnActivity): string {
  const data: unknown = activity.channelData;
  const teams = pathOf(data, 'tenant', 'id');
  const slack = pathOf(data, 'SlackMessage', 'team_id');
  return teams ?? activity.conversation?.tenantId ?? slack ?? '';
}

function pathOf(value: unknown, ...names: readonly string[]): string | undefined {
  let found: unknown = value;
  for (const name of names) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.entries(found).find(([key]) => key === name)?.[1];
  }
  return typeof found === 'string' ? found : undefined;
}

function isTrusted(channel: string, user: string, settings: Authorizer['settings']): boolean {
  if (settings.allowUnauthenticatedLoopback) return true;
  if (SHARED_IDS.has(user)) return false;
  return !CLIENT_CHOSEN_IDS.has(channel) || settings.trustDirectLineUserIds || user.startsWith('dl_');
}

/** The conversation as the library keeps it: everything that is not known to be personal is a group. */
function conversationOf(activity: TurnActivity, reference: ConversationAddress['reference']): ConversationAddress {
  const { conversation } = activity;
  const channel = channelIdOf(activity);
  const personal =
    conversation?.conversationType === 'personal' ||
    (conversation?.conversationType === undefined &&
      (conversation?.isGroup === false || (conversation?.isGroup === undefined && PERSONAL_CHANNELS.has(channel))));
  return {
    key: `${channel.length}:${channel}/${conversation?.id ?? ''}`,
    kind: personal ? 'personal' : 'group',
    reference,
  };
}
