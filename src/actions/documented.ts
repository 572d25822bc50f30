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
 * @param members those that the product documents for every entry, and that nothing can be said without; default `id`
 * @throws UndocumentedAnswerError
 */
export function documentedEntries(
  value: unknown,
  ...members: readonly string[]
): readonly Readonly<Record<string, unknown>>[] {
  const entries = documentedList(value).map(record);
  const needed = members.length === 0 ? ['id'] : members;
  for (const entry of entries) for (const member of needed) documentedId(entry[member]);
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
 * An id that the product documents as a number, and takes as one.
 * @throws UndocumentedAnswerError
 */
export function documentedNumber(value: unknown): number {
  const id = Number(documentedId(value));
  if (!Number.isSafeInteger(id)) throw new UndocumentedAnswerError('read');
  return id;
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
