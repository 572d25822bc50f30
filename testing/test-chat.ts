import type { Said } from './said.ts';

/** An adapter that keeps what a bot says: the `RecordingAdapter` of either SDK. */
export interface Recorder<Context> {
  /** One turn of the bot, as if a channel had sent the activity. */
  receive(activity: object, logic: (context: Context) => Promise<unknown>): Promise<void>;
  /** Takes what was said in a conversation. */
  take(conversationId: string): readonly Said[];
  /** Resolves with the next activity that is said, wherever. */
  nextSaid(): Promise<void>;
}

/** A person in a personal chat with the bot. */
export interface TestChat {
  /** Says something. Gives what the bot said in that turn. */
  say(text: string): Promise<readonly Said[]>;
  /** Sends any activity: what `fillCard` gives, an event, an invoke. */
  send(activity: object): Promise<readonly Said[]>;
  /** What the bot says unasked: what it has said already, or else the next. */
  hear(): Promise<readonly Said[]>;
}

/** @param user a name that nobody else has in the test */
export function openTestChat<Context>(
  adapter: Recorder<Context>,
  logic: (context: Context) => Promise<unknown>,
  user = 'alice',
): TestChat {
  const conversation = { id: `chat-${user}`, conversationType: 'personal', isGroup: false };
  const take = () => adapter.take(conversation.id).filter(({ type }) => type === 'message');
  const send = async (activity: object) => {
    await adapter.receive({ channelId: 'test', from: { id: user, name: user }, conversation, ...activity }, logic);
    return take();
  };
  return {
    send,
    say: (text) => send({ type: 'message', text }),
    hear: async () => {
      for (;;) {
        const said = take();
        if (said.length > 0) return said;
        await adapter.nextSaid();
      }
    },
  };
}
