import { type Answer, json } from './answer.ts';

/**
 * Responses in a product's place that are not from its API: a sign-in page, a maintenance notice, JSON of another shape (an object
 * or a list), nothing at all with 200 or 204, a redirect on the same host or to another one, a challenge for people.
 */
export const foreignKinds = [
  'sign_in_page',
  'maintenance',
  'wrong_shape',
  'other_list',
  'empty',
  'no_content',
  'redirect',
  'moved',
  'sign_in_elsewhere',
  'challenge',
] as const;
export type ForeignKind = (typeof foreignKinds)[number];

export function foreignAnswer(kind: ForeignKind): Answer {
  return ANSWERS[kind];
}

/** Such pages often begin with blank lines. */
function page(status: number, title: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = `\n\n<!doctype html>\n<html lang="en"><title>${title}</title><body><h1>${title}</h1></body></html>\n`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

const ANSWERS: Readonly<Record<ForeignKind, Answer>> = {
  sign_in_page: page(200, 'Sign in to continue'),
  maintenance: { status: 200, headers: { 'content-type': 'text/plain' }, body: 'We will be back in an hour.' },
  wrong_shape: json(200, { maintenance: true }),
  other_list: json(200, [{ maintenance: true }]),
  empty: { status: 200, headers: { 'content-type': 'application/json' }, body: '' },
  no_content: { status: 204, headers: {}, body: '' },
  redirect: page(302, 'Found', { location: '/login' }),
  moved: page(301, 'Moved', { location: 'https://www.moved.example/' }),
  sign_in_elsewhere: page(302, 'Found', { location: 'https://sso.example/sign-in' }),
  challenge: page(403, 'Checking that you are human'),
};

/** The product's own response without anything that identifies the new object. */
export function withoutIds(answer: Answer): Answer {
  if (answer.body === '' || !answer.headers['content-type']?.includes('json')) return answer;
  const body = JSON.stringify(JSON.parse(answer.body), (name, value) => (NAMES.has(name) ? undefined : value));
  return { ...answer, body };
}

/** The product's own response, without its second half. */
export function truncated(answer: Answer): Answer {
  return { ...answer, body: answer.body.slice(0, Math.max(1, Math.floor(answer.body.length / 2))) };
}

/** The product's own response with null for every value. */
export function withoutValues(answer: Answer): Answer {
  if (answer.body === '' || !answer.headers['content-type']?.includes('json')) return answer;
  const body = JSON.stringify(JSON.parse(answer.body), (_name, value) => (typeof value === 'object' ? value : null));
  return { ...answer, body };
}

const NAMES: ReadonlySet<string> = new Set(['id', 'key', 'number', 'submissionID', 'self', 'url', 'uri', 'html_url']);
