import { list, record, text } from '../model/json.ts';
import { refusedAs } from './refused-as.ts';
import type { Listener } from './sentences/said/say.ts';

/** An organization that wants single sign-on says so in the sentence only; the answer is 403 for every call. */
function wantsSingleSignOn(body: unknown): boolean {
  return /\bSAML\b|single sign-on/i.test(text(record(body).message));
}

/** What 403 means: single sign-on that the token was not let through, else our sentence. */
export function forbidden(sentence: string): (body: unknown) => string {
  return (body) => (wantsSingleSignOn(body) ? SINGLE_SIGN_ON : sentence);
}

const SINGLE_SIGN_ON =
  'A GitHub organization protects this with single sign-on, and your access is not authorized for it. Sign in to the organization, or authorize your token (Settings → Developer settings → Tokens → Configure SSO), then connect again.';

/**
 * How many organizations a list leaves out because they want single sign-on:
 * `X-GitHub-SSO: partial-results; organizations=21955855,20582480`.
 * @see https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api
 */
export function leftOut(headers: unknown): number {
  const said = text(record(headers)['x-github-sso']);
  const [, organizations = ''] = /^partial-results;\s*organizations=([\d,\s]+)/i.exec(said) ?? [];
  return organizations.split(',').filter((id) => id.trim() !== '').length;
}

/** `{"message":"Validation Failed","errors":[{"field":"title","code":"missing_field"}]}` */
export function refusedField(body: unknown, listener: Listener): string | undefined {
  const field = text(record(list(record(body).errors)[0]).field);
  return field === '' ? undefined : refusedAs(listener, 'GitHub', field);
}
