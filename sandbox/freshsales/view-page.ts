import type { ProductRequest } from '../product.ts';

interface Dated {
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A page of a view: `page`, `per_page` up to 100, `sort`, `sort_type`. */
export function viewPage<Item extends Dated>(request: ProductRequest, items: readonly Item[]) {
  const query = request.url.searchParams;
  const perPage = Math.min(positive(query.get('per_page'), 25), 100);
  const page = positive(query.get('page'), 1);
  const field = query.get('sort') === 'created_at' ? 'createdAt' : 'updatedAt';
  const sign = query.get('sort_type') === 'asc' ? 1 : -1;
  const sorted = items.toSorted((one, other) => sign * (one[field] - other[field]));
  return {
    items: sorted.slice((page - 1) * perPage, page * perPage),
    meta: { total_pages: Math.ceil(items.length / perPage), total: items.length },
  };
}

function positive(text: string | null, otherwise: number): number {
  const number = Number(text ?? otherwise);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
}
