import { parsedJson, record } from '../../model/json.ts';
import type { AnyOAuth2Profile } from '../../model/profile.ts';
import type { TokenAnswer } from './token-answer.ts';

const TEN_YEARS = 10 * 365 * 24 * 60 * 60 * 1000;

/**
 * When the access token expires, in milliseconds since the epoch, counted from before the request: by `expires_in`, else by
 * the token's own `exp` if it is a JWT (RFC 9068), else by the profile's `defaultExpiresIn`. Undefined: it does not expire.
 */
export function expiryOf(answer: TokenAnswer, profile: AnyOAuth2Profile, requestedAt: number): number | undefined {
  if (answer.expiresIn !== undefined) return requestedAt + Math.floor(answer.expiresIn * 1000);
  const expiry = jwtExpiry(answer.accessToken);
  if (expiry !== undefined && expiry > requestedAt) return Math.min(expiry, requestedAt + TEN_YEARS);
  return profile.defaultExpiresIn === undefined ? undefined : requestedAt + profile.defaultExpiresIn * 1000;
}

/** `exp` in milliseconds. Only the date is used, so the signature does not matter. */
function jwtExpiry(token: string): number | undefined {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  const { exp } = record(parsedJson(Buffer.from(payload, 'base64url').toString('utf8')));
  return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1000 : undefined;
}
