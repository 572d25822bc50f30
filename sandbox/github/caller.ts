import type { Answer } from '../answer.ts';
import { lookUp } from '../look-up.ts';
import type { Handler, ProductRequest } from '../product.ts';
import { takeFromWindow } from '../rate-window.ts';
import type { World } from '../world.ts';
import {
  badCredentials,
  forbiddenAgent,
  rateLimitExceeded,
  requiresAuthentication,
  singleSignOnRequired,
} from './problem.ts';
import { type GithubUser, githubUsers } from './seed.ts';

/** The caller, and what the token may do. */
export interface GithubCaller {
  readonly user: GithubUser;
  readonly scopes: readonly string[];
}

const hourly = { calls: 5000, milliseconds: 3_600_000 };

/** Guards a route of the API: it needs a token, as `Bearer` or `token`, and calls left in this hour. */
export function withCaller(world: World, serve: (caller: GithubCaller, request: ProductRequest) => Answer): Handler {
  return (request) => {
    if (!request.headers['user-agent']) return forbiddenAgent();
    const authorization = request.headers.authorization;
    if (authorization === undefined) return requiresAuthentication();
    const caller = callerOf(world, /^(?:bearer|token) +(\S+)$/i.exec(authorization)?.[1] ?? '');
    if (!caller) return badCredentials();
    const use = takeFromWindow(world.state().github.windows, caller.user.id, hourly, world.now());
    const exceeded = use.exceeded && world.state().rateLimitsEnforced;
    const { singleSignOn } = world.state().github;
    const isBlocked = singleSignOn === 'required' && request.path !== '/user';
    const served = () => (isBlocked ? singleSignOnRequired() : serve(caller, request));
    const answer = exceeded ? rateLimitExceeded(caller.user) : served();
    return { ...answer, headers: { ...answer.headers, ...headersOf(world, caller, use) } };
  };
}

function callerOf(world: World, token: string): GithubCaller | undefined {
  const { accessTokens, revokedTokens } = world.state().github;
  const granted = lookUp(accessTokens, token);
  const user = githubUsers.find(({ id, personalToken }) =>
    granted ? id === granted.userId : personalToken === token && !revokedTokens.includes(id),
  );
  return user && { user, scopes: granted?.scopes ?? user.personalTokenScopes };
}

function headersOf(world: World, { scopes }: GithubCaller, use: ReturnType<typeof takeFromWindow>) {
  return {
    'x-oauth-scopes': scopes.join(', '),
    'x-ratelimit-limit': String(hourly.calls),
    'x-ratelimit-remaining': String(use.remaining),
    'x-ratelimit-reset': String(Math.floor(world.now() / 1000) + use.resetSeconds),
    'x-ratelimit-resource': 'core',
  };
}
