import type { ActionContext, Answer, AnswerItem, Api } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { type Listener, word } from './sentences/said/say.ts';

/** What people want to know of a ticket. */
export interface ZendeskTicket {
  readonly id: string;
  readonly subject: string;
  readonly description: string;
  readonly status: string;
  readonly priority: string;
  readonly url: string;
}

/**
 * Customers have an API of their own for what they asked for: their tickets are "requests" there. The Tickets API refuses
 * them, and the Requests API shows agents only what they themselves asked for.
 */
export function isEndUser(context: ActionContext): boolean {
  return context.account.role === 'end-user';
}

/** A ticket, or a request, which has the same fields. */
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
