import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { readGorgiasTicket, ticketItem } from './gorgias-ticket.ts';
import { orRefuse } from './or-refuse.ts';

/** `GET /api/tickets`, newest first. */
export const gorgiasListTickets = defineAction({
  id: 'gorgias.listTickets',
  title: 'List Gorgias tickets',
  purpose: 'list the tickets',
  integration: 'gorgias',
  scopes: [],
  effect: 'read',
  input: z.object({}),
  phrases: [/^(?:list|show) (?:the )?(?:newest )?gorgias tickets$/i],
  run: async (api, _input, context) => {
    const params = { limit: 10, order_by: 'created_datetime:desc' };
    const { data } = await orRefuse(api.get<unknown>('/api/tickets', { params }), {
      403: 'Your Gorgias account is not allowed to list tickets.',
    });
    return documentedEntries(record(data).data).map((entry) => readGorgiasTicket(entry, api, context));
  },
  answer: (tickets, context) =>
    tickets.length === 0
      ? { title: 'There are no tickets yet.' }
      : { title: 'Newest tickets', items: tickets.map((ticket) => ticketItem(ticket, context)) },
});
