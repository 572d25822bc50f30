import type { Problem } from '../model/problem.ts';
import type { AnyOAuth2Profile, ClientCredentialsProfile } from '../model/profile.ts';
import { clientKeyProblem } from './oauth2/sign-jwt.ts';

/** True if the bot authorizes itself with a JWT that it signs. */
export function isSigned(profile: AnyOAuth2Profile): boolean {
  return profile.grant === 'client_credentials' && profile.assertion !== undefined;
}

/** Problems with the client's key, or its absence. No text contains any part of the key. */
export function clientKeyProblems(profile: AnyOAuth2Profile): readonly Problem[] {
  const { clientKey, clientAuthentication: how } = profile;
  const isNeeded = how === 'private_key_jwt' || how === 'tls_client_auth' || isSigned(profile);
  const signs = how === 'private_key_jwt' || isSigned(profile);
  const { accountId: account, exchange }: Pick<ClientCredentialsProfile, 'accountId' | 'exchange'> =
    profile.grant === 'client_credentials' ? profile : {};
  const unusable = clientKey === undefined ? undefined : clientKeyProblem(clientKey, { signs });
  const problems: (Problem | false)[] = [
    isNeeded && clientKey === undefined && { path: ['clientKey'], text: `${how ?? 'an assertion'} needs it` },
    !isNeeded && clientKey !== undefined && { path: ['clientKey'], text: 'nothing uses it' },
    unusable !== undefined && { path: ['clientKey'], text: unusable },
    how === 'tls_client_auth' &&
      clientKey !== undefined &&
      clientKey.certificate === undefined && { path: ['clientKey', 'certificate'], text: 'mutual TLS needs it' },
    exchange !== undefined &&
      (account !== undefined || isSigned(profile)) && {
        path: ['exchange'],
        text: 'there is another grant too: keep one',
      },
    account !== undefined && isSigned(profile) && { path: ['accountId'], text: 'there is an assertion too: keep one' },
  ];
  return problems.filter((problem) => problem !== false);
}
