import { type Answer, json } from '../answer.ts';

/** Zendesk has four shapes of error; each has its function here. */
export function notAuthenticated(): Answer {
  return json(401, { error: "Couldn't authenticate you" });
}

const invalidToken = 'The access token provided is expired, revoked, malformed or invalid for other reasons.';

export function badBearer(): Answer {
  return json(
    401,
    { error: 'invalid_token', error_description: invalidToken },
    {
      'www-authenticate': `Bearer realm="Zendesk::OAuth Bearer Token Authentication", error="invalid_token", error_description="${invalidToken}"`,
    },
  );
}

export function forbidden(): Answer {
  const message =
    'You do not have access to this page. Please contact the account owner of this help desk for further help.';
  return json(403, { error: { title: 'Forbidden', message } });
}

export function recordNotFound(): Answer {
  return json(404, { error: 'RecordNotFound', description: 'Not found' });
}

export function invalidEndpoint(): Answer {
  return json(404, { error: { title: 'Invalid endpoint', message: 'Not found' } });
}

export function invalidAttribute(name: string): Answer {
  const message = `You passed an invalid value for the ${name} attribute. Must be an object`;
  return json(400, { error: { title: 'Invalid attribute', message } });
}

export function tooDeep(): Answer {
  const detail = 'Pagination depth exceeds the maximum of 10000 records; use cursor pagination';
  return json(400, { errors: [{ code: 'InvalidPaginationDepth', title: 'Invalid pagination depth', detail }] });
}

/** What is wrong, by field. */
export type InvalidRecord = Readonly<
  Record<string, readonly { readonly description: string; readonly error?: string }[]>
>;

export function recordInvalid(details: InvalidRecord): Answer {
  return json(422, { error: 'RecordInvalid', description: 'Record validation errors', details });
}
