import { languageOf } from '../languages/language-tag.ts';

/** Longest header that is read, in characters. */
const LONGEST = 1_000;

/**
 * The language that the browser prefers among those we have (`Accept-Language`, RFC 9110 section 12.5.4), as the browser
 * writes it. Undefined if it prefers none of them.
 */
export function acceptedLocale(header: string | undefined): string | undefined {
  const ranges = (header ?? '').slice(0, LONGEST).split(',').map(readRange);
  const liked = ranges.filter(({ tag, weight }) => weight > 0 && languageOf(tag) !== undefined);
  return liked.toSorted((one, other) => other.weight - one.weight)[0]?.tag;
}

function readRange(range: string): { readonly tag: string; readonly weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const weight = parameters.find((one) => /^q=/i.test(one))?.slice(2);
  return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
}
