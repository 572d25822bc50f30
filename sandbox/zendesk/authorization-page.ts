import { type Answer, page, redirect } from '../answer.ts';
import { type ConsentPerson, consentPage, readConsent } from '../consent-page.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import type { ProductRequest, Route } from '../product.ts';
import { randomSecret } from '../random-secret.ts';
import { isRegisteredRedirect, redirectWith } from '../registered-redirect.ts';
import type { World } from '../world.ts';
import { authorizeErrors } from './oauth-error.ts';
import { beyond, splitScopes } from './scopes.ts';
import { type ZendeskClient, zendeskClients, zendeskUsers } from './seed.ts';
import { zendeskBrand } from './zendesk-brand.ts';

interface AuthorizationRequest {
  readonly tenant: string;
  readonly client: ZendeskClient;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | undefined;
  readonly codeChallenge: string | null;
}

/** Short, so that a client which asks the person something before it exchanges the code is too late. */
const codeLife = 120 * 1000;

/**
 * `{tenant}.zendesk.com/oauth/authorizations/new`.
 * @see https://support.zendesk.com/hc/en-us/articles/4408845965210
 */
export function authorizationPage(world: World, host: string): readonly Route[] {
  const path = '/oauth/authorizations/new';
  return [
    { method: 'GET', host, path, handle: (request) => showConsent(world, request) },
    { method: 'POST', host, path, handle: (request) => decide(world, request) },
  ];
}

function showConsent(world: World, request: ProductRequest): Answer {
  const authorization = readAuthorizationRequest(world, request);
  if ('refused' in authorization) return authorization.refused;
  const { client, tenant, scopes, redirectUri } = authorization;
  const content = consentPage({
    brand: zendeskBrand,
    appName: client.name,
    people: peopleOf(tenant),
    permissions: scopes.map((scope) => ({ scope, sentence: sentenceOf(scope) })),
    returnTo: redirectUri,
    acceptLabel: 'Allow',
    declineLabel: 'Deny',
  });
  return page(200, content);
}

function decide(world: World, request: ProductRequest): Answer {
  const authorization = readAuthorizationRequest(world, request);
  if ('refused' in authorization) return authorization.refused;
  const { tenant, client, redirectUri, scopes, state, codeChallenge } = authorization;
  const decision = readConsent(request, peopleOf(tenant));
  if (!decision) return errorPage('The form was not understood.');
  if (decision.decision === 'decline') return refuseByRedirect(redirectUri, 'access_denied', state);

  const code = randomSecret();
  world.state().zendesk.codes[code] = {
    tenant,
    clientId: client.identifier,
    userId: decision.userId,
    redirectUri,
    scopes: [...scopes],
    codeChallenge,
    expiresAt: world.now() + codeLife,
  };
  return redirect(redirectWith(redirectUri, { code, state }));
}

/** Checks the client and redirect URI first, and reports errors on a page; only then can it send errors to the client. */
function readAuthorizationRequest(
  world: World,
  request: ProductRequest,
): AuthorizationRequest | { readonly refused: Answer } {
  const query = request.url.searchParams;
  const tenant = request.params.tenant ?? '';
  const client = findClient(tenant, query.get('client_id'));
  if (!client) return { refused: errorPage('No such client.') };
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRegisteredRedirect(redirectUri, world.state().zendesk.redirectUris)) {
    return { refused: errorPage(`Invalid redirect URI: ${redirectUri}`) };
  }

  const state = query.get('state') ?? undefined;
  const refuse = (error: keyof typeof authorizeErrors) => ({ refused: refuseByRedirect(redirectUri, error, state) });
  if (query.get('response_type') !== 'code') return refuse('unsupported_response_type');
  const scopes = splitScopes(query.get('scope') ?? '');
  if (scopes.length === 0) return refuse('invalid_request');
  if (beyond(client.scopes, scopes).length > 0) return refuse('invalid_scope');
  const codeChallenge = query.get('code_challenge');
  if (codeChallenge === null && client.kind === 'public') return refuse('invalid_request');
  if (codeChallenge !== null && query.get('code_challenge_method') !== 'S256') return refuse('invalid_request');
  return { tenant, client, redirectUri, scopes, state, codeChallenge };
}

/** A client of this account, or a global one. */
export function findClient(tenant: string, identifier: unknown): ZendeskClient | undefined {
  return zendeskClients.find(
    (client) => client.identifier === identifier && (client.tenant === undefined || client.tenant === tenant),
  );
}

function peopleOf(tenant: string): readonly ConsentPerson[] {
  return zendeskUsers
    .filter((user) => user.tenant === tenant)
    .map(({ id, name, email, role }) => ({ id, name, email, note: roleNotes[role] }));
}

const roleNotes = { admin: 'Administrator', agent: 'Agent', 'end-user': 'Customer, not an agent' } as const;

function sentenceOf(scope: string): string {
  if (scope === 'read') return 'View everything you can view';
  if (scope === 'write') return 'Create, change and delete what you can change';
  const [resource = '', right] = scope.split(':');
  if (right === 'read') return `View ${resource}`;
  if (right === 'write') return `Create, change and delete ${resource}`;
  return scope;
}

function refuseByRedirect(redirectUri: string, error: keyof typeof authorizeErrors, state: string | undefined): Answer {
  return redirect(redirectWith(redirectUri, { error, error_description: authorizeErrors[error], state }));
}

function errorPage(sentence: string): Answer {
  const body = html`<h1>Invalid Authorization Request</h1><p>${sentence}</p>`;
  return page(400, pageLayout({ title: 'Invalid Authorization Request', brand: zendeskBrand, body }));
}
