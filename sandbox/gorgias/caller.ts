import type { Answer } from '../answer.ts';
import { basicOf, bearerOf } from '../credentials-of.ts';
import { lookUp } from '../look-up.ts';
import type { Handler, ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import { problem, unauthorized } from './problem.ts';
import { type GorgiasUser, gorgiasUsers } from './seed.ts';

/** The caller: by e-mail and API key, or by an OAuth token with scopes. */
export interface GorgiasCaller {
  readonly user: GorgiasUser;
  readonly scopes?: readonly string[];
}

/** The user of `Authorization`, if it is valid for this account. */
export function findCaller(world: World, request: ProductRequest): GorgiasCaller | undefined {
  const { tenant } = request.params;
  const { gorgias } = world.state();
  const ofTenant = gorgiasUsers.filter((user) => user.tenant === tenant);

  const bearer = bearerOf(request);
  if (bearer !== undefined) {
    const token = lookUp(gorgias.accessTokens, bearer);
    const user = ofTenant.find(({ id }) => id === token?.userId);
    if (!token || !user || token.tenant !== tenant || world.now() >= token.expiresAt) return undefined;
    return { user, scopes: token.scopes };
  }
  const basic = basicOf(request);
  const user = ofTenant.find(({ email, apiKey }) => email === basic?.user && apiKey === basic.password);
  return user && !gorgias.revokedKeys.includes(user.id) ? { user } : undefined;
}

/** A route's work, for a known caller. */
export type ServeCaller = (world: World, caller: GorgiasCaller, request: ProductRequest) => Answer;

/** Guards a route. Only OAuth tokens need `scope`, and only agents may write. */
export function withCaller(world: World, scope: string | undefined, serve: ServeCaller): Handler {
  return (request) => {
    const caller = findCaller(world, request);
    if (!caller) return unauthorized();
    if (scope !== undefined && !mayUse(caller, scope)) return problem(403, `Missing scope ${scope}.`);
    if (request.method !== 'GET' && caller.user.role === 'observer') {
      return problem(403, 'You do not have permission to perform this action.');
    }
    return serve(world, caller, request);
  };
}

function mayUse({ scopes }: GorgiasCaller, scope: string): boolean {
  return !scopes || scopes.includes('write:all') || scopes.includes(scope);
}
