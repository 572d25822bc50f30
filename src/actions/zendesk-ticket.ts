import type { ActionContext, Answer, AnswerItem, Api } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { type Listener, word } from './sentences/said/say.ts';

/** The parts of a ticket that answers show. Empty if Zendesk has no value. */
export interface ZendeskTicket {
  readonly id: string;
  readonly subject: string;
  readonly description: string;
  readonly status: string;
  readonly priority: string;
  readonly url: string;
}

/**
 * Whether the person is a customer. The Tickets API refuses customers; in the Requests API they find their tickets as "requests",
 * and agents find only their own there.
 */
export function isEndUser(context: ActionContext): boolean {
  return context.account.role === 'end-user';
}

/** Reads a ticket or a request, which have the same fields. */
export function readZendeskTicket(entry: unknown, api: Api, context: ActionContext): ZendeskTicket {
  const ticket = record(entry);
  const id = text(ticket.id);
  return {
    id,
    subject: text(ticket.subject),
    description: text(ticket.description),
    status: text(ticket.status),
    priority: text(ticket.priority),
    url: api.getUri({ url: isEndUser(context) ? `/hc/requests/${id}` : `/agent/tickets/${id}` }),
  };
}

export function ticketItem({ id, subject, status, url }: ZendeskTicket, context: Listener): AnswerItem {
  return { title: `#${id} ${subject}`, subtitle: word(context, status), url };
}

export function ticketAnswer(
  { id, subject, description, status, priority, url }: ZendeskTicket,
  context: Listener,
): Answer {
  return {
    title: `#${id} ${subject}`,
    ...(description === '' ? {} : { text: description }),
    facts: [
      { title: 'Status', value: word(context, status) },
      ...(priority === '' ? [] : [{ title: 'Priority', value: priority }]),
    ],
    url,
  };
}
