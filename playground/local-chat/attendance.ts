import type { BotLine } from './bot-line.ts';
import type { ChatAccount } from './chat-activity.ts';
import { type Conversation, drawUp } from './conversation.ts';
import type { Conversations } from './conversations.ts';

/** Who is in which conversation. Tells the bot of each person once in each conversation. */
export type Attendance = {
  /**
   * A person opens the conversation, with a client set to `locale`. If the bot did not accept that the last time, it is told
   * again.
   */
  readonly join: (conversation: Conversation, user: ChatAccount, locale?: string) => Promise<void>;
  /** After a restart that forgot everything, an open page still uses its conversation: it joins again. */
  readonly joinIfForgotten: (conversation: Conversation, user: ChatAccount, locale?: string) => Promise<void>;
};

export function createAttendance(conversations: Conversations, bot: BotLine, now: () => Date): Attendance {
  const unheard = new Set<string>();

  const join = async (conversation: Conversation, user: ChatAccount, locale?: string): Promise<void> => {
    const key = `${conversation.id} ${user.id}`;
    if (conversation.members.has(user.id) && !unheard.delete(key)) return;
    const membersAdded = conversation.members.size === 0 ? [bot.account, user] : [user];
    conversation.members.set(user.id, user);
    conversations.noteMembers(conversation);
    const update = {
      type: 'conversationUpdate',
      from: user,
      membersAdded,
      ...(locale === undefined ? {} : { locale }),
    };
    const heard = await bot.tell(conversation, drawUp(conversation, update, now()));
    if (!heard) unheard.add(key);
  };

  return {
    join,
    async joinIfForgotten(conversation, user, locale) {
      if (!conversation.members.has(user.id)) await join(conversation, user, locale);
    },
  };
}
