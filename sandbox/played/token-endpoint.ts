import { constants, createHash, createPublicKey, verify } from 'node:crypto';
import { type Answer, json } from '../answer.ts';
import { asObject, bodyParameters } from '../request-body.ts';
import type { PlayedDefinition, TokenWay } from './definition.ts';
import { setAt } from './dot-path.ts';
import { type Grant, type Grants, type Issued, issue } from './grants.ts';
import type { Customer, PlaceValues } from './place.ts';
import type { Received } from './wire.ts';

export interface TokenScene {
  readonly definition: PlayedDefinition;
  readonly way: TokenWay;
  readonly customer: Customer;
  readonly grants: Grants;
  readonly now: number;
  /** Who a bot that signs in by itself is. */
  readonly robot: string;
  /** Its own address, as the definition has it at the stand-in. */
  readonly endpoint: string;
  /** What comes with the grant from here, by dot path. */
  readonly given: PlaceValues;
}

/** The token endpoint, strictly in the format that the definition declares. */
export function answerTokenRequest(scene: TokenScene, request: Received): Answer {
  const { way } = scene;
  const parameters = bodyParameters(request.body) ?? {};
  const wrong = dialectProblem(way, request, parameters);
  if (wrong !== undefined) return problem('invalid_request', wrong);
  if (!isClient(way, request, parameters, scene)) return json(401, { error: 'invalid_client' });
  switch (String(parameters.grant_type)) {
    case 'authorization_code':
      return way.grant === 'authorization_code' ? byCode(scene, parameters) : problem('unsupported_grant_type');
    case 'refresh_token':
      return byRefreshToken(scene, parameters);
    case botGrantOf(way):
      return isRightBot(scene, parameters) ? byClient(scene) : problem('invalid_grant');
    case exchangeGrantOf(way):
      return isRightPerson(way, parameters) ? byExchange(scene) : problem('invalid_grant');
    default:
      return problem('unsupported_grant_type');
  }
}

/** Whether a request is for this way rather than for another one at the same endpoint: by its grant and its client. */
export function isAskedBy(way: TokenWay, { body, headers }: Pick<Received, 'body' | 'headers'>): boolean {
  const { grant_type: grant, client_id: client } = bodyParameters(body) ?? {};
  const byPerson = grant === 'authorization_code' || grant === 'refresh_token';
  const [, basic = ''] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
  const [named = client] = basic === '' ? [] : Buffer.from(basic, 'base64').toString('utf8').split(':');
  const isForPerson = way.grant === 'authorization_code' || (grant === 'refresh_token' && way.exchange !== undefined);
  return byPerson === isForPerson && (named === undefined || named === way.clientId);
}

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The grant for a bot itself; undefined if there is none. */
function botGrantOf(way: TokenWay): string | undefined {
  if (way.grant !== 'client_credentials' || way.exchange !== undefined) return undefined;
  if (way.accountId !== undefined) return 'account_credentials';
  return way.assertion === undefined ? 'client_credentials' : JWT_BEARER;
}

/** A token of somebody who signed in at the bot: the one that an exchange takes. */
export const PERSON_TOKEN = 'played-token-of-a-person';

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

function exchangeGrantOf(way: TokenWay): string | undefined {
  if (way.grant !== 'client_credentials' || way.exchange === undefined) return undefined;
  return way.exchange.kind === 'on_behalf_of' ? JWT_BEARER : TOKEN_EXCHANGE;
}

function isRightPerson(way: TokenWay, parameters: Parameters): boolean {
  if (way.grant !== 'client_credentials' || way.exchange === undefined) return false;
  const { kind, subjectTokenType, audience, resource } = way.exchange;
  if (kind === 'on_behalf_of') {
    return parameters.assertion === PERSON_TOKEN && parameters.requested_token_use === 'on_behalf_of';
  }
  return (
    parameters.subject_token === PERSON_TOKEN &&
    parameters.subject_token_type === subjectTokenType &&
    parameters.requested_token_type === ACCESS_TOKEN &&
    parameters.audience === audience &&
    parameters.resource === resource
  );
}

function isRightBot({ way, now, endpoint }: TokenScene, parameters: Parameters): boolean {
  if (way.grant !== 'client_credentials') return false;
  const { accountId, assertion, clientId, scopes, scopeSeparator } = way;
  if (accountId !== undefined) return parameters.account_id === accountId;
  if (assertion === undefined) return true;
  const claims = signedClaims(way, parameters.assertion, now);
  return (
    claims !== undefined &&
    claims.iss === (assertion.issuer ?? clientId) &&
    claims.sub === assertion.subject &&
    claims.aud === (assertion.audience ?? endpoint) &&
    (assertion.scopesIn === 'parameter' || scopes.length === 0 || claims.scope === scopes.join(scopeSeparator))
  );
}

/** The claims of a JWT that is signed with the client's key and has not expired. */
function signedClaims(way: TokenWay, given: unknown, now: number): Readonly<Record<string, unknown>> | undefined {
  const [header = '', payload = '', signature = ''] = String(given).split('.');
  const { clientKey } = way;
  if (clientKey === undefined) return undefined;
  const key = createPublicKey(clientKey.privateKey.replaceAll('\\n', '\n'));
  const options = {
    RS256: key,
    PS256: { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
    ES256: { key, dsaEncoding: 'ieee-p1363' as const },
    EdDSA: key,
  }[clientKey.algorithm];
  const digest = clientKey.algorithm === 'EdDSA' ? null : 'sha256';
  if (!verify(digest, Buffer.from(`${header}.${payload}`), options, Buffer.from(signature, 'base64url')))
    return undefined;
  const claims = asObject(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return Number(claims?.exp) * 1000 > now ? claims : undefined;
}

type Parameters = Readonly<Record<string, unknown>>;

function dialectProblem(way: TokenWay, request: Received, parameters: Parameters): string | undefined {
  if (request.method !== 'POST') return 'a POST is needed';
  if (request.body.encoding !== way.tokenRequestFormat) return `the body must be ${way.tokenRequestFormat}`;
  for (const [name, value] of Object.entries(way.tokenParams)) {
    if (String(parameters[name]) !== value) return `${name} is missing`;
  }
  for (const [name, value] of Object.entries(way.tokenHeaders)) {
    if (request.headers[name.toLowerCase()] !== value) return `the header ${name} is missing`;
  }
  return undefined;
}

/** The one way to authenticate that is declared; the secret stands nowhere else. */
export function isClient(
  way: TokenWay,
  { headers }: Pick<Received, 'headers'>,
  parameters: Parameters,
  { now, endpoint }: Pick<TokenScene, 'now' | 'endpoint'>,
): boolean {
  const { clientId, clientSecret, clientAuthentication } = way;
  if (clientAuthentication === 'private_key_jwt') {
    const audience = way.grant === 'authorization_code' ? (way.issuer ?? endpoint) : endpoint;
    const claims = signedClaims(way, parameters.client_assertion, now);
    const isOwn = claims?.iss === clientId && claims.sub === clientId && claims.aud === audience;
    return isOwn && parameters.client_secret === undefined;
  }
  const inHeader = headers.authorization;
  if (clientAuthentication === 'client_secret_basic') {
    const encoded = [clientId, clientSecret ?? ''].map((part) => new URLSearchParams([['', part]]).toString().slice(1));
    const wanted = `Basic ${Buffer.from(encoded.join(':')).toString('base64')}`;
    return inHeader === wanted && parameters.client_secret === undefined;
  }
  if (clientAuthentication === 'client_secret_as_user') {
    const wanted = `Basic ${Buffer.from(`${clientSecret}:`).toString('base64')}`;
    return inHeader === wanted && parameters.client_secret === undefined;
  }
  if (inHeader !== undefined || parameters.client_id !== clientId) return false;
  return clientAuthentication === 'none' || clientSecret === undefined || parameters.client_secret === clientSecret;
}

function byCode(scene: TokenScene, parameters: Parameters): Answer {
  const { grants, now, way, customer } = scene;
  const text = String(parameters.code);
  const code = grants.codes.get(text);
  grants.codes.delete(text);
  const fits =
    code !== undefined &&
    code.grant.way.id === way.id &&
    code.grant.customer.signInAt === customer.signInAt &&
    now < code.expiresAt &&
    parameters.redirect_uri === code.redirectUri &&
    isVerifier(code.challenge, parameters.code_verifier);
  if (!fits) return problem('invalid_grant');
  return tokens(scene, code.grant, issue(grants, code.grant, now, isRenewable(scene, code.grant)));
}

/** RFC 7636 section 4.6. */
function isVerifier(challenge: string | null, verifier: unknown): boolean {
  if (challenge === null) return verifier === undefined;
  return typeof verifier === 'string' && createHash('sha256').update(verifier).digest('base64url') === challenge;
}

function isRenewable({ way, definition }: TokenScene, { scopes }: Grant): boolean {
  const { refreshScope } = definition;
  return way.refreshTokens !== 'none' && (refreshScope === undefined || scopes.includes(refreshScope));
}

function byRefreshToken(scene: TokenScene, parameters: Parameters): Answer {
  const { grants, now, way, customer } = scene;
  const text = String(parameters.refresh_token);
  const known = grants.refresh.get(text);
  const dead = (way.grant === 'authorization_code' ? way.deadGrantErrors[0] : undefined) ?? 'invalid_grant';
  if (known === undefined || known.grant.way.id !== way.id || known.grant.customer.signInAt !== customer.signInAt) {
    return problem(dead);
  }
  if (!known.alive) {
    // RFC 9700 section 4.14.2: whoever presents a used one may have stolen it
    known.grant.alive = false;
    return problem(dead);
  }
  if (!known.grant.alive) return problem(dead);
  if (way.refreshTokens === 'reusable') return tokens(scene, known.grant, issue(grants, known.grant, now, true, text));
  known.alive = false;
  return tokens(scene, known.grant, issue(grants, known.grant, now, true));
}

function byClient(scene: TokenScene): Answer {
  const { grants, way, customer, now, robot } = scene;
  const grant: Grant = { way, customer, user: robot, scopes: way.scopes, alive: true };
  return tokens(scene, grant, issue(grants, grant, now, false));
}

/** With a refresh token where the way has some; RFC 8693 section 2.2.1 leaves it to the server. */
function byExchange(scene: TokenScene): Answer {
  const { grants, way, customer, now, robot } = scene;
  const grant: Grant = { way, customer, user: robot, scopes: way.scopes, alive: true };
  return tokens(scene, grant, issue(grants, grant, now, way.refreshTokens !== 'none'));
}

function tokens({ way, given }: TokenScene, grant: Grant, issued: Issued): Answer {
  const body: Record<string, unknown> = {
    access_token: issued.accessToken,
    token_type: way.tokenTypeIsBearer ? 'its-own' : 'Bearer',
    scope: grant.scopes.join(way.scopeSeparator),
    ...(issued.expiresIn === undefined ? {} : { expires_in: issued.expiresIn }),
    ...(issued.refreshToken === undefined ? {} : { refresh_token: issued.refreshToken }),
  };
  for (const [path, value] of Object.entries(given)) setAt(body, path, value);
  return json(200, body, { 'cache-control': 'no-store' });
}

function problem(error: string, description?: string): Answer {
  return json(400, { error, ...(description === undefined ? {} : { error_description: description }) });
}
