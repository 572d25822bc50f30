import { type Answer, json } from '../answer.ts';

/** Gorgias's error body; `data` names fields if there are any. */
export function problem(status: number, msg: string, data?: Readonly<Record<string, readonly string[]>>): Answer {
  return json(status, { error: { msg, ...(data && { data }) } });
}

export function unauthorized(): Answer {
  return problem(401, 'Unauthorized.');
}

export function invalid(data: Readonly<Record<string, readonly string[]>>): Answer {
  return problem(400, 'Validation error.', data);
}

export function notFound(what: string): Answer {
  return problem(404, `${what} not found.`);
}
