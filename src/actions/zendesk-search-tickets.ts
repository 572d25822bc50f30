import { z } from 'zod';
import { ActionRefusedError } from '../errors.ts';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';
import { isMissingEndpoint } from './zendesk-problem.ts';
import { isEndUser, readZendeskTicket, ticketItem } from './zendesk-ticket.ts';

/** `GET /api/v2/search.json`, which may not find a new ticket for some minutes. Customers search their own requests. */
export const zendeskSearchTickets = defineAction({
  id: 'zendesk.searchTickets',
  title: 'Search Zendesk tickets',
  purpose: 'search the tickets',
  integration: 'zendesk',
  scopes: ['read'],
  effect: 'read',
  input: z.object({
    words: z
      .string()
      .trim()
      .min(2, 'Please enter at least two letters.')
      .max(200, 'Please use fewer words.')
      .meta({ title: 'What should I search for?', description: 'Words in the ticket' }),
  }),
  phrases: [/^(?:search|find) (?:the )?zendesk tickets? (?:for|about|with) (?<words>.+)$/i],
  run: async (api, { words }, context) => {
    const entries = isEndUser(context) ? await requestsWith(api, words) : await ticketsWith(api, words);
    return { words, tickets: entries.map((entry) => readZendeskTicket(entry, api, context)) };
  },
  answer: ({ words, tickets }, context) =>
    tickets.length === 0
      ? { title: say(context, 'I found no tickets for “{words}”.', { words }) }
      : {
          title: say(context, 'Tickets for “{words}”', { words }),
          items: tickets.map((ticket) => ticketItem(ticket, context)),
        },
});

async function ticketsWith(api: Api, words: string): Promise<readonly unknown[]> {
  const params = { query: `type:ticket ${words}`, per_page: 10, sort_by: 'updated_at', sort_order: 'desc' };
  const { data } = await orRefuse(api.get<unknown>('/api/v2/search.json', { params }), {
    403: 'Your Zendesk account is not allowed to search tickets.',
    404: (body) => (isMissingEndpoint(body) ? 'Your Zendesk plan does not include search.' : undefined),
    422: "Zendesk can't search for that. Please use other words.",
  });
  // an operator among the words, such as type:user, finds other things
  return documentedEntries(record(data).results).filter(({ result_type: kind }) => text(kind) === 'ticket');
}

/** Pages of 100 requests that we read at most. */
const PAGES = 5;

/**
 * Reads the requests and looks for the words here, because Zendesk's index does not have a new request yet.
 * @throws ActionRefusedError if none of those that we read matches, and there are more
 */
async function requestsWith(api: Api, words: string): Promise<readonly unknown[]> {
  const wanted = words.toLowerCase().split(/\s+/);
  const hasAll = (entry: unknown) => {
    const { subject, description } = record(entry);
    const said = `${text(subject)} ${text(description)}`.toLowerCase();
    return wanted.every((word) => said.includes(word));
  };
  const found: unknown[] = [];
  for (let page = 1; page <= PAGES; page += 1) {
    const params = { per_page: 100, page, sort_by: 'updated_at', sort_order: 'desc' };
    const { data } = await orRefuse(api.get<unknown>('/api/v2/requests.json', { params }), {
      403: 'Your Zendesk account is not allowed to search requests.',
    });
    found.push(...documentedEntries(record(data).requests).filter(hasAll));
    if (found.length >= 10 || text(record(data).next_page) === '') return found.slice(0, 10);
  }
  if (found.length > 0) return found;
  throw new ActionRefusedError('I only looked at your newest 500 requests and found none with these words.');
}
