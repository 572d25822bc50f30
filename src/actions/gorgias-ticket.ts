import type { AnswerItem, Api } from '../model/action.ts';
import { list, record, text } from '../model/json.ts';
import { type Listener, word } from './sentences/said/say.ts';

/** The parts of a ticket that answers show. Empty if Gorgias has no value. */
export interface GorgiasTicket {
  readonly id: string;
  readonly subject: string;
  readonly status: string;
  readonly priority: string;
  readonly customer: string;
  /** The text of the newest message; empty in a list of tickets. */
  readonly lastMessage: string;
  readonly url: string;
}

export function readGorgiasTicket(entry: unknown, api: Api, listener: Listener): GorgiasTicket {
  const ticket = record(entry);
  const customer = record(ticket.customer);
  const id = text(ticket.id);
  return {
    id,
    subject: text(ticket.subject) || word(listener, 'No subject'),
    status: text(ticket.status),
    priority: text(ticket.priority),
    customer: text(customer.name) || text(customer.email),
    lastMessage: text(record(list(ticket.messages).at(-1)).body_text).trim(),
    url: api.getUri({ url: `/app/ticket/${id}` }),
  };
}

export function ticketItem({ id, subject, status, customer, url }: GorgiasTicket, listener: Listener): AnswerItem {
  return { title: `#${id} ${subject}`, subtitle: [word(listener, status), customer].filter(Boolean).join(' · '), url };
}
