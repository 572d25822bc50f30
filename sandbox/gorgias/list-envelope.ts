import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { invalid } from './problem.ts';

/** A page of a list: cursor paging, at most 100 entries, `order_by=field:direction`. */
export function listEnvelope<Item>(
  request: ProductRequest,
  items: readonly Item[],
  present: (item: Item) => unknown,
  orders: Readonly<Record<string, (item: Item) => number>>,
): Answer {
  const query = request.url.searchParams;
  const limit = Number(query.get('limit') ?? 30);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return invalid({ limit: ['Must be greater than or equal to 1 and less than or equal to 100.'] });
  }
  const [field = '', direction = 'asc'] = (query.get('order_by') ?? 'created_datetime:desc').split(':');
  const order = Object.hasOwn(orders, field) ? orders[field] : undefined;
  if (!order) return invalid({ order_by: [`Must be one of: ${Object.keys(orders).join(', ')}.`] });
  const sign = direction === 'desc' ? -1 : 1;
  const sorted = items.toSorted((one, other) => sign * (order(one) - order(other)));

  const start = positionIn(query.get('cursor'));
  const end = start + limit;
  return json(200, {
    object: 'list',
    uri: request.path + request.url.search,
    data: sorted.slice(start, end).map(present),
    meta: {
      next_cursor: end < sorted.length ? cursorAt(end) : null,
      prev_cursor: start > 0 ? cursorAt(Math.max(0, start - limit)) : null,
    },
  });
}

function cursorAt(position: number): string {
  return Buffer.from(`position:${position}`).toString('base64url');
}

function positionIn(cursor: string | null): number {
  return Number(/^position:(\d+)$/.exec(Buffer.from(cursor ?? '', 'base64url').toString('utf8'))?.[1] ?? 0);
}
