/** What we know of a channel. One row each, in `CHANNELS`; every decision about a channel reads it there. */
export interface Channel {
  readonly shows: {
    /** Adaptive Cards; else everything is said in words. */
    readonly cards: boolean;
    /** Inputs of a card that hide what is typed: only there a key is asked for in the chat. */
    readonly masked: boolean;
    /** A message can be changed after it was sent. */
    readonly edits: boolean;
  };
  readonly limits: {
    /** Of one message, in UTF-16 code units. */
    readonly text: number;
    /** Of one message with all that goes with it, as JSON in UTF-16 bytes. */
    readonly bytes: number;
    /** Things to say next that it shows as buttons. */
    readonly choices: number;
  };
  /** How its words are written: Markdown, Slack's own `<https://…|label>` and `&amp;`, or just as they are. */
  readonly dress: 'markdown' | 'slack' | 'plain';
}

const WITH_CARDS = { cards: true, masked: true, edits: true } as const;
const WORDS_ONLY = { cards: false, masked: false, edits: false } as const;
/** Nothing refuses it before the text is too long. */
const BY_TEXT = 1_000_000;

/** Whoever chats where we know nothing gets short messages in plain words. */
const UNKNOWN: Channel = {
  shows: WORDS_ONLY,
  limits: { text: 1_600, bytes: BY_TEXT, choices: 0 },
  dress: 'plain',
};

const IN_A_BROWSER: Channel = {
  shows: WITH_CARDS,
  limits: { text: 60_000, bytes: 200_000, choices: 20 },
  dress: 'markdown',
};

const inWords = (text: number): Channel => ({ ...UNKNOWN, limits: { ...UNKNOWN.limits, text } });

const CHANNELS: Readonly<Record<string, Channel>> = {
  // about 28 KB with the envelope, and six buttons
  msteams: { shows: WITH_CARDS, limits: { text: 12_000, bytes: 26_000, choices: 6 }, dress: 'markdown' },
  webchat: IN_A_BROWSER,
  directline: IN_A_BROWSER,
  emulator: IN_A_BROWSER,
  test: IN_A_BROWSER,
  slack: { ...inWords(4_000), dress: 'slack' },
  telegram: inWords(4_096),
  facebook: inWords(2_000),
  line: inWords(5_000),
  whatsapp: inWords(4_096),
  email: inWords(20_000),
  webex: inWords(3_500),
  sms: inWords(1_600),
};

/** `msteams:COPILOT` and `msteams` are one channel. */
export function channelIdOf(activity: { readonly channelId?: string }): string {
  return (activity.channelId ?? '').split(':')[0] ?? '';
}

export function channelOf(activity: { readonly channelId?: string }): Channel {
  const id = channelIdOf(activity);
  return (Object.hasOwn(CHANNELS, id) ? CHANNELS[id] : undefined) ?? UNKNOWN;
}
