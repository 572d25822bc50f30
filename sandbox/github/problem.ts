import { type Answer, json } from '../answer.ts';
import type { GithubUser } from './seed.ts';

export function badCredentials(): Answer {
  return problem(401, 'Bad credentials');
}

export function requiresAuthentication(): Answer {
  return problem(401, 'Requires authentication');
}

export function notFound(): Answer {
  return problem(404, 'Not Found');
}

/** GitHub reports an exhausted hour with 403. */
export function rateLimitExceeded(user: GithubUser): Answer {
  return problem(403, `API rate limit exceeded for user ID ${user.number}.`);
}

/** An organization protects the resource, and the token is not authorized for its single sign-on. */
export function singleSignOnRequired(): Answer {
  const { status, headers, body } = problem(
    403,
    'Resource protected by organization SAML enforcement. You must grant your OAuth token access to this organization.',
  );
  return {
    status,
    body,
    headers: { ...headers, 'x-github-sso': 'required; url=https://github.com/orgs/fortress/sso' },
  };
}

/** `{"message":"Validation Failed","errors":[…]}` */
export function invalid(field: string): Answer {
  return json(422, { message: 'Validation Failed', errors: [{ resource: 'Issue', field, code: 'missing_field' }] });
}

/** Too many requests at once also get 403, with the time to wait. */
export function secondaryRateLimit(): Answer {
  const { body, headers, status } = problem(
    403,
    'You have exceeded a secondary rate limit. Please wait a few minutes.',
  );
  return { status, body, headers: { ...headers, 'retry-after': '60' } };
}

/** Checked first: every call needs a user agent. */
export function forbiddenAgent(): Answer {
  const body = 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.';
  return { status: 403, headers: { 'content-type': 'text/html' }, body };
}

export function problem(status: number, message: string): Answer {
  return json(status, { message, documentation_url: 'https://docs.github.com/rest', status: String(status) });
}
