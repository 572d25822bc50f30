import { UndocumentedAnswerError } from '../errors.ts';
import { record, text } from '../model/json.ts';

/**
 * A list that the product documents at this place. Nothing there is not the same as an empty list: something else answered.
 * @throws UndocumentedAnswerError
 */
export function documentedList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UndocumentedAnswerError('read');
}

/**
 * The entries of such a list. One without an id is none of the product's, and so is the list that holds it.
 *
 * @param id the member that the product documents for every entry
 * @throws UndocumentedAnswerError
 */
export function documentedEntries(value: unknown, id = 'id'): readonly Readonly<Record<string, unknown>>[] {
  const entries = documentedList(value).map(record);
  for (const entry of entries) documentedId(entry[id]);
  return entries;
}

/**
 * The id, or the key, of something that was asked for.
 * @throws UndocumentedAnswerError
 */
export function documentedId(value: unknown): string {
  return idOr(value, 'read');
}

/**
 * The id of something that a call has just made. Without one nobody knows whether it was made.
 * @throws UndocumentedAnswerError
 */
export function createdId(value: unknown): string {
  return idOr(value, 'write');
}

/**
 * For calls that change something and answer nothing.
 * @throws UndocumentedAnswerError
 */
export function documentedNothing(body: unknown): void {
  if (body !== undefined && body !== null && body !== '') throw new UndocumentedAnswerError('write');
}

function idOr(value: unknown, effect: 'read' | 'write'): string {
  const id = text(value);
  if (id === '') throw new UndocumentedAnswerError(effect);
  return id;
}
