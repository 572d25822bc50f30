import * as client from 'openid-client';
import type { TokenCredential } from '../../model/credential.ts';
import type { AnyOAuth2Profile } from '../../model/profile.ts';
import type { MethodContext, Revocation } from '../auth-method.ts';
import { configure } from './client-configuration.ts';
import { endpointUrl } from './endpoint-url.ts';
import { postForm } from './post-form.ts';
import { callRevocation, errorOf } from './revocation-call.ts';

/**
 * Revokes the grant at the product: the refresh token first, because most servers end its access tokens with it (RFC 7009
 * section 2.1). Never throws.
 */
export async function revoke(
  profile: AnyOAuth2Profile,
  credential: TokenCredential,
  context: MethodContext,
): Promise<Revocation> {
  try {
    if (profile.revocation !== undefined) return await callRevocation(profile, profile.revocation, credential, context);
    if (profile.revocationUrl === undefined) return 'unsupported';
    const url = endpointUrl(profile.revocationUrl, context.tenant);
    if (profile.revocationRequest === 'delete') return await deleteToken(url, credential, context);
    const { refreshToken, accessToken } = credential;
    const outcomes: Revocation[] = [];
    if (refreshToken !== undefined)
      outcomes.push(await revokeToken(profile, url, refreshToken, 'refresh_token', context));
    outcomes.push(await revokeToken(profile, url, accessToken, 'access_token', context));
    if (outcomes.includes('failed')) return 'failed';
    return outcomes.includes('revoked') ? 'revoked' : 'unsupported';
  } catch {
    return 'failed';
  }
}

async function revokeToken(
  profile: AnyOAuth2Profile,
  url: URL,
  token: string,
  hint: 'refresh_token' | 'access_token',
  context: MethodContext,
): Promise<Revocation> {
  const server = configure(profile, { revocation_endpoint: url.href }, context.now);
  let status = 0;
  let error: unknown;
  server[client.customFetch] = async (address, request) => {
    const answer = await postForm(profile, context, address, request, {});
    status = answer.status;
    error = errorOf(answer);
    return Response.json({});
  };
  await client.tokenRevocation(server, token, { token_type_hint: hint });
  // servers return 200 for a token they do not know (RFC 7009 section 2.2); some call it invalid instead
  if ((status >= 200 && status < 300) || error === 'invalid_token' || error === 'invalid_grant') return 'revoked';
  return error === 'unsupported_token_type' ? 'unsupported' : 'failed';
}

/** For a product whose tokens are deleted like any other resource. An expired token can no longer delete itself. */
async function deleteToken(url: URL, credential: TokenCredential, context: MethodContext): Promise<Revocation> {
  const headers = { accept: 'application/json', authorization: `Bearer ${credential.accessToken}` };
  const { status } = await context.send({ method: 'DELETE', url: url.href, headers });
  if (status >= 200 && status < 300) return 'revoked';
  return status === 401 || status === 403 || status === 404 ? 'unsupported' : 'failed';
}
