import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { say } from './sentences/said/say.ts';
import { ticketNumber } from './ticket-number.ts';
import { isEndUser } from './zendesk-ticket.ts';
import { updateZendeskTicket } from './zendesk-update.ts';

/** Adds a public comment, which everybody on the ticket gets. */
export const zendeskReplyTicket = defineAction({
  id: 'zendesk.replyTicket',
  title: 'Reply to a Zendesk ticket',
  purpose: 'send the reply',
  integration: 'zendesk',
  scopes: ['write'],
  input: z.object({
    ticket: ticketNumber,
    reply: z
      .string()
      .trim()
      .min(1, 'The reply cannot be empty.')
      .max(65_000, 'Zendesk allows at most 65,000 characters.')
      .meta({ title: 'What is your reply?', description: 'Everyone on the ticket can read it' }),
  }),
  phrases: [/^reply to (?:the )?zendesk ticket (?<ticket>#?\d+|https?:\/\/[^\s]+?)(?:\s*[:,]\s+(?<reply>.+))?$/is],
  run: async (api, { ticket, reply }, context) => {
    // explicit, because some accounts make comments private by default
    const comment = { body: reply, ...(isEndUser(context) ? {} : { public: true }) };
    const sentence = say(context, 'Your {product} account is not allowed to reply to ticket #{ticket}.', {
      product: 'Zendesk',
      ticket,
    });
    const { id, subject, url } = await updateZendeskTicket(api, ticket, { comment }, context, sentence);
    return { id, subject, reply, url };
  },
  answer: ({ id, reply, url }, context) => ({
    title: say(context, 'Replied to ticket #{id}', { id }),
    text: reply,
    url,
  }),
});
