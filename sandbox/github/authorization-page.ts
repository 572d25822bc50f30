import { type Answer, page, redirect } from '../answer.ts';
import { consentPage, readConsent } from '../consent-page.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import type { ProductRequest, Route } from '../product.ts';
import { randomSecret } from '../random-secret.ts';
import { isRegisteredRedirect, redirectWith } from '../registered-redirect.ts';
import type { World } from '../world.ts';
import { githubBrand } from './github-brand.ts';
import { githubClient, githubUsers } from './seed.ts';

interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | undefined;
  readonly codeChallenge: string | null;
}

const codeLife = 10 * 60 * 1000;

/**
 * `github.com/login/oauth/authorize`.
 * @see https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
 */
export function authorizationPage(world: World, host: string): readonly Route[] {
  const path = '/login/oauth/authorize';
  return [
    { method: 'GET', host, path, handle: (request) => showConsent(world, request) },
    { method: 'POST', host, path, handle: (request) => decide(world, request) },
  ];
}

function showConsent(world: World, request: ProductRequest): Answer {
  const authorization = readAuthorizationRequest(world, request);
  if ('refused' in authorization) return authorization.refused;
  const { scopes, redirectUri } = authorization;
  const content = consentPage({
    brand: githubBrand,
    appName: githubClient.name,
    people,
    permissions: [...scopes, ...(scopes.length === 0 ? [''] : [])].map((scope) => ({
      scope: scope || '(no scope)',
      sentence: sentences[scope] ?? scope,
    })),
    returnTo: redirectUri,
    acceptLabel: 'Authorize',
    declineLabel: 'Cancel',
  });
  return page(200, content);
}

function decide(world: World, request: ProductRequest): Answer {
  const authorization = readAuthorizationRequest(world, request);
  if ('refused' in authorization) return authorization.refused;
  const { redirectUri, scopes, state, codeChallenge } = authorization;
  const decision = readConsent(request, people);
  if (!decision) return errorPage(400, 'The form was not understood.');
  if (decision.decision === 'decline') {
    const denied = { error: 'access_denied', error_description: 'The user has denied your application access.', state };
    return redirect(redirectWith(redirectUri, denied));
  }
  const code = randomSecret(10);
  const expiresAt = world.now() + codeLife;
  world.state().github.codes[code] = {
    userId: decision.userId,
    scopes: [...scopes],
    redirectUri,
    codeChallenge,
    expiresAt,
  };
  return redirect(redirectWith(redirectUri, { code, state }));
}

/** An unknown app has no page; a wrong redirect URI is reported to the app's first one. */
function readAuthorizationRequest(
  world: World,
  request: ProductRequest,
): AuthorizationRequest | { readonly refused: Answer } {
  const query = request.url.searchParams;
  if (query.get('client_id') !== githubClient.clientId) return { refused: errorPage(404, 'This is not the page.') };
  const { redirectUris } = world.state().github;
  const redirectUri = query.get('redirect_uri') ?? '';
  const state = query.get('state') ?? undefined;
  if (!isRegisteredRedirect(redirectUri, redirectUris)) {
    const error_description = 'The redirect_uri is not associated with this application.';
    const [first] = redirectUris === 'loopback' ? [] : redirectUris;
    if (first === undefined) return { refused: errorPage(400, error_description) };
    return { refused: redirect(redirectWith(first, { error: 'redirect_uri_mismatch', error_description, state })) };
  }
  const codeChallenge = query.get('code_challenge');
  if (codeChallenge !== null && query.get('code_challenge_method') !== 'S256') {
    return { refused: errorPage(400, 'The code challenge method is not supported.') };
  }
  return { redirectUri, scopes: knownScopes(query.get('scope') ?? ''), state, codeChallenge };
}

/** Spaces or commas; an unknown scope is dropped silently. */
function knownScopes(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter((scope) => scope in sentences && scope !== ''))];
}

const sentences: Readonly<Record<string, string>> = {
  '': 'Public data only',
  repo: 'Read and write all your repositories, including private ones',
  public_repo: 'Read and write your public repositories',
  'read:user': 'Read your profile',
  'user:email': 'Read your e-mail addresses',
};

const people = githubUsers.map(({ id, name, email }) => ({ id, name, email }));

function errorPage(status: number, sentence: string): Answer {
  const title = status === 404 ? '404' : 'Whoops';
  return page(status, pageLayout({ title, brand: githubBrand, body: html`<h1>${title}</h1><p>${sentence}</p>` }));
}
