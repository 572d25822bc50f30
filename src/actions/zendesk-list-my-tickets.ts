import { z } from 'zod';
import { type ActionContext, type Api, defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { orRefuse } from './or-refuse.ts';
import { isEndUser, readZendeskTicket, ticketItem } from './zendesk-ticket.ts';

/** For an agent, the unsolved tickets assigned to them; for a customer, their own requests. The most recently changed first. */
export const zendeskListMyTickets = defineAction({
  id: 'zendesk.listMyTickets',
  title: 'List my Zendesk tickets',
  purpose: 'list your tickets',
  integration: 'zendesk',
  scopes: ['read'],
  effect: 'read',
  input: z.object({}),
  phrases: [/^(?:list |show )?my (?:open )?zendesk (?:tickets|requests)$/i],
  run: async (api, _input, context) => {
    const entries = isEndUser(context) ? await requestsOf(api) : await assignedTo(api);
    return entries.map((entry) => readZendeskTicket(entry, api, context));
  },
  answer: (tickets, context) =>
    tickets.length === 0
      ? { title: none(context) }
      : {
          title: isEndUser(context) ? 'Your requests' : 'Open tickets assigned to you',
          items: tickets.map((ticket) => ticketItem(ticket, context)),
        },
});

async function requestsOf(api: Api): Promise<readonly unknown[]> {
  const params = { per_page: 10, sort_by: 'updated_at', sort_order: 'desc' };
  const { data } = await orRefuse(api.get<unknown>('/api/v2/requests.json', { params }), {
    403: 'Your Zendesk account is not allowed to list requests.',
  });
  return documentedEntries(record(data).requests);
}

async function assignedTo(api: Api): Promise<readonly unknown[]> {
  const query = 'type:ticket assignee:me status<solved';
  const params = { query, per_page: 10, sort_by: 'updated_at', sort_order: 'desc' };
  const { data } = await orRefuse(api.get<unknown>('/api/v2/search.json', { params }), {
    403: 'Your Zendesk account is not allowed to list tickets.',
  });
  return documentedEntries(record(data).results);
}

function none(context: ActionContext): string {
  return isEndUser(context) ? 'You have no requests.' : 'No open tickets are assigned to you.';
}
