import { OAuthRefusedError } from '../../errors.ts';
import { holdsKey } from '../../model/holds-key.ts';
import type { HttpResponse } from '../../model/http.ts';
import { parsedJson, record, text } from '../../model/json.ts';
import type { AnyOAuth2Profile } from '../../model/profile.ts';
import type { MethodContext } from '../auth-method.ts';
import { refusalOf } from './refusal.ts';

/** A token response, reduced to the fields of RFC 6749 section 5.1 and their proper types. */
export interface TokenAnswer {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Seconds, up to 10 years; absent if the response has no positive number. */
  readonly expiresIn?: number;
  readonly scopes?: readonly string[];
  /** The integration's grant values, see `GrantValue`. */
  readonly values: Readonly<Record<string, string>>;
}

export type GrantType = 'authorization_code' | 'refresh_token' | 'client_credentials';

/** RFC 6750 section 2.1. The token goes into a header, where a line break would inject another one. */
const B64TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/;
/** RFC 6749 appendix A.17. */
const REFRESH_TOKEN = /^[\x20-\x7e]+$/;
const SCOPE_TOKEN = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
const LONGEST_TOKEN = 16 * 1024;
const TEN_YEARS = 10 * 365 * 24 * 60 * 60;

interface AnswerContext {
  /** The secrets of the request, see `secretsOf`. Called only for a refusal. */
  readonly sent?: () => readonly string[];
  readonly valuesOf?: MethodContext['valuesOf'];
}

/**
 * Reads a token response as products really send it: any 2xx, a missing `token_type`, numbers as strings, errors with status
 * 200. Drops other fields, such as an `id_token`.
 *
 * If a response has a token *and* an `error`, its status decides, for every grant type. With 2xx the token counts: a renewal
 * has ended the old tokens, so dropping the new ones would end the connection, while a token that does not work is noticed by
 * the check of a new connection, or by the first call. Any other status is a refusal (RFC 6749 section 5.2).
 *
 * @throws OAuthRefusedError
 */
export function readTokenAnswer(
  answer: HttpResponse,
  profile: AnyOAuth2Profile,
  grantType: GrantType,
  { sent = () => [], valuesOf = () => ({}) }: AnswerContext = {},
): TokenAnswer {
  const body = jsonObject(answer.body);
  const { access_token: accessToken } = body;
  const success = answer.status >= 200 && answer.status < 300;
  if (!success || typeof accessToken !== 'string' || accessToken === '') {
    const secrets = [...sent(), text(accessToken), text(body.refresh_token)];
    const error = holdsKey([text(body.error)], secrets) ? undefined : body.error;
    throw refusalOf({ status: answer.status, error, retryAfter: answer.headers['retry-after'] }, profile, grantType);
  }
  if (!isToken(accessToken, B64TOKEN)) throw new OAuthRefusedError('transient', 'invalid_token_syntax');
  if (!isBearer(body.token_type) && profile.tokenTypeIsBearer !== true) {
    throw new OAuthRefusedError('misconfigured', 'unsupported_token_type');
  }
  const refreshToken = readRefreshToken(body.refresh_token);
  const expiresIn = readSeconds(body.expires_in);
  const scopes = readScopes(body.scope, [accessToken, refreshToken ?? ''], profile.scopeSeparator);
  return {
    accessToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(expiresIn === undefined ? {} : { expiresIn }),
    ...(scopes === undefined ? {} : { scopes }),
    values: valuesOf(body),
  };
}

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  return record(parsedJson(text.replace(/^\ufeff/, '')));
}

function isToken(value: string, syntax: RegExp): boolean {
  return value.length <= LONGEST_TOKEN && syntax.test(value);
}

function isBearer(tokenType: unknown): boolean {
  if (tokenType === undefined || tokenType === null || tokenType === '') return true;
  return typeof tokenType === 'string' && tokenType.toLowerCase() === 'bearer';
}

function readRefreshToken(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string' && isToken(value, REFRESH_TOKEN)) return value;
  throw new OAuthRefusedError('transient', 'invalid_token_syntax');
}

function readSeconds(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof seconds !== 'number' || !(seconds > 0)) return undefined;
  return Math.min(seconds, TEN_YEARS);
}

/** Some servers separate scopes with commas in the response and with spaces in the request, or the other way round. */
function readScopes(value: unknown, tokens: readonly string[], separator = ' '): readonly string[] | undefined {
  const texts = (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');
  const scopes = texts.flatMap((text) => text.replaceAll(separator, ' ').split(/[\s,]+/));
  const proper = [...new Set(scopes.filter((scope) => SCOPE_TOKEN.test(scope) && !holdsKey([scope], tokens)))];
  return proper.length === 0 ? undefined : proper;
}
