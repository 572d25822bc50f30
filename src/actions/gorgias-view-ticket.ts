import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { documentedId } from './documented.ts';
import { readGorgiasTicket } from './gorgias-ticket.ts';
import { orRefuse } from './or-refuse.ts';
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
  run: async (api, { ticket }) => {
    const { data } = await orRefuse(api.get<unknown>(`/api/tickets/${ticket}`), {
      403: `Your Gorgias account is not allowed to see ticket #${ticket}.`,
      404: `There is no ticket #${ticket}, or your account can't see it.`,
    });
    documentedId(record(data).id);
    return readGorgiasTicket(data, api);
  },
  answer: ({ id, subject, lastMessage, status, customer, priority, url }) => ({
    title: `#${id} ${subject}`,
    ...(lastMessage === '' ? {} : { text: lastMessage }),
    facts: [
      { title: 'Status', value: status },
      ...(customer === '' ? [] : [{ title: 'Customer', value: customer }]),
      ...(priority === '' ? [] : [{ title: 'Priority', value: priority }]),
    ],
    url,
  }),
});
