import { UndocumentedAnswerError } from '../errors.ts';
import { record, text } from '../model/json.ts';

/**
 * The list that the product documents here. A missing list is not an empty one: something other than the product has answered.
 * @throws UndocumentedAnswerError
 */
export function documentedList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UndocumentedAnswerError('read');
}

/**
 * The entries of such a list. If one of them lacks an id, the list is not the product's.
 *
 * @param members what every entry must have; default `id`
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
 * The id or key of something that was read.
 * @throws UndocumentedAnswerError
 */
export function documentedId(value: unknown): string {
  return idOr(value, 'read');
}

/**
 * An id that the product sends and expects as a number.
 * @throws UndocumentedAnswerError
 */
export function documentedNumber(value: unknown): number {
  const id = Number(documentedId(value));
  if (!Number.isSafeInteger(id)) throw new UndocumentedAnswerError('read');
  return id;
}

/**
 * The id of something that a call has just created. Without an id, nobody knows whether it was created.
 * @throws UndocumentedAnswerError
 */
export function createdId(value: unknown): string {
  return idOr(value, 'write');
}

/**
 * For calls that change something and return an empty body.
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
