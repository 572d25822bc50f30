import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { createdId } from './documented.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';

/** `POST /chat.postMessage`, as the person. */
export const slackSendMessage = defineAction({
  id: 'slack.sendMessage',
  title: 'Send a Slack message',
  purpose: 'send the message',
  integration: 'slack',
  scopes: ['chat:write'],
  input: z.object({
    channel: z
      .string()
      .trim()
      .min(1, 'The channel cannot be empty.')
      .meta({ title: 'Which channel?', description: 'Its name or its ID', examples: ['#general'] }),
    text: z
      .string()
      .trim()
      .min(1, 'The message cannot be empty.')
      .max(40_000, 'Slack allows at most 40,000 characters.')
      .meta({ title: 'What should it say?' }),
  }),
  phrases: [/^send (?:a )?slack message to (?<channel>#?[\w.-]+)(?:\s*[:,]\s+(?<text>.+))?$/is],
  run: async (api, { channel, text: message }) => {
    const { data } = await orRefuse(api.post<unknown>('/chat.postMessage', { channel, text: message }), {
      422: (body) => WORDS[text(record(body).error)],
    });
    const { ts, channel: id } = record(data);
    return { channel, id: text(id), ts: createdId(ts) };
  },
  answer: ({ channel }, context) => ({ title: say(context, 'Sent to {channel}', { channel }) }),
});

/** The errors of this method that a person can do something about. */
const WORDS: Readonly<Record<string, string>> = {
  channel_not_found: "There is no such channel in Slack, or you can't see it.",
  not_in_channel: 'You are not in this channel. Join it in Slack first.',
  is_archived: 'This channel is archived.',
};
