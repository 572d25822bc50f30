import type { Said } from './said.ts';

/** An adapter that records what a bot says: the `RecordingAdapter` of either SDK. */
export interface Recorder<Context> {
  /** Runs one turn of the bot, as if a channel had sent the activity. */
  receive(activity: object, logic: (context: Context) => Promise<unknown>): Promise<void>;
  /** Returns what the bot said in a conversation, and forgets it. */
  take(conversationId: string): readonly Said[];
  /** Resolves when the bot says something next, in any conversation. */
  nextSaid(): Promise<void>;
}

/** A person in a personal chat with the bot. */
export interface TestChat {
  /** Says something. Returns what the bot said in that turn. */
  say(text: string): Promise<readonly Said[]>;
  /** Sends any activity: the result of `fillCard`, an event, an invoke. */
  send(activity: object): Promise<readonly Said[]>;
  /** Returns messages that the bot sent by itself, or waits for the next one. */
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
