import { z } from 'zod';
import { ActionRefusedError } from '../errors.ts';
import { defineAction } from '../model/action.ts';
import { createdId } from './documented.ts';
import { say, word } from './sentences/said/say.ts';
import { ticketNumber } from './ticket-number.ts';
import { isEndUser } from './zendesk-ticket.ts';
import { updateZendeskTicket } from './zendesk-update.ts';

/** Not closed: Zendesk closes tickets itself, and nothing reopens them. Customers can only mark a ticket as solved. */
const STATUSES = ['open', 'pending', 'solved'] as const;

export const zendeskSetStatus = defineAction({
  id: 'zendesk.setStatus',
  title: 'Change the status of a Zendesk ticket',
  purpose: 'change the status',
  integration: 'zendesk',
  scopes: ['write'],
  input: z.object({
    ticket: ticketNumber,
    status: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.enum(STATUSES, 'Please choose open, pending or solved.'))
      .meta({ title: 'What should its status be?' }),
  }),
  phrases: [
    /^(?:set|change) (?:the )?status of (?:the )?zendesk ticket (?<ticket>#?\d+|https?:\S+) to (?<status>\w+)$/i,
    /^(?:set|mark) (?:the )?zendesk ticket (?<ticket>#?\d+|https?:\S+) (?:to|as) (?<status>open|pending|solved)$/i,
  ],
  run: async (api, { ticket, status }, context) => {
    if (isEndUser(context) && status !== 'solved') {
      throw new ActionRefusedError('You can only mark your own requests as solved. To reopen one, reply to it.');
    }
    const changes = isEndUser(context) ? { solved: true } : { status };
    const sentence = say(context, 'Your {product} account is not allowed to change ticket #{ticket}.', {
      product: 'Zendesk',
      ticket,
    });
    const updated = await updateZendeskTicket(api, ticket, changes, context, sentence);
    // without a status, nobody knows what happened to the ticket
    createdId(updated.status);
    return updated;
  },
  answer: ({ id, subject, status, url }, context) => ({
    title: say(context, 'Ticket #{id} is {status}', { id, status: word(context, status) }),
    text: subject,
    url,
  }),
});
