import type { ResultSet } from './envelope.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly resultSet: ResultSet;
}

type Listed = Readonly<Record<string, unknown>>;

/** `limit`, `offset`, `orderby`, `direction` and `filter`, as every Jotform list accepts them. */
export function pageOf<Item extends Listed>(items: readonly Item[], query: URLSearchParams): Page<Item> {
  const limit = Math.min(whole(query.get('limit'), 20), 1000);
  const offset = whole(query.get('offset'), 0);
  const orderBy = query.get('orderby') ?? 'created_at';
  const direction = query.get('direction')?.toUpperCase() === 'ASC' ? 1 : -1;
  const filter = readFilter(query.get('filter'));
  const page = items
    .filter((item) => filter.every((accepts) => accepts(item)))
    .toSorted((one, other) => direction * compare(String(one[orderBy] ?? ''), String(other[orderBy] ?? '')))
    .slice(offset, offset + limit);
  return { items: page, resultSet: { offset, limit, count: page.length } };
}

function whole(text: string | null, otherwise: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : otherwise;
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** `{"created_at:gt":"2026-01-01 00:00:00","status":"ACTIVE"}`; an unreadable filter is ignored. */
function readFilter(text: string | null): readonly ((item: Listed) => boolean)[] {
  return Object.entries(parse(text)).map(([condition, wanted]) => {
    const [field = '', operator = 'eq'] = condition.split(':');
    const order = (item: Listed) => compare(String(item[field] ?? ''), String(wanted));
    if (operator === 'gt') return (item) => order(item) > 0;
    if (operator === 'lt') return (item) => order(item) < 0;
    if (operator === 'ne') return (item) => order(item) !== 0;
    return (item) => order(item) === 0;
  });
}

function parse(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
