import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { asObject, asText, jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import type { ZendeskCaller } from './caller.ts';
import { apiUrl, presentRequest } from './present-ticket.ts';
import { type InvalidRecord, invalidAttribute, recordInvalid, recordNotFound } from './problem.ts';
import { nextId, type ZendeskTicket } from './state.ts';
import { readComment } from './ticket-input.ts';

/** `POST /api/v2/requests.json`: how a customer opens a ticket. */
export function createRequest(world: World, { user }: ZendeskCaller, request: ProductRequest): Answer {
  const input = asObject(jsonObject(request.body)?.request);
  if (!input) return invalidAttribute('request');
  const subject = asText(input.subject);
  const comment = readComment(input.comment);
  if (!subject || !comment) return recordInvalid(blankFields(subject, comment));

  const { zendesk } = world.state();
  const now = world.now();
  const ticket: ZendeskTicket = {
    id: nextId(zendesk),
    tenant: user.tenant,
    subject,
    priority: null,
    status: 'new',
    requester: user.number,
    submitter: user.number,
    assignee: null,
    tags: [],
    comments: [{ body: comment.body, public: true, author: user.number, createdAt: now }],
    createdAt: now,
    updatedAt: now,
  };
  zendesk.tickets.push(ticket);
  const location = apiUrl(world, user.tenant, `requests/${ticket.id}.json`);
  return json(201, { request: presentRequest(world, ticket) }, { location });
}

/** `GET /api/v2/requests.json` */
export function listRequests(world: World, caller: ZendeskCaller): Answer {
  const requests = ownTickets(world, caller).map((ticket) => presentRequest(world, ticket));
  return json(200, { requests, next_page: null, previous_page: null, count: requests.length });
}

/** `GET /api/v2/requests/{id}.json` */
export function showRequest(world: World, caller: ZendeskCaller, request: ProductRequest): Answer {
  const ticket = ownTickets(world, caller).find(({ id }) => String(id) === request.params.id);
  return ticket ? json(200, { request: presentRequest(world, ticket) }) : recordNotFound();
}

/** `PUT /api/v2/requests/{id}.json`: a comment, or the customer says that it is solved. */
export function updateRequest(world: World, caller: ZendeskCaller, request: ProductRequest): Answer {
  const ticket = ownTickets(world, caller).find(({ id }) => String(id) === request.params.id);
  if (!ticket) return recordNotFound();
  const input = asObject(jsonObject(request.body)?.request);
  if (!input) return invalidAttribute('request');
  if (ticket.status === 'closed') {
    return recordInvalid({ status: [{ description: 'Status: closed prevents ticket update', error: 'InvalidValue' }] });
  }
  const comment = readComment(input.comment);
  const now = world.now();
  const added = comment ? [{ body: comment.body, public: true, author: caller.user.number, createdAt: now }] : [];
  const status =
    input.solved === true ? ('solved' as const) : comment && ticket.status === 'solved' ? 'open' : ticket.status;
  const updated: ZendeskTicket = { ...ticket, status, comments: [...ticket.comments, ...added], updatedAt: now };
  const { tickets } = world.state().zendesk;
  tickets[tickets.indexOf(ticket)] = updated;
  return json(200, { request: presentRequest(world, updated) });
}

function ownTickets(world: World, { user }: ZendeskCaller): readonly ZendeskTicket[] {
  return world
    .state()
    .zendesk.tickets.filter(({ tenant, requester }) => tenant === user.tenant && requester === user.number);
}

function blankFields(subject: unknown, comment: unknown): InvalidRecord {
  const blank = (name: string) => [{ description: `${name}: cannot be blank`, error: 'BlankValue' }];
  return { ...(!subject && { subject: blank('Subject') }), ...(!comment && { base: blank('Description') }) };
}
