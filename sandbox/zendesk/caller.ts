import type { Answer } from '../answer.ts';
import { basicOf, bearerOf } from '../credentials-of.ts';
import { lookUp } from '../look-up.ts';
import type { Handler, ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import { badBearer, forbidden, notAuthenticated } from './problem.ts';
import { covers } from './scopes.ts';
import { type ZendeskUser, zendeskApiTokens, zendeskUsers } from './seed.ts';
import type { ZendeskToken } from './state.ts';

/** The caller: by OAuth token, which has scopes, or by API token, which may do everything. */
export interface ZendeskCaller {
  readonly user: ZendeskUser;
  readonly token?: ZendeskToken;
}

/**
 * The meaning of the `Authorization` header. A wrong password is *anonymous*, not refused; a wrong API token or bearer is
 * refused. The API no longer supports passwords, so a correct one is anonymous too.
 */
export type Identification =
  | { readonly status: 'caller'; readonly caller: ZendeskCaller }
  | { readonly status: 'anonymous' }
  | { readonly status: 'refused'; readonly answer: Answer };

export function identify(world: World, request: ProductRequest): Identification {
  const { tenant } = request.params;
  const { zendesk } = world.state();
  const bearer = bearerOf(request);
  if (bearer !== undefined) {
    const token = zendesk.tokens.find((one) => one.accessToken === bearer && one.tenant === tenant);
    const user = zendeskUsers.find(({ id }) => id === token?.userId);
    const expired = token?.expiresAt != null && world.now() >= token.expiresAt;
    if (!token || !user || expired) return { status: 'refused', answer: badBearer() };
    return { status: 'caller', caller: { user, token } };
  }

  const basic = basicOf(request);
  if (!basic) return { status: 'anonymous' };
  if (!basic.user.endsWith('/token')) {
    return zendesk.apiTokensRetired ? { status: 'refused', answer: notAuthenticated() } : { status: 'anonymous' };
  }
  const email = basic.user.slice(0, -'/token'.length).toLowerCase();
  const user = zendeskUsers.find((one) => one.tenant === tenant && one.email === email);
  const right = !zendesk.apiTokensRetired && basic.password === lookUp(zendeskApiTokens, tenant ?? '');
  if (!user || !right) return { status: 'refused', answer: notAuthenticated() };
  return { status: 'caller', caller: { user } };
}

/** A route's work, for a known caller. */
export type ServeCaller = (world: World, caller: ZendeskCaller, request: ProductRequest) => Answer;

/** Guards a route by identity only. */
export function withCaller(world: World, serve: ServeCaller): Handler {
  return (request) => {
    const identified = identify(world, request);
    if (identified.status === 'refused') return identified.answer;
    if (identified.status === 'anonymous') return notAuthenticated();
    return serve(world, identified.caller, request);
  };
}

/** Guards a route by scope too; for OAuth tokens only, an API token has none. */
export function withScope(world: World, scope: string, serve: ServeCaller): Handler {
  return withCaller(world, (_world, caller, request) =>
    mayUse(caller, scope) ? serve(world, caller, request) : forbidden(),
  );
}

/** The Tickets API is for agents and administrators; customers have the Requests API. */
export function withAgent(world: World, scope: string, serve: ServeCaller): Handler {
  return withScope(world, scope, (_world, caller, request) =>
    caller.user.role === 'end-user' ? forbidden() : serve(world, caller, request),
  );
}

export function mayUse({ token }: ZendeskCaller, scope: string): boolean {
  return !token || covers(token.scopes, scope);
}
