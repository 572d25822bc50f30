import type { TokenCredential } from '../../model/credential.ts';
import type { HttpResponse } from '../../model/http.ts';
import { parsedJson, valueAt } from '../../model/json.ts';
import type { AnyOAuth2Profile, RevocationCall } from '../../model/profile.ts';
import type { MethodContext, RequestParts, Revocation } from '../auth-method.ts';
import { place } from '../placements.ts';
import { basicCredentials } from './basic-credentials.ts';
import { endpointUrl } from './endpoint-url.ts';

type TokenType = 'refresh_token' | 'access_token';

/** Revokes the tokens with the product's own request, one for each token. */
export async function callRevocation(
  profile: AnyOAuth2Profile,
  call: RevocationCall,
  credential: TokenCredential,
  context: MethodContext,
): Promise<Revocation> {
  const { refreshToken, accessToken } = credential;
  const outcomes: Revocation[] = [];
  for (const type of call.tokens ?? (['refresh_token', 'access_token'] as const)) {
    const token = type === 'access_token' ? accessToken : refreshToken;
    if (token === undefined) continue;
    const request = requestFor(profile, call, { token, tokenType: type, accessToken }, context);
    outcomes.push(judge(call, await context.send(request)));
  }
  if (outcomes.includes('failed')) return 'failed';
  return outcomes.includes('revoked') ? 'revoked' : 'unsupported';
}

function requestFor(
  profile: AnyOAuth2Profile,
  call: RevocationCall,
  token: { readonly token: string; readonly tokenType: TokenType; readonly accessToken: string },
  context: MethodContext,
) {
  const url = endpointUrl(call.url, context.tenant);
  const { clientId, clientSecret = '' } = profile;
  const hasBody = call.placements.some((placement) => placement.in === 'body');
  const parts: RequestParts = {
    path: decodedBraces(url.pathname),
    headers: { accept: 'application/json' },
    query: {},
    ...(hasBody ? { body: {} } : {}),
  };
  const values = {
    ...token,
    clientId,
    clientSecret,
    basic: basicCredentials(clientId, clientSecret),
    ...(context.tenant === undefined ? {} : { tenant: context.tenant }),
  };
  const placed = place(parts, call.placements, values);
  url.pathname = placed.path;
  for (const [name, value] of Object.entries(placed.query)) url.searchParams.set(name, value);
  const { contentType, body } = encoded(placed.body, call.format);
  return {
    method: call.method ?? 'POST',
    url: url.href,
    headers: { ...placed.headers, ...(contentType === undefined ? {} : { 'content-type': contentType }) },
    ...(body === undefined ? {} : { body }),
  };
}

/** Parsing the URL encoded the braces of its placements. */
function decodedBraces(path: string): string {
  return path.replace(/%7B(\w+)%7D/gi, '{$1}');
}

function encoded(body: RequestParts['body'], format: RevocationCall['format']) {
  if (body === undefined) return {};
  if (format === 'json') return { contentType: 'application/json', body: JSON.stringify(body) };
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) form.set(name, String(value));
  return { contentType: 'application/x-www-form-urlencoded', body: form.toString() };
}

/** If only the token authorizes the request, a refusal says nothing about the grant, so the person is told where to look. */
function judge(call: RevocationCall, answer: HttpResponse): Revocation {
  const { status } = answer;
  const error = errorOf(answer);
  if ((status >= 200 && status < 300) || error === 'invalid_token' || error === 'invalid_grant') return 'revoked';
  if (call.endedStatuses?.includes(status) === true) return 'revoked';
  if (error === 'unsupported_token_type') return 'unsupported';
  const byToken = !call.placements.some(({ value }) => /\{\{\s*(?:clientSecret|basic)\s*\}\}/.test(value));
  return byToken && (status === 401 || status === 403 || status === 404) ? 'unsupported' : 'failed';
}

/** The `error` in a response (RFC 7009 section 2.2.1). */
export function errorOf(answer: HttpResponse): unknown {
  return valueAt(parsedJson(answer.body), 'error');
}
