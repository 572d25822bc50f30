import { OAuthRefusedError, type RefusalKind } from '../../errors.ts';
import type { AnyOAuth2Profile } from '../../model/profile.ts';
import type { GrantType } from './token-answer.ts';

/** Mistakes in how the deployment is registered at the product; asking the person again would not fix them. */
const MISCONFIGURED: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  // no person is asked at the token endpoint; Atlassian returns this for a wrong client secret
  'access_denied',
  'invalid_scope',
  'invalid_request',
  'invalid_target',
  'unsupported_grant_type',
  'unsupported_response_type',
  'unsupported_token_type',
  'invalid_redirect_uri',
  'redirect_uri_mismatch',
  'incorrect_client_credentials',
]);

export interface ErrorAnswer {
  readonly status: number;
  readonly error: unknown;
  readonly retryAfter: string | undefined;
}

/**
 * What a refusal at the token endpoint means. The `error` value decides, not the status, except for 429 and 5xx, which say
 * nothing about the grant. An unknown error is `transient`, so that it cannot end a grant.
 */
export function refusalOf(answer: ErrorAnswer, profile: AnyOAuth2Profile, grantType: GrantType): OAuthRefusedError {
  const error = errorCode(answer.error);
  return new OAuthRefusedError(
    kindOf(answer.status, error, profile, grantType),
    error,
    readRetryAfter(answer.retryAfter),
  );
}

/** An authorization response with `error` (RFC 6749 section 4.1.2.1): here a person was asked. */
export function refusalOfCallback(rawError: string): OAuthRefusedError {
  const error = errorCode(rawError);
  if (error === 'access_denied') return new OAuthRefusedError('denied', error);
  if (MISCONFIGURED.has(error)) return new OAuthRefusedError('misconfigured', error);
  const later = error === 'server_error' || error === 'temporarily_unavailable';
  return new OAuthRefusedError(later ? 'transient' : 'denied', error);
}

function kindOf(status: number, error: string, profile: AnyOAuth2Profile, grantType: GrantType): RefusalKind {
  if (status === 429 || status >= 500) return 'transient';
  if (error === 'invalid_grant') return 'reauthorize';
  // an error that means a dead grant at refresh can be the deployment's fault when a code is exchanged
  if (isDeadGrant(error, profile) && (grantType === 'refresh_token' || !MISCONFIGURED.has(error))) return 'reauthorize';
  return MISCONFIGURED.has(error) ? 'misconfigured' : 'transient';
}

function isDeadGrant(error: string, profile: AnyOAuth2Profile): boolean {
  return profile.grant !== 'client_credentials' && profile.deadGrantErrors?.includes(error) === true;
}

/** The server's error code, if it has the syntax of one; never free text, which could contain anything. */
function errorCode(value: unknown): string {
  return typeof value === 'string' && /^[A-Za-z0-9_.-]{1,64}$/.test(value) ? value : 'invalid_response';
}

/** In seconds. The sender has converted dates. */
function readRetryAfter(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}
