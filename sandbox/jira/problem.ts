import { type Answer, json } from '../answer.ts';

/** Jira's error body: sentences about the whole, and one sentence per field. */
export function problem(
  status: number,
  messages: readonly string[],
  errors: Readonly<Record<string, string>> = {},
): Answer {
  return json(status, { errorMessages: messages, errors });
}
