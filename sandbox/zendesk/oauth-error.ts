import { type Answer, json } from '../answer.ts';

/**
 * Texts of the library that Zendesk's other responses match word for word.
 * @see https://github.com/nov/rack-oauth2/blob/main/lib/rack/oauth2/server/token/error.rb
 */
const tokenErrors = {
  invalid_request: {
    status: 400,
    description:
      'The request is missing a required parameter, includes an unsupported parameter or parameter value, repeats a parameter, includes multiple credentials, utilizes more than one mechanism for authenticating the client, or is otherwise malformed.',
  },
  invalid_client: {
    status: 401,
    description:
      'The client identifier provided is invalid, the client failed to authenticate, the client did not include its credentials, provided multiple client credentials, or used unsupported credentials type.',
  },
  invalid_grant: {
    status: 400,
    description:
      'The provided access grant is invalid, expired, or revoked (e.g. invalid assertion, expired authorization token, bad end-user password credentials, or mismatching authorization code and redirection URI).',
  },
  unsupported_grant_type: {
    status: 400,
    description:
      'The access grant included - its type or another attribute - is not supported by the authorization server.',
  },
  invalid_scope: {
    status: 400,
    description: 'The requested scope is invalid, unknown, malformed, or exceeds the previously granted scope.',
  },
} as const;

export function tokenError(error: keyof typeof tokenErrors): Answer {
  const { status, description } = tokenErrors[error];
  const headers = status === 401 ? { 'www-authenticate': 'Basic realm="OAuth2 Token Endpoint"' } : {};
  return json(status, { error, error_description: description }, { 'cache-control': 'no-store', ...headers });
}

export const authorizeErrors = {
  access_denied: 'The end-user or authorization server denied the request',
  invalid_request: 'The request is missing a required parameter or includes an unsupported parameter or value',
  invalid_scope: 'The requested scope is invalid, unknown, or malformed',
  unsupported_response_type: 'The requested response_type is not supported',
} as const;
