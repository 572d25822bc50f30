import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { documentedId } from './documented.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';
import { ticketNumber } from './ticket-number.ts';
import { isEndUser, readZendeskTicket, ticketAnswer } from './zendesk-ticket.ts';

/** `GET /api/v2/tickets/{id}.json`, or for a customer `GET /api/v2/requests/{id}.json`. */
export const zendeskViewTicket = defineAction({
  id: 'zendesk.viewTicket',
  title: 'View a Zendesk ticket',
  purpose: 'show the ticket',
  integration: 'zendesk',
  scopes: ['read'],
  effect: 'read',
  input: z.object({ ticket: ticketNumber }),
  phrases: [/^(?:view|show|open) (?:the )?zendesk ticket (?<ticket>#?\d+|https?:\S+)$/i],
  run: async (api, { ticket }, context) => {
    const name = isEndUser(context) ? 'request' : 'ticket';
    const { data } = await orRefuse(api.get<unknown>(`/api/v2/${name}s/${ticket}.json`), {
      403: say(context, 'Your {product} account is not allowed to see ticket #{ticket}.', {
        product: 'Zendesk',
        ticket,
      }),
      404: say(context, "There is no ticket #{ticket}, or your account can't see it.", { ticket }),
    });
    const { [name]: found } = record(data);
    documentedId(record(found).id);
    return readZendeskTicket(found, api, context);
  },
  answer: ticketAnswer,
});
