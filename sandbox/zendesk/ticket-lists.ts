import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import type { ZendeskCaller } from './caller.ts';
import { presentTicket } from './present-ticket.ts';
import { tooDeep } from './problem.ts';
import { zendeskUsers } from './seed.ts';
import type { ZendeskTicket } from './state.ts';

/** `GET /api/v2/tickets.json`: by cursor if there is a `page[size]`, otherwise by offset. */
export function listTickets(world: World, { user }: ZendeskCaller, request: ProductRequest): Answer {
  const query = request.url.searchParams;
  const tickets = world
    .state()
    .zendesk.tickets.filter(({ tenant }) => tenant === user.tenant)
    .toSorted(orderOf(query));
  const byCursor = query.has('page[size]') || query.has('page[after]') || query.has('page[before]');
  return byCursor ? pageByCursor(world, request, tickets) : pageByOffset(world, request, tickets, 'tickets', 10_000);
}

function pageByCursor(world: World, request: ProductRequest, tickets: readonly ZendeskTicket[]): Answer {
  const query = request.url.searchParams;
  const size = pageSize(query.get('page[size]'));
  const before = query.get('page[before]');
  const start = before ? Math.max(0, positionIn(before) - size) : positionIn(query.get('page[after]') ?? '');
  const end = start + size;
  const page = tickets.slice(start, end);
  const hasMore = end < tickets.length;
  const [after, earlier] = [cursorAt(end), cursorAt(start)];
  return json(200, {
    tickets: page.map((ticket) => presentTicket(world, ticket)),
    meta: {
      has_more: hasMore,
      after_cursor: page.length > 0 ? after : null,
      before_cursor: page.length > 0 ? earlier : null,
    },
    links: {
      prev: start > 0 ? withQuery(request, { 'page[before]': earlier, 'page[after]': undefined }) : null,
      next: hasMore ? withQuery(request, { 'page[after]': after, 'page[before]': undefined }) : null,
    },
  });
}

function cursorAt(position: number): string {
  return Buffer.from(`position:${position}`).toString('base64url');
}

function positionIn(cursor: string): number {
  return Number(/^position:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1] ?? 0);
}

function pageByOffset(
  world: World,
  request: ProductRequest,
  tickets: readonly ZendeskTicket[],
  key: 'tickets' | 'results',
  deepest: number,
): Answer {
  const query = request.url.searchParams;
  const page = Math.max(1, Number(query.get('page') ?? 1) || 1);
  const size = pageSize(query.get('per_page'));
  if ((page - 1) * size >= deepest) return tooDeep();
  const shown = tickets.slice((page - 1) * size, page * size).map((ticket) => presentTicket(world, ticket));
  return json(200, {
    [key]: key === 'results' ? shown.map((ticket) => ({ ...ticket, result_type: 'ticket' })) : shown,
    ...(key === 'results' && { facets: null }),
    next_page: page * size < tickets.length ? withQuery(request, { page: String(page + 1) }) : null,
    previous_page: page > 1 ? withQuery(request, { page: String(page - 1) }) : null,
    count: tickets.length,
  });
}

/** `GET /api/v2/search.json?query=type:ticket status:open printer`: at most 1 000 results, by offset only. */
export function searchTickets(world: World, { user }: ZendeskCaller, request: ProductRequest): Answer {
  const query = request.url.searchParams;
  const terms = (query.get('query') ?? '').match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  const found = world
    .state()
    .zendesk.tickets.filter((ticket) => ticket.tenant === user.tenant)
    .filter((ticket) => terms.every((term) => matches(world, ticket, term, user.number)))
    .toSorted(orderOf(query));
  return pageByOffset(world, request, found, 'results', 1000);
}

const statusOrder = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

function matches(world: World, ticket: ZendeskTicket, term: string, me: number): boolean {
  const [, minus, field = '', operator, quoted = ''] = /^(-?)(?:(\w+)([:<>]))?(.*)$/s.exec(term) ?? [];
  const value = quoted.replaceAll('"', '').toLowerCase();
  const result = field === '' ? hasWords(ticket, value) : hasField(world, ticket, { field, operator, value, me });
  return minus === '-' ? !result : result;
}

interface Term {
  readonly field: string;
  readonly operator: string | undefined;
  readonly value: string;
  readonly me: number;
}

function hasField(world: World, ticket: ZendeskTicket, { field, operator, value, me }: Term): boolean {
  const isPerson = (number: number | null) =>
    value === 'none' ? number === null : number !== null && namesOf(world, number, me).includes(value);
  if (field === 'type') return value === 'ticket';
  if (field === 'status') {
    const difference = statusOrder.indexOf(ticket.status) - statusOrder.indexOf(value);
    return operator === '<' ? difference < 0 : operator === '>' ? difference > 0 : difference === 0;
  }
  if (field === 'priority') return (ticket.priority ?? 'none') === value;
  if (field === 'tags') return ticket.tags.includes(value);
  if (field === 'subject') return ticket.subject.toLowerCase().includes(value.replaceAll('*', ''));
  if (field === 'requester') return isPerson(ticket.requester);
  if (field === 'submitter') return isPerson(ticket.submitter);
  if (field === 'assignee') return isPerson(ticket.assignee);
  // sorting is read elsewhere; unknown fields find nothing
  return field === 'order_by' || field === 'sort';
}

function namesOf(world: World, number: number, me: number): readonly string[] {
  const person = [...zendeskUsers, ...world.state().zendesk.customers].find((one) => one.number === number);
  return [String(number), ...(number === me ? ['me'] : []), person?.name.toLowerCase() ?? '', person?.email ?? ''];
}

function hasWords(ticket: ZendeskTicket, words: string): boolean {
  const text = [ticket.subject, ...ticket.comments.map(({ body }) => body)].join(' ').toLowerCase();
  return text.includes(words.replaceAll('*', ''));
}

function orderOf(query: URLSearchParams): (one: ZendeskTicket, other: ZendeskTicket) => number {
  const sort = query.get('sort') ?? '';
  const field = query.get('sort_by') ?? sort.replace(/^-/, '');
  const direction = query.get('sort_order') === 'desc' || sort.startsWith('-') ? -1 : 1;
  return (one, other) => direction * (sortValue(one, field) - sortValue(other, field) || one.id - other.id);
}

function sortValue(ticket: ZendeskTicket, field: string): number {
  if (field === 'updated_at') return ticket.updatedAt;
  if (field === 'created_at') return ticket.createdAt;
  if (field === 'status') return statusOrder.indexOf(ticket.status);
  return ticket.id;
}

function pageSize(text: string | null): number {
  const size = Number(text ?? 100);
  return Number.isInteger(size) && size > 0 ? Math.min(size, 100) : 100;
}

function withQuery(request: ProductRequest, changes: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.href;
}
