import type { CustomFetch } from 'openid-client';
import type { HttpRequest, HttpResponse } from '../../model/http.ts';
import type { AnyOAuth2Profile } from '../../model/profile.ts';
import type { MethodContext } from '../auth-method.ts';
import { pemText } from './sign-jwt.ts';
import { tokenRequestBody } from './token-request-body.ts';

type FetchOptions = Parameters<CustomFetch>[1];

/** Sends the engine's request in the body format and with the headers of the profile. */
export async function postForm(
  profile: AnyOAuth2Profile,
  context: MethodContext,
  url: string,
  request: FetchOptions,
  override: Readonly<Record<string, string>>,
): Promise<HttpResponse> {
  const form = new URLSearchParams(request.body as URLSearchParams);
  for (const [name, value] of Object.entries(override)) form.set(name, value);
  const { contentType, body } = tokenRequestBody(form, profile);
  return context.send({
    method: 'POST',
    url,
    headers: { ...lowerCased(profile.tokenHeaders), ...request.headers, 'content-type': contentType },
    body,
    ...certificateOf(profile),
  });
}

function certificateOf({ clientAuthentication, clientKey }: AnyOAuth2Profile): Pick<HttpRequest, 'certificate'> {
  if (clientAuthentication !== 'tls_client_auth' || clientKey?.certificate === undefined) return {};
  return { certificate: { cert: pemText(clientKey.certificate), key: pemText(clientKey.privateKey) } };
}

/** Parameters of a token request that nobody else may read. */
const SECRET_PARAMS = [
  'code',
  'code_verifier',
  'refresh_token',
  'client_secret',
  'client_assertion',
  'assertion',
  'subject_token',
] as const;

/** What a token request proves itself with. A response that repeats it must not get into a log or an error. */
export function secretsOf(profile: AnyOAuth2Profile, request: FetchOptions): readonly string[] {
  const form = new URLSearchParams(request.body as URLSearchParams);
  return [profile.clientSecret ?? '', ...SECRET_PARAMS.flatMap((name) => form.getAll(name))];
}

/** In lower case, like the engine's headers, so that a profile cannot set one of those twice. */
function lowerCased(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
