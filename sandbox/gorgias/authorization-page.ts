import { type Answer, page, redirect } from '../answer.ts';
import { type ConsentPerson, consentPage, readConsent } from '../consent-page.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import type { ProductRequest, Route } from '../product.ts';
import { randomSecret } from '../random-secret.ts';
import { isRegisteredRedirect, redirectWith } from '../registered-redirect.ts';
import type { World } from '../world.ts';
import { gorgiasBrand } from './gorgias-brand.ts';
import { gorgiasClient, gorgiasUsers } from './seed.ts';

interface AuthorizationRequest {
  readonly tenant: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | undefined;
  readonly nonce: string | null;
}

const codeLife = 5 * 60 * 1000;

/**
 * `{tenant}.gorgias.com/oauth/authorize`; PKCE is not enabled; a challenge is ignored.
 * @see https://github.com/gorgias/appstore-demo-app
 */
export function authorizationPage(world: World, host: string): readonly Route[] {
  const path = '/oauth/authorize';
  return [
    { method: 'GET', host, path, handle: (request) => showConsent(world, request) },
    { method: 'POST', host, path, handle: (request) => decide(world, request) },
  ];
}

function showConsent(world: World, request: ProductRequest): Answer {
  const authorization = readAuthorizationRequest(world, request);
  if ('refused' in authorization) return authorization.refused;
  const content = consentPage({
    brand: gorgiasBrand,
    appName: gorgiasClient.name,
    people: peopleOf(authorization.tenant),
    permissions: authorization.scopes.map((scope) => ({ scope, sentence: scopeSentences[scope] ?? scope })),
    returnTo: authorization.redirectUri,
    acceptLabel: 'Install',
    declineLabel: 'Cancel',
  });
  return page(200, content);
}

function decide(world: World, request: ProductRequest): Answer {
  const authorization = readAuthorizationRequest(world, request);
  if ('refused' in authorization) return authorization.refused;
  const { tenant, redirectUri, scopes, state, nonce } = authorization;
  const decision = readConsent(request, peopleOf(tenant));
  if (!decision) return errorPage('The form was not understood.');
  if (decision.decision === 'decline') return redirect(redirectWith(redirectUri, { error: 'access_denied', state }));

  const code = randomSecret();
  world.state().gorgias.codes[code] = {
    tenant,
    userId: decision.userId,
    scopes: [...scopes],
    redirectUri,
    nonce,
    expiresAt: world.now() + codeLife,
  };
  return redirect(redirectWith(redirectUri, { code, state }));
}

function readAuthorizationRequest(
  world: World,
  request: ProductRequest,
): AuthorizationRequest | { readonly refused: Answer } {
  const query = request.url.searchParams;
  if (query.get('client_id') !== gorgiasClient.clientId) return { refused: errorPage('This app does not exist.') };
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRegisteredRedirect(redirectUri, world.state().gorgias.redirectUris)) {
    return { refused: errorPage(`The redirect URL is not on the list of the app: ${redirectUri}`) };
  }

  const state = query.get('state') ?? undefined;
  const refuse = (error: string) => ({ refused: redirect(redirectWith(redirectUri, { error, state })) });
  if (query.get('response_type') !== 'code') return refuse('unsupported_response_type');
  const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean);
  const known = scopes.every((scope) => gorgiasClient.scopes.some((one) => one === scope));
  if (scopes.length === 0 || !known) return refuse('invalid_scope');
  return { tenant: request.params.tenant ?? '', redirectUri, scopes, state, nonce: query.get('nonce') };
}

function peopleOf(tenant: string): readonly ConsentPerson[] {
  return gorgiasUsers
    .filter((user) => user.tenant === tenant)
    .map(({ id, name, email, role }) => ({
      id,
      name,
      email,
      ...(role === 'observer' && { note: 'May look, not touch' }),
    }));
}

const scopeSentences: Readonly<Record<string, string>> = {
  openid: 'See who you are',
  email: 'See your e-mail address',
  profile: 'See your name',
  offline: 'Stay connected while you are away',
  'write:all': 'View and change everything in your account',
  'account:read': 'View the account',
  'tickets:read': 'View tickets',
  'tickets:write': 'Create and change tickets',
  'customers:read': 'View customers',
  'customers:write': 'Create and change customers',
  'users:read': 'View users',
  'integrations:read': 'View integrations',
};

function errorPage(sentence: string): Answer {
  const body = html`<h1>This app cannot be installed</h1><p>${sentence}</p>`;
  return page(400, pageLayout({ title: 'Error', brand: gorgiasBrand, body }));
}
