import { type Answer, json } from '../answer.ts';
import { bearerOf } from '../credentials-of.ts';
import { lookUp } from '../look-up.ts';
import type { Handler, ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import { type JiraSite, type JiraUser, jiraSites, jiraUsers } from './seed.ts';

/** Whose token it is, and what the person's grant still allows it. */
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

/** Guards a route of `/ex/jira/{cloudId}`: bearer, then site, then scope. */
export function withScope(
  world: World,
  scope: string,
  handle: (caller: SiteCaller, request: ProductRequest) => Answer,
): Handler {
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
