import { type Answer, json, page } from '../answer.ts';
import { basicOf, bearerOf } from '../credentials-of.ts';
import { html } from '../html.ts';
import { lookUp } from '../look-up.ts';
import { pageLayout } from '../page-layout.ts';
import type { Handler, ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import { jiraBrand } from './jira-brand.ts';
import { problem } from './problem.ts';
import { type JiraSite, type JiraUser, jiraApiTokens, jiraClient, jiraSites, jiraUsers } from './seed.ts';

/** The owner of the token, and what the person's grant still allows. */
export interface Caller {
  readonly user: JiraUser;
  readonly scopes: readonly string[];
  readonly cloudIds: readonly string[];
}

/** The bearer's owner, if the token is known, not expired, and its grant not revoked. */
export function findCaller(world: World, request: ProductRequest): Caller | undefined {
  const { accessTokens, grants } = world.state().jira;
  const token = lookUp(accessTokens, bearerOf(request) ?? '');
  if (!token || world.now() >= token.expiresAt) return undefined;
  const grant = grants[token.userId];
  const user = jiraUsers.find(({ id }) => id === token.userId);
  if (!grant || !user) return undefined;
  return { user, scopes: token.scopes.filter((scope) => grant.scopes.includes(scope)), cloudIds: grant.cloudIds };
}

export interface SiteCaller extends Caller {
  readonly site: JiraSite;
}

export type ServeSite = (caller: SiteCaller, request: ProductRequest) => Answer;

/** Guards a route of the REST API and identifies the caller. */
export type ApiGuard = (world: World, scope: string, handle: ServeSite) => Handler;

/** Guards a route of `/ex/jira/{cloudId}`: bearer, then site, then scope. */
export function withScope(world: World, scope: string, handle: ServeSite): Handler {
  return (request) => {
    const caller = findCaller(world, request);
    if (!caller) return unauthorized();
    const site = jiraSites.find(({ cloudId }) => cloudId === request.params.cloudId);
    if (!site || !caller.cloudIds.includes(site.cloudId)) return json(404, { code: 404, message: 'Not Found' });
    if (!caller.scopes.includes(scope)) return json(401, { code: 401, message: 'Unauthorized; scope does not match' });
    return handle({ ...caller, site }, request);
  };
}

export function unauthorized(): Answer {
  return json(401, { code: 401, message: 'Unauthorized' });
}

/**
 * Guards the same route of `{site}.atlassian.net`: e-mail address and API token (RFC 7617), which has no scopes. Without one, or with a
 * wrong one, the caller is anonymous and sees what anybody can see: only a header tells.
 * @see https://github.com/MrRefactoring/jira.js/issues/418
 */
export function withApiToken(world: World, _scope: string, handle: ServeSite): Handler {
  return (request) => {
    const site = jiraSites.find(({ name }) => name === request.params.site);
    if (!site)
      return page(404, pageLayout({ title: 'Not found', brand: jiraBrand, body: html`<h1>No such site</h1>` }));
    const user = tokenOwner(world, request);
    if (!user) return asNobody(request);
    if (!user.sites.includes(site.name)) return problem(403, ['You do not have access to Jira.']);
    return handle({ user, site, scopes: jiraClient.scopes, cloudIds: [site.cloudId] }, request);
  };
}

function tokenOwner(world: World, request: ProductRequest): JiraUser | undefined {
  const given = basicOf(request);
  const user = jiraUsers.find(({ email }) => email === given?.user.toLowerCase());
  if (!user || world.state().jira.revokedApiTokens.includes(user.id)) return undefined;
  return jiraApiTokens[user.id] === given?.password ? user : undefined;
}

/** No project here is public. */
function asNobody({ path, headers }: ProductRequest): Answer {
  const failed = headers.authorization === undefined ? {} : { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' };
  if (path.endsWith('/search/jql')) return json(200, { issues: [], isLast: true }, failed);
  if (path.endsWith('/project/search')) return json(200, { values: [], total: 0, isLast: true }, failed);
  if (path.includes('/issue/')) {
    return json(
      404,
      { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
      failed,
    );
  }
  const challenge = { ...failed, 'www-authenticate': 'OAuth realm="sandbox"' };
  return json(401, { message: 'Client must be authenticated to access this resource.', 'status-code': 401 }, challenge);
}
