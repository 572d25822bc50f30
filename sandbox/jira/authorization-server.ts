import { type Answer, page, redirect } from '../answer.ts';
import { type ConsentPerson, consentPage, readConsent } from '../consent-page.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import type { ProductRequest, Route } from '../product.ts';
import { randomSecret } from '../random-secret.ts';
import { isRegisteredRedirect, redirectWith } from '../registered-redirect.ts';
import type { World } from '../world.ts';
import { jiraBrand } from './jira-brand.ts';
import { jiraClient, jiraSites, jiraUsers } from './seed.ts';

interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | undefined;
}

const codeLife = 5 * 60 * 1000;

/**
 * `auth.atlassian.com/authorize`.
 * @see https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/
 */
export function authorizationServer(world: World): readonly Route[] {
  const host = '/jira/auth';
  const path = '/authorize';
  return [
    { method: 'GET', host, path, handle: (request) => showConsent(world, request) },
    { method: 'POST', host, path, handle: (request) => decide(world, request) },
  ];
}

function showConsent(world: World, request: ProductRequest): Answer {
  const authorization = readAuthorizationRequest(world, request.url.searchParams);
  if ('refused' in authorization) return authorization.refused;
  return page(200, consent(world, authorization));
}

function decide(world: World, request: ProductRequest): Answer {
  const authorization = readAuthorizationRequest(world, request.url.searchParams);
  if ('refused' in authorization) return authorization.refused;
  const { redirectUri, state } = authorization;

  const people = consentPeople(world);
  const decision = readConsent(request, people);
  if (!decision) return errorPage('invalid_request', 'The form was not understood.');
  if (decision.decision === 'decline') {
    const denied = { error: 'access_denied', error_description: 'User did not authorize the request', state };
    return redirect(redirectWith(redirectUri, denied));
  }
  const hasSites = people.some(({ id, options }) => id === decision.userId && options?.length);
  if (hasSites && decision.options.length === 0) {
    const again = { problem: 'Choose at least one site.', userId: decision.userId };
    return page(400, consent(world, authorization, again));
  }

  const { grants, codes } = world.state().jira;
  const earlier = grants[decision.userId]?.cloudIds ?? [];
  const scopes = [...authorization.scopes];
  grants[decision.userId] = { scopes, cloudIds: [...new Set([...earlier, ...decision.options])] };
  const code = randomSecret();
  codes[code] = { userId: decision.userId, redirectUri, scopes, expiresAt: world.now() + codeLife };
  return redirect(redirectWith(redirectUri, { code, state }));
}

/** Atlassian reports every misconfiguration on a page of its own, never by a redirect. */
function readAuthorizationRequest(
  world: World,
  query: URLSearchParams,
): AuthorizationRequest | { readonly refused: Answer } {
  const refuse = (error: string, description: string) => ({ refused: errorPage(error, description) });

  if (query.get('client_id') !== jiraClient.clientId) {
    return refuse('invalid_request', 'Unknown client. The client_id of the app is wrong.');
  }
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRegisteredRedirect(redirectUri, world.state().jira.redirectUris)) {
    return refuse(
      'unauthorized_client',
      `Callback URL mismatch. ${redirectUri} is not in the list of allowed callback URLs`,
    );
  }
  if (query.get('response_type') !== 'code') return refuse('unsupported_response_type', 'response_type must be code.');
  if (query.get('audience') !== 'api.atlassian.com') {
    return refuse('invalid_request', 'audience must be api.atlassian.com.');
  }
  if (query.get('prompt') !== 'consent') return refuse('invalid_request', 'prompt must be consent.');
  const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean);
  if (scopes.length === 0) return refuse('invalid_scope', 'scope must not be empty.');
  const foreign = scopes.find((scope) => !jiraClient.scopes.some((known) => known === scope));
  if (foreign) return refuse('invalid_scope', `${foreign} is not among the permissions of the app.`);
  return { redirectUri, scopes, state: query.get('state') ?? undefined };
}

function consent(
  world: World,
  { scopes, redirectUri }: AuthorizationRequest,
  again?: { readonly problem: string; readonly userId: string },
) {
  return consentPage({
    brand: jiraBrand,
    appName: jiraClient.name,
    people: consentPeople(world),
    optionsLegend: 'Use the app on',
    permissions: scopes.map((scope) => ({ scope, sentence: scopeSentences[scope] ?? scope })),
    returnTo: redirectUri,
    acceptLabel: 'Accept',
    declineLabel: 'Cancel',
    ...(again && { again }),
  });
}

function consentPeople(world: World): readonly ConsentPerson[] {
  return jiraUsers.map((user) => ({
    id: user.id,
    name: user.name,
    email: user.email,
    ...(user.sites.length === 0 && { note: 'Belongs to no Jira site' }),
    ...(user.confluence && { note: 'Has Jira and Confluence under one cloud id' }),
    options: jiraSites
      .filter((site) => user.sites.includes(site.name))
      .map((site) => ({ value: site.cloudId, label: site.title, hint: `${world.url()}/jira/site/${site.name}` })),
  }));
}

const scopeSentences: Readonly<Record<string, string>> = {
  'read:jira-work': 'View and search Jira projects and issues',
  'write:jira-work': 'Create, edit and delete Jira issues',
  'read:jira-user': 'View your Jira profile and other people on the site',
  'manage:jira-project': 'Manage Jira projects',
  'manage:jira-configuration': 'Manage the configuration of Jira',
  'manage:jira-webhook': 'Manage Jira webhooks',
  'read:confluence-content.summary': 'View Confluence page summaries',
  offline_access: 'Stay connected while you are away',
};

/** Stands for `id.atlassian.com/error?error=…&error_description=…`. */
function errorPage(error: string, description: string): Answer {
  const body = html`<h1>Something went wrong</h1>
<p>${description}</p>
<dl><dt>error</dt><dd><code>${error}</code></dd></dl>
<p class="soft">If you are the developer of this app, check its settings in the developer console.</p>`;
  return page(400, pageLayout({ title: 'Something went wrong', brand: jiraBrand, body }));
}
