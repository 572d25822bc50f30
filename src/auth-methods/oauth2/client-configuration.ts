import * as client from 'openid-client';
import type { AnyOAuth2Profile, OAuth2Profile } from '../../model/profile.ts';
import { basicCredentials } from './basic-credentials.ts';
import { endpointUrl, isInsecureLoopback } from './endpoint-url.ts';

/** The engine's view of a profile that only its token endpoint is asked with. */
export function configureToken(
  profile: AnyOAuth2Profile,
  url: string,
  tenant: string | undefined,
): client.Configuration {
  return configure(profile, { token_endpoint: endpointUrl(url, tenant).href });
}

/** The engine's view of a profile: one request's, because each has its own way out. */
export function configure(profile: AnyOAuth2Profile, endpoint: Readonly<Record<string, string>>): client.Configuration {
  const { issuer, requiresIss }: Pick<OAuth2Profile, 'issuer' | 'requiresIss'> =
    profile.grant === 'client_credentials' ? {} : profile;
  const server = new client.Configuration(
    {
      // never compared unless the profile names one: `callbackUrl` sees to it
      issuer: issuer ?? 'https://issuer.invalid',
      authorization_response_iss_parameter_supported: requiresIss === true,
      ...endpoint,
    },
    profile.clientId,
    undefined,
    clientAuthentication(profile),
  );
  // the sender keeps the time, of everything together
  server.timeout = 0;
  if (Object.values(endpoint).every((address) => isInsecureLoopback(new URL(address)))) {
    client.allowInsecureRequests(server);
  }
  return server;
}

function clientAuthentication(profile: AnyOAuth2Profile): client.ClientAuth {
  const { clientSecret, clientAuthentication: how = 'client_secret_post' } = profile;
  if (clientSecret === undefined || how === 'none') return client.None();
  return how === 'client_secret_basic' ? clientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret);
}

/** The engine would encode `-` and `_` as well, which servers that compare without decoding refuse, Gorgias among them. */
function clientSecretBasic(clientSecret: string): client.ClientAuth {
  return (_server, { client_id }, _body, headers) => {
    headers.set('authorization', `Basic ${basicCredentials(client_id, clientSecret)}`);
  };
}
