import { list, record, text } from '../model/json.ts';
import { refusedAs } from './refused-as.ts';
import type { Listener } from './sentences/said/say.ts';

/** If an organization requires single sign-on, only the message says so; the status is 403, as for any refusal. */
function wantsSingleSignOn(body: unknown): boolean {
  return /\bSAML\b|single sign-on/i.test(text(record(body).message));
}

/** What to say after a 403: how to pass single sign-on if that is the reason, otherwise `sentence`. */
export function forbidden(sentence: string): (body: unknown) => string {
  return (body) => (wantsSingleSignOn(body) ? SINGLE_SIGN_ON : sentence);
}

const SINGLE_SIGN_ON =
  'A GitHub organization protects this with single sign-on, and your access is not authorized for it. Sign in to the organization, or authorize your token (Settings → Developer settings → Tokens → Configure SSO), then connect again.';

/**
 * How many organizations a list leaves out because they require single sign-on:
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
