import { type Answer, json } from '../answer.ts';

/** The position in a list. */
export interface ResultSet {
  readonly offset: number;
  readonly limit: number;
  readonly count: number;
}

/** Jotform's envelope around a success. */
export function success(content: unknown, limitLeft: number, resultSet?: ResultSet): Answer {
  return json(200, {
    responseCode: 200,
    message: 'success',
    content,
    ...(resultSet && { resultSet }),
    duration: '17.33ms',
    'limit-left': limitLeft,
  });
}

export function failure(status: number, message: string, rest: Readonly<Record<string, unknown>> = {}): Answer {
  return json(status, { responseCode: status, message, content: '', duration: '15.15ms', ...rest });
}

/** The same response for a wrong key, an unknown id and somebody else's form; the space at the end is Jotform's. */
export function notAuthorized(routeName: string): Answer {
  return failure(401, `You're not authorized to use (/${routeName}) `, {
    info: `https://api.jotform.com/docs#${routeName}`,
  });
}
