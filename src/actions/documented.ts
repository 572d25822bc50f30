import { UndocumentedAnswerError } from '../errors.ts';
import { text } from '../model/json.ts';

/**
 * A list that the product documents at this place. Nothing there is not the same as an empty list: something else answered.
 * @throws UndocumentedAnswerError
 */
export function documentedList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UndocumentedAnswerError('read');
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
