import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { documentedId } from './documented.ts';
import { readGorgiasTicket } from './gorgias-ticket.ts';
import { orRefuse } from './or-refuse.ts';
import { say, word } from './sentences/said/say.ts';
import { ticketNumber } from './ticket-number.ts';

/** `GET /api/tickets/{id}` */
export const gorgiasViewTicket = defineAction({
  id: 'gorgias.viewTicket',
  title: 'View a Gorgias ticket',
  purpose: 'show the ticket',
  integration: 'gorgias',
  scopes: [],
  effect: 'read',
  input: z.object({ ticket: ticketNumber }),
  phrases: [/^(?:view|show|open) (?:the )?gorgias ticket (?<ticket>#?\d+|https?:\S+)$/i],
  run: async (api, { ticket }, context) => {
    const { data } = await orRefuse(api.get<unknown>(`/api/tickets/${ticket}`), {
      403: say(context, 'Your {product} account is not allowed to see ticket #{ticket}.', {
        product: 'Gorgias',
        ticket,
      }),
      404: say(context, "There is no ticket #{ticket}, or your account can't see it.", { ticket }),
    });
    documentedId(record(data).id);
    return readGorgiasTicket(data, api, context);
  },
  answer: ({ id, subject, lastMessage, status, customer, priority, url }, context) => ({
    title: `#${id} ${subject}`,
    ...(lastMessage === '' ? {} : { text: lastMessage }),
    facts: [
      { title: 'Status', value: word(context, status) },
      ...(customer === '' ? [] : [{ title: 'Customer', value: customer }]),
      ...(priority === '' ? [] : [{ title: 'Priority', value: priority }]),
    ],
    url,
  }),
});
