import { type Answer, json, noContent } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { asObject, asText, jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import type { GorgiasCaller } from './caller.ts';
import { customerFor, findCustomer, presentCustomer } from './customers.ts';
import { gorgiasTime } from './gorgias-time.ts';
import { listEnvelope } from './list-envelope.ts';
import { presentMessage, readMessages } from './messages.ts';
import { invalid, notFound } from './problem.ts';
import { gorgiasUsers } from './seed.ts';
import { type GorgiasTicket, nextId } from './state.ts';

const priorities = ['low', 'normal', 'high', 'critical'] as const;

/** `POST /api/tickets`: without messages there is no ticket. */
export function createTicket(world: World, { user }: GorgiasCaller, request: ProductRequest): Answer {
  const input = jsonObject(request.body);
  if (!input) return invalid({ _schema: ['Invalid input type.'] });
  const { gorgias } = world.state();
  const now = world.now();
  const messages = readMessages(input.messages, now, () => nextId(gorgias));
  if ('invalid' in messages) return invalid({ messages: [messages.invalid] });
  const changes = readChanges(input);
  if ('invalid' in changes) return invalid(changes.invalid);
  const customer = input.customer == null ? null : customerFor(world, user.tenant, input.customer);
  if (customer === undefined) return invalid({ customer: ['Customer needs an id or a valid email address.'] });

  const ticket: GorgiasTicket = {
    id: nextId(gorgias),
    tenant: user.tenant,
    subject: null,
    channel: asText(input.channel) ?? messages.read[0]?.channel ?? 'api',
    via: asText(input.via) ?? 'api',
    status: 'open',
    priority: 'normal',
    customer: customer?.id ?? null,
    tags: [],
    messages: messages.read,
    createdAt: now,
    updatedAt: now,
    ...changes,
  };
  gorgias.tickets.push(ticket);
  return json(201, presentTicket(world, ticket));
}

/** `GET /api/tickets` */
export function listTickets(world: World, { user }: GorgiasCaller, request: ProductRequest): Answer {
  const customerId = request.url.searchParams.get('customer_id');
  const tickets = world
    .state()
    .gorgias.tickets.filter(
      ({ tenant, customer }) => tenant === user.tenant && (customerId === null || String(customer) === customerId),
    );
  return listEnvelope(
    request,
    tickets,
    (ticket) => {
      const { messages, ...summary } = presentTicket(world, ticket);
      return { ...summary, messages_count: messages.length };
    },
    { created_datetime: ({ createdAt }) => createdAt, updated_datetime: ({ updatedAt }) => updatedAt },
  );
}

/** `GET /api/tickets/{id}` */
export function showTicket(world: World, caller: GorgiasCaller, request: ProductRequest): Answer {
  const ticket = findTicket(world, caller, request.params.id);
  return ticket ? json(200, presentTicket(world, ticket)) : notFound('Ticket');
}

/** `PUT /api/tickets/{id}` */
export function updateTicket(world: World, caller: GorgiasCaller, request: ProductRequest): Answer {
  const ticket = findTicket(world, caller, request.params.id);
  if (!ticket) return notFound('Ticket');
  const input = jsonObject(request.body);
  if (!input) return invalid({ _schema: ['Invalid input type.'] });
  const changes = readChanges(input);
  if ('invalid' in changes) return invalid(changes.invalid);
  const { tickets } = world.state().gorgias;
  const updated = { ...ticket, ...changes, updatedAt: world.now() };
  tickets[tickets.indexOf(ticket)] = updated;
  return json(200, presentTicket(world, updated));
}

/** `DELETE /api/tickets/{id}` */
export function deleteTicket(world: World, caller: GorgiasCaller, request: ProductRequest): Answer {
  const ticket = findTicket(world, caller, request.params.id);
  if (!ticket) return notFound('Ticket');
  const { tickets } = world.state().gorgias;
  tickets.splice(tickets.indexOf(ticket), 1);
  return noContent();
}

/** `GET /api/messages?ticket_id=…` */
export function listMessages(world: World, caller: GorgiasCaller, request: ProductRequest): Answer {
  const ticketId = request.url.searchParams.get('ticket_id');
  const messages = world
    .state()
    .gorgias.tickets.filter(({ tenant, id }) => tenant === caller.user.tenant && (!ticketId || String(id) === ticketId))
    .flatMap((ticket) => ticket.messages.map((message) => ({ message, ticketId: ticket.id })));
  return listEnvelope(request, messages, ({ message, ticketId: of }) => presentMessage(message, of), {
    created_datetime: ({ message }) => message.createdAt,
  });
}

/** `POST /api/tickets/{id}/messages`: one from an agent needs a sender and a recipient. */
export function createMessage(world: World, caller: GorgiasCaller, request: ProductRequest): Answer {
  const ticket = findTicket(world, caller, request.params.id);
  if (!ticket) return notFound('Ticket');
  const { gorgias } = world.state();
  const messages = readMessages([jsonObject(request.body)], world.now(), () => nextId(gorgias));
  if ('invalid' in messages) return invalid({ _schema: [messages.invalid] });
  const [message] = messages.read;
  if (message === undefined || (message.fromAgent && (message.from === undefined || message.to === undefined))) {
    return invalid({ source: ['Missing data for required field.'] });
  }
  const { sender } = jsonObject(request.body) ?? {};
  const from = sender === undefined ? caller.user : userBehind(caller, sender);
  if (message.fromAgent && from === undefined)
    return invalid({ sender: ['The sender of this message must be a user.'] });
  const { tickets } = gorgias;
  const sent = message.fromAgent && from ? { ...message, sender: { email: from.email, name: from.name } } : message;
  tickets[tickets.indexOf(ticket)] = { ...ticket, messages: [...ticket.messages, sent], updatedAt: world.now() };
  return json(201, presentMessage(sent, ticket.id));
}

/** By id, or by e-mail address. */
function userBehind({ user }: GorgiasCaller, sender: unknown) {
  const { id, email } = asObject(sender) ?? {};
  return gorgiasUsers.find((one) => one.tenant === user.tenant && (one.number === id || one.email === email));
}

type Changes = Partial<Pick<GorgiasTicket, 'subject' | 'status' | 'priority' | 'tags'>>;

function readChanges(
  input: Readonly<Record<string, unknown>>,
): Changes | { readonly invalid: Readonly<Record<string, readonly string[]>> } {
  const { subject, status, tags } = input;
  const priority = priorities.find((one) => one === input.priority);
  if (input.priority !== undefined && !priority) {
    return { invalid: { priority: [`Must be one of: ${priorities.join(', ')}.`] } };
  }
  if (status !== undefined && status !== 'open' && status !== 'closed') {
    return { invalid: { status: ['Must be one of: open, closed.'] } };
  }
  const names = Array.isArray(tags) ? tags.map((tag) => asText(asObject(tag)?.name)) : [];
  return {
    ...(typeof subject === 'string' && { subject }),
    ...(status && { status }),
    ...(priority && { priority }),
    ...(tags !== undefined && { tags: names.filter((name) => name !== undefined) }),
  };
}

function findTicket(world: World, { user }: GorgiasCaller, id: string | undefined): GorgiasTicket | undefined {
  return world.state().gorgias.tickets.find((one) => one.tenant === user.tenant && String(one.id) === id);
}

function presentTicket(world: World, ticket: GorgiasTicket) {
  const customer = findCustomer(world, ticket.tenant, String(ticket.customer));
  return {
    id: ticket.id,
    uri: `/api/tickets/${ticket.id}/`,
    external_id: null,
    status: ticket.status,
    priority: ticket.priority,
    channel: ticket.channel,
    via: ticket.via,
    from_agent: ticket.messages[0]?.fromAgent ?? false,
    subject: ticket.subject,
    customer: customer ? presentCustomer(customer) : null,
    assignee_user: null,
    assignee_team: null,
    messages: ticket.messages.map((message) => presentMessage(message, ticket.id)),
    tags: ticket.tags.map((name) => ({ name, decoration: null })),
    spam: false,
    created_datetime: gorgiasTime(ticket.createdAt),
    updated_datetime: gorgiasTime(ticket.updatedAt),
    closed_datetime: ticket.status === 'closed' ? gorgiasTime(ticket.updatedAt) : null,
  };
}
