import * as client from 'openid-client';
import { ConfigurationError } from '../../errors.ts';
import type { AnyOAuth2Profile, OAuth2Profile } from '../../model/profile.ts';
import type { MethodContext } from '../auth-method.ts';
import { basicCredentials } from './basic-credentials.ts';
import { endpointUrl, isInsecureLoopback } from './endpoint-url.ts';
import { signedJwt } from './sign-jwt.ts';

/** The OAuth engine's configuration for requests to the token endpoint of a profile. */
export function configureToken(
  profile: AnyOAuth2Profile,
  url: string,
  { tenant, now }: Pick<MethodContext, 'tenant' | 'now'>,
): client.Configuration {
  return configure(profile, { token_endpoint: endpointUrl(url, tenant).href }, now);
}

/** The OAuth engine's configuration for one request of a profile, because each request has its own `customFetch`. */
export function configure(
  profile: AnyOAuth2Profile,
  endpoint: Readonly<Record<string, string>>,
  now = 0,
): client.Configuration {
  const { issuer, requiresIss }: Pick<OAuth2Profile, 'issuer' | 'requiresIss'> =
    profile.grant === 'client_credentials' ? {} : profile;
  const server = new client.Configuration(
    {
      // compared only if the profile names one: `callbackUrl` drops `iss` otherwise
      issuer: issuer ?? 'https://issuer.invalid',
      authorization_response_iss_parameter_supported: requiresIss === true,
      ...endpoint,
    },
    profile.clientId,
    undefined,
    clientAuthentication(profile, now),
  );
  // no limit here: the sender has one for the whole request
  server.timeout = 0;
  if (Object.values(endpoint).every((address) => isInsecureLoopback(new URL(address)))) {
    client.allowInsecureRequests(server);
  }
  return server;
}

function clientAuthentication(profile: AnyOAuth2Profile, now: number): client.ClientAuth {
  const { clientSecret, clientKey, clientAuthentication: how = 'client_secret_post' } = profile;
  if (how === 'private_key_jwt') return privateKeyJwt(profile, clientKey, now);
  // the TLS connection presents the certificate; the request contains only the client id (RFC 8705 section 2)
  if (how === 'tls_client_auth') return client.TlsClientAuth();
  if (clientSecret === undefined || how === 'none') return client.None();
  if (how === 'client_secret_as_user') return secretAsUser(clientSecret);
  return how === 'client_secret_basic' ? clientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret);
}

/** The engine would also encode `-` and `_`. Servers that compare without decoding, such as Gorgias, refuse that. */
function clientSecretBasic(clientSecret: string): client.ClientAuth {
  return (_server, { client_id }, _body, headers) => {
    headers.set('authorization', `Basic ${basicCredentials(client_id, clientSecret)}`);
  };
}

/** RFC 7617 with an empty password: the secret alone identifies the client. */
function secretAsUser(clientSecret: string): client.ClientAuth {
  return (_server, _client, _body, headers) => {
    headers.set('authorization', `Basic ${Buffer.from(`${clientSecret}:`, 'utf8').toString('base64')}`);
  };
}

/** RFC 7523 section 2.2; the audience is the issuer where the profile names one, else the endpoint itself. */
function privateKeyJwt(
  { clientId, ...profile }: AnyOAuth2Profile,
  key: AnyOAuth2Profile['clientKey'],
  now: number,
): client.ClientAuth {
  if (key === undefined) throw new ConfigurationError('private_key_jwt needs clientKey');
  return (server, _client, body) => {
    const named = profile.grant === 'client_credentials' ? undefined : profile.issuer;
    const audience = named ?? server.token_endpoint ?? server.revocation_endpoint ?? '';
    body.set('client_id', clientId);
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    body.set('client_assertion', signedJwt(key, { iss: clientId, sub: clientId, aud: audience }, now));
  };
}
