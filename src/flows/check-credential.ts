import { authMethodOf } from '../auth-methods/auth-methods.ts';
import { HostRefusedError, ProviderUnreachableError } from '../errors.ts';
import type { Account, Credential, Site } from '../model/credential.ts';
import type { Integration } from '../model/integration.ts';
import { destinationOf } from './base-url.ts';
import { parsedBody } from './parsed-body.ts';
import { profileAt, type Services } from './services.ts';

export type CheckOutcome =
  | { readonly status: 'ok'; readonly account: Account }
  | { readonly status: 'refused' }
  | { readonly status: 'unreachable' };

/** One harmless call that proves the credential and names its account. The product's words go no further than here. */
export async function checkCredential(
  services: Services,
  integration: Integration,
  subject: {
    readonly profile: string;
    readonly credential: Credential;
    readonly tenant?: string | undefined;
    readonly site?: Site | undefined;
  },
): Promise<CheckOutcome> {
  const { check } = integration;
  const profile = profileAt(integration, subject);
  const { baseUrl, guard } = destinationOf(integration, subject);
  const plain = { path: check.path, headers: { accept: 'application/json' }, query: {} };
  const parts = authMethodOf(profile.method).apply(plain, profile, subject.credential);
  const query = new URLSearchParams(parts.query).toString();
  const url = `${baseUrl}${parts.path}${query === '' ? '' : `?${query}`}`;
  try {
    const answer = await services.http.sender(guard)({ method: check.method, url, headers: parts.headers });
    return judge(integration, answer.status, parsedBody(answer.body), subject);
  } catch (error) {
    if (error instanceof ProviderUnreachableError || error instanceof HostRefusedError)
      return { status: 'unreachable' };
    throw error;
  }
}

/** A busy or broken product proves nothing against the credential. */
function judge(
  integration: Integration,
  httpStatus: number,
  body: unknown,
  place: { readonly tenant?: string | undefined },
): CheckOutcome {
  const status = integration.statusOf?.({ status: httpStatus, body }) ?? httpStatus;
  if (status === 429 || status >= 500) return { status: 'unreachable' };
  const failed = status < 200 || status >= 300;
  const account = failed ? undefined : integration.check.account(body, place);
  return account === undefined ? { status: 'refused' } : { status: 'ok', account };
}
