import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { asObject, jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import type { ZendeskCaller } from './caller.ts';
import { apiUrl, presentTicket } from './present-ticket.ts';
import { invalidAttribute, recordInvalid, recordNotFound } from './problem.ts';
import { nextId, type ZendeskTicket } from './state.ts';
import { findRequester, readComment, readTicketInput } from './ticket-input.ts';

/** `POST /api/v2/tickets.json` */
export function createTicket(world: World, { user }: ZendeskCaller, request: ProductRequest): Answer {
  const input = asObject(jsonObject(request.body)?.ticket);
  if (!input) return invalidAttribute('ticket');
  const comment = readComment(input.comment);
  if (!comment) {
    return recordInvalid({ base: [{ description: 'Description: cannot be blank', error: 'BlankValue' }] });
  }
  const read = readTicketInput(user.tenant, input);
  if ('invalid' in read) return recordInvalid(read.invalid);
  const requester = input.requester === undefined ? user.number : findRequester(world, user.tenant, input.requester);
  if (typeof requester !== 'number') return recordInvalid(requester.invalid);

  const { zendesk } = world.state();
  const now = world.now();
  const ticket: ZendeskTicket = {
    id: nextId(zendesk),
    tenant: user.tenant,
    subject: comment.body.slice(0, 150),
    priority: null,
    status: 'open',
    requester,
    submitter: user.number,
    assignee: null,
    tags: [],
    comments: [{ ...comment, author: user.number, createdAt: now }],
    createdAt: now,
    updatedAt: now,
    ...read.changes,
  };
  zendesk.tickets.push(ticket);
  const location = apiUrl(world, user.tenant, `tickets/${ticket.id}.json`);
  return json(201, { ticket: presentTicket(world, ticket), audit: audit(zendesk.lastId, ticket) }, { location });
}

/** `GET /api/v2/tickets/{id}.json` */
export function showTicket(world: World, caller: ZendeskCaller, request: ProductRequest): Answer {
  const ticket = findTicket(world, caller, request.params.id);
  return ticket ? json(200, { ticket: presentTicket(world, ticket) }) : recordNotFound();
}

/** `GET /api/v2/tickets/show_many.json?ids=33,34` */
export function showManyTickets(world: World, caller: ZendeskCaller, request: ProductRequest): Answer {
  const ids = (request.url.searchParams.get('ids') ?? '').split(',').slice(0, 100);
  const tickets = ids.map((id) => findTicket(world, caller, id)).filter((ticket) => ticket !== undefined);
  return json(200, { tickets: tickets.map((ticket) => presentTicket(world, ticket)), count: tickets.length });
}

/** `PUT /api/v2/tickets/{id}.json` */
export function updateTicket(world: World, caller: ZendeskCaller, request: ProductRequest): Answer {
  const ticket = findTicket(world, caller, request.params.id);
  if (!ticket) return recordNotFound();
  const input = asObject(jsonObject(request.body)?.ticket);
  if (!input) return invalidAttribute('ticket');
  if (ticket.status === 'closed') {
    return recordInvalid({ status: [{ description: 'Status: closed prevents ticket update', error: 'InvalidValue' }] });
  }
  const read = readTicketInput(ticket.tenant, input);
  if ('invalid' in read) return recordInvalid(read.invalid);

  const now = world.now();
  const comment = readComment(input.comment);
  const comments = comment
    ? [...ticket.comments, { ...comment, author: caller.user.number, createdAt: now }]
    : ticket.comments;
  const { tickets } = world.state().zendesk;
  const updated = { ...ticket, ...read.changes, comments, updatedAt: now };
  tickets[tickets.indexOf(ticket)] = updated;
  return json(200, { ticket: presentTicket(world, updated), audit: audit(nextId(world.state().zendesk), updated) });
}

function findTicket(world: World, { user }: ZendeskCaller, id: string | undefined): ZendeskTicket | undefined {
  return world.state().zendesk.tickets.find((ticket) => ticket.tenant === user.tenant && String(ticket.id) === id);
}

function audit(id: number, ticket: ZendeskTicket) {
  const last = ticket.comments.at(-1);
  return {
    id,
    ticket_id: ticket.id,
    created_at: new Date(ticket.updatedAt).toISOString(),
    author_id: last?.author,
    events: [{ type: 'Comment', body: last?.body, public: last?.public }],
  };
}
