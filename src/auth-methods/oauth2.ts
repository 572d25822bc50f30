import { ConfigurationError } from '../errors.ts';
import type { Credential, TokenCredential } from '../model/credential.ts';
import { type AnyOAuth2Profile, type Profile, renewalUrl } from '../model/profile.ts';
import type { AuthMethod } from './auth-method.ts';
import { clientCredentialsGrant, refresh } from './oauth2/protocol.ts';
import { revoke } from './oauth2/revocation.ts';
import { place } from './placements.ts';

/** An access token. It is renewed with its refresh token, if it has one, or requested again by the bot itself. */
export const oauth2 = {
  apply: (parts, profile, credential, where) => {
    const [, token] = both(profile, credential);
    return place(parts, profile.placements, { ...token.values, ...where, accessToken: token.accessToken });
  },
  renew: async (profile, credential, context) => {
    const [client, token] = both(profile, credential);
    // an exchange cannot be repeated here: only the bot has the person's token, during a turn
    if (client.grant === 'client_credentials' && client.exchange === undefined) {
      return clientCredentialsGrant(client, context, renewalUrl(client));
    }
    return token.refreshToken === undefined ? undefined : refresh(client, token, context);
  },
  revoke: async (profile, credential, context) => {
    if (profile.method !== 'oauth2' || credential.type !== 'oauth2') return 'unsupported';
    return revoke(profile, credential, context);
  },
} satisfies AuthMethod;

function both(profile: Profile, credential: Credential): readonly [AnyOAuth2Profile, TokenCredential] {
  if (profile.method !== 'oauth2' || credential.type !== 'oauth2') {
    throw new ConfigurationError(`${profile.id} needs an OAuth 2.0 token`);
  }
  return [profile, credential];
}
