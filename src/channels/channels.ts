import type { Field, Sign } from './channel-fields.ts';
import { teamsChatLink } from './teams-chat-link.ts';

/** What we know about a channel. `CHANNELS` has one row for each, and every decision about a channel reads it there. */
export interface Channel {
  /** The name its makers use. */
  readonly name: string;
  readonly person: Person;
  /** How the channel separates customers: the first field that exists. Only fields that the service itself writes. */
  readonly tenant: readonly Field[];
  /**
   * In a channel without groups every conversation is personal. Otherwise a conversation is personal only if a sign says so
   * and none says otherwise.
   */
  readonly groups: 'none' | readonly Sign[];
  /** A link to the person's own chat with the bot, by the bot's id there, with a message to send. Default: none. */
  readonly personalChat?: (bot: string, message: string) => string | undefined;
  readonly shows: {
    /** Shows Adaptive Cards. Otherwise everything is said in text. */
    readonly cards: boolean;
    /** Hides what people type into a card. Only then does the chat ask for a key. */
    readonly masked: boolean;
    /** Shows SVG pictures on a card. PNG works wherever there are cards. */
    readonly svg: boolean;
    /** A message can be changed after it was sent. */
    readonly edits: boolean;
  };
  readonly limits: {
    /** Longest text of a message, in UTF-16 code units. */
    readonly text: number;
    /** Largest message with everything in it, as JSON in UTF-16 bytes. */
    readonly bytes: number;
    /** How many suggested replies it shows as buttons, at most. */
    readonly choices: number;
    /** The same in groups. Default: the same number. */
    readonly choicesInGroups?: number;
  };
  /** The format of its text: Markdown, Slack's own `<https://…|label>` and `&amp;`, or plain. */
  readonly dress: 'markdown' | 'slack' | 'plain';
}

interface Person {
  /** The first one that exists counts. */
  readonly fields: readonly Field[];
  /**
   * `service`: believed. `client`: believed if the channel's token binds the id, or the deployment says so. `anybody` and
   * `unknown`: anybody could have written it, so it is believed only through `ownerOf`.
   */
  readonly writtenBy: 'service' | 'client' | 'anybody' | 'unknown';
}

const WITH_CARDS = { cards: true, masked: true, svg: true, edits: true } as const;
const WORDS_ONLY = { cards: false, masked: false, svg: false, edits: false } as const;
/** No limit but that of the text. */
const BY_TEXT = 1_000_000;

const FROM: readonly Field[] = [{ path: 'from.id' }];
const BY_SERVICE: Person = { fields: FROM, writtenBy: 'service' };
const BY_CLIENT: Person = { fields: FROM, writtenBy: 'client' };
const NOT_A_GROUP: Sign = { path: 'conversation.isGroup', personal: /^false$/ };

/** Unknown channels get short messages in plain text. */
export const UNKNOWN: Channel = {
  name: 'Anything else',
  person: { fields: FROM, writtenBy: 'unknown' },
  tenant: [],
  groups: [],
  shows: WORDS_ONLY,
  limits: { text: 1_600, bytes: BY_TEXT, choices: 0 },
  dress: 'plain',
};

const inABrowser = (name: string, person: Person): Channel => ({
  name,
  person,
  tenant: [],
  groups: 'none',
  shows: WITH_CARDS,
  limits: { text: 60_000, bytes: 200_000, choices: 20 },
  dress: 'markdown',
});

const inWords = (name: string, text: number): Channel => ({
  ...UNKNOWN,
  name,
  person: BY_SERVICE,
  groups: 'none',
  limits: { ...UNKNOWN.limits, text },
});

export const CHANNELS: Readonly<Record<string, Channel>> = {
  msteams: {
    name: 'Microsoft Teams',
    person: { fields: [{ path: 'from.aadObjectId' }, { path: 'from.id' }], writtenBy: 'service' },
    tenant: [{ path: 'channelData.tenant.id' }, { path: 'conversation.tenantId' }],
    groups: [{ path: 'conversation.conversationType', personal: /^personal$/ }, NOT_A_GROUP],
    personalChat: teamsChatLink,
    // https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format: PNG, JPEG and GIF
    shows: { ...WITH_CARDS, svg: false },
    // about 28 KB with the envelope; six buttons, but none in a group
    limits: { text: 12_000, bytes: 26_000, choices: 6, choicesInGroups: 0 },
    dress: 'markdown',
  },
  webchat: inABrowser('Web Chat', BY_CLIENT),
  directline: inABrowser('Direct Line', BY_CLIENT),
  directlinespeech: inABrowser('Direct Line Speech', BY_CLIENT),
  emulator: inABrowser('Emulator', BY_CLIENT),
  slack: {
    ...inWords('Slack', 4_000),
    tenant: [
      { path: 'channelData.SlackMessage.team_id' },
      { path: 'channelData.Payload.team.id' },
      // bot:team:channel, for turns that do not begin with a message
      { path: 'conversation.id', part: 1 },
    ],
    // `isGroup` is false in a public channel that holds one person and the bot; ids of direct messages begin with D
    groups: [
      { path: 'conversation.id', part: 2, personal: /^D/ },
      { path: 'channelData.SlackMessage.event.channel_type', personal: /^im$/ },
      { path: 'channelData.SlackMessage.event.channel', personal: /^D/ },
      { path: 'channelData.Payload.channel.id', personal: /^D/ },
    ],
    dress: 'slack',
  },
  telegram: {
    ...inWords('Telegram', 4_096),
    groups: [
      { path: 'channelData.message.chat.type', personal: /^private$/ },
      { path: 'channelData.callback_query.message.chat.type', personal: /^private$/ },
      { path: 'conversation.id', personal: /^\d+$/, group: /^-/ },
      NOT_A_GROUP,
    ],
  },
  facebook: inWords('Facebook Messenger', 2_000),
  line: {
    ...inWords('LINE', 5_000),
    groups: [
      { path: 'channelData.source.type', personal: /^user$/ },
      { path: 'conversation.id', personal: /^U[0-9a-f]{32}$/, group: /^[CR][0-9a-f]{32}$/ },
      NOT_A_GROUP,
    ],
  },
  sms: inWords('SMS (Twilio)', 1_600),
  whatsapp: inWords('WhatsApp', 4_096),
  // senders of mail can write any sender address
  email: { ...inWords('E-mail', 20_000), person: { fields: FROM, writtenBy: 'anybody' }, groups: [NOT_A_GROUP] },
  webex: { ...inWords('Webex', 3_500), groups: [{ path: 'channelData.roomType', personal: /^direct$/ }] },
  googlechat: {
    ...inWords('Google Chat', 4_096),
    // `DIRECT_MESSAGE` can also be two people; `DM` is one and the bot
    groups: [
      { path: 'channelData.space.type', personal: /^DM$/ },
      { path: 'channelData.space.singleUserBotDm', personal: /^true$/ },
    ],
  },
  alexa: inWords('Alexa', 8_000),
  test: inABrowser('Test adapter', BY_SERVICE),
};

/** `msteams:COPILOT` and `msteams` are one channel. */
export function channelIdOf(activity: { readonly channelId?: string | undefined }): string {
  // the sender of an activity can send anything
  return typeof activity.channelId === 'string' ? (activity.channelId.split(':')[0] ?? '') : '';
}

export function channelOf(activity: { readonly channelId?: string | undefined }): Channel {
  const id = channelIdOf(activity);
  return (Object.hasOwn(CHANNELS, id) ? CHANNELS[id] : undefined) ?? UNKNOWN;
}
