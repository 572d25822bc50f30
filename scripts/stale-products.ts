import { list, record, text } from '../src/model/json.ts';
import { type Product, products } from './catalog-files.ts';

/** Days for which a comparison with the product's documentation is valid. */
export const FRESH_DAYS = 180;
const DAY = 24 * 60 * 60 * 1000;

export interface Staleness {
  readonly lines: readonly string[];
  /** True if some file is older than that. */
  readonly old: boolean;
}

/** A line for each file that is too old, and for each fact that could not be verified. */
export function staleProducts(today: Date, all: readonly Product[] = products()): Staleness {
  const ages = all.map(({ file, json }) => ({ file, days: daysSince(text(record(json.verified).on), today) }));
  const aged = ages.filter(({ days }) => !(days <= FRESH_DAYS));
  return {
    lines: [
      ...aged.map(({ file, days }) => `${file}: verified ${days} days ago, more than ${FRESH_DAYS}`),
      ...all.flatMap(({ file, json }) => list(json.unverified).map((fact) => `${file}: not verified: ${text(fact)}`)),
    ],
    old: aged.length > 0,
  };
}

function daysSince(date: string, today: Date): number {
  return Math.floor((today.getTime() - Date.parse(date)) / DAY);
}
