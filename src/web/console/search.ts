import type { IncomingMessage } from 'node:http';
import { onlyValue } from '../read-form.ts';
import { queryOf } from '../request-target.ts';

/** The value of `?q=`. Empty for everything. */
export function searchIn(request: IncomingMessage): string {
  return (onlyValue(queryOf(request), 'q') ?? '').trim().slice(0, LONGEST_SEARCH);
}

/** Ignores case, accents, spaces and punctuation: "monday" finds monday.com, and "hub spot" finds HubSpot. */
export function isFound(search: string, words: readonly string[]): boolean {
  return words.some((word) => plain(word).includes(plain(search)));
}

const LONGEST_SEARCH = 100;

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
