import { type Answer, json } from './answer.ts';

/**
 * What stands between a caller and a product, or comes in its place, and is no answer of its API: a sign-in page, a notice of
 * maintenance, another shape of JSON, a redirect on the same host or to another one, a challenge for people.
 */
export const foreignKinds = ['sign_in_page', 'maintenance', 'wrong_shape', 'redirect', 'moved', 'challenge'] as const;
export type ForeignKind = (typeof foreignKinds)[number];

export function foreignAnswer(kind: ForeignKind): Answer {
  return ANSWERS[kind];
}

/** Pages that stand before something often begin with blank lines. */
function page(status: number, title: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = `\n\n<!doctype html>\n<html lang="en"><title>${title}</title><body><h1>${title}</h1></body></html>\n`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

const ANSWERS: Readonly<Record<ForeignKind, Answer>> = {
  sign_in_page: page(200, 'Sign in to continue'),
  maintenance: { status: 200, headers: { 'content-type': 'text/plain' }, body: 'We will be back in an hour.' },
  wrong_shape: json(200, { maintenance: true }),
  redirect: page(302, 'Found', { location: '/login' }),
  moved: page(301, 'Moved', { location: 'https://www.moved.example/' }),
  challenge: page(403, 'Checking that you are human'),
};

/** The product's own answer without the names under which it could be found again. */
export function withoutIds(answer: Answer): Answer {
  if (answer.body === '' || !answer.headers['content-type']?.includes('json')) return answer;
  const body = JSON.stringify(JSON.parse(answer.body), (name, value) => (NAMES.has(name) ? undefined : value));
  return { ...answer, body };
}

const NAMES: ReadonlySet<string> = new Set(['id', 'key', 'number', 'submissionID', 'self', 'url', 'uri', 'html_url']);
