import type { RequestParts } from '../auth-methods/auth-method.ts';
import { authMethodOf } from '../auth-methods/auth-methods.ts';
import type { Guard } from '../http/guarded-http.ts';
import type { Credential } from '../model/credential.ts';
import type { HttpRequest } from '../model/http.ts';
import type { Check, Integration } from '../model/integration.ts';
import { destinationOf, type Place, requestPlaceOf } from './base-url.ts';
import { profileAt } from './services.ts';

/** The credential and the place to check. */
export interface CheckSubject extends Place {
  readonly profile: string;
  readonly credential: Credential;
}

/**
 * The check call with the credential in place, and the guard for its address.
 * @throws HostRefusedError
 */
export function checkRequest(
  integration: Integration,
  subject: CheckSubject,
): { readonly request: HttpRequest & { readonly headers: Readonly<Record<string, string>> }; readonly guard: Guard } {
  const { check } = integration;
  const profile = profileAt(integration, subject);
  const { baseUrl, guard } = destinationOf(integration, subject, subject.credential);
  const method = authMethodOf(profile.method);
  const { headers, body, ...rest } = method.apply(partsOf(check), profile, subject.credential, requestPlaceOf(subject));
  return {
    guard,
    request: {
      method: check.method,
      url: urlOf(baseUrl, rest),
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
  };
}

function partsOf(check: Check): RequestParts {
  const plain = { path: check.path, headers: { accept: 'application/json' }, query: {} };
  if (check.method === 'GET' || check.body === 'none') return plain;
  return {
    ...plain,
    headers: { ...plain.headers, 'content-type': 'application/json' },
    body: check.body ?? {},
  };
}

function urlOf(baseUrl: string, { path, query }: Pick<RequestParts, 'path' | 'query'>): string {
  const url = new URL(`${baseUrl}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
