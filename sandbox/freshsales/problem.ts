import { type Answer, json } from '../answer.ts';

/** The documented error body. */
export function problem(status: number, ...message: readonly string[]): Answer {
  return json(status, { errors: { code: status, message } });
}

/** The response to a wrong key, as observed; the documentation does not give it. */
export function loginFailed(): Answer {
  return json(401, { login: 'failed', message: 'Incorrect login credentials' });
}

export function accessDenied(): Answer {
  return problem(403, 'You do not have permission to perform this action');
}

export function recordNotFound(): Answer {
  return problem(404, 'Record not found');
}

/** No header says when to try again. */
export function tooManyRequests(): Answer {
  return json(429, { message: 'You have exceeded the limit of requests per hour' });
}
