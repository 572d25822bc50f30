import type { Answer } from '../answer.ts';
import type { Handler, ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import { accessDenied, loginFailed } from './problem.ts';
import { type FreshsalesUser, freshsalesUsers } from './seed.ts';

/** A route's work, for the owner of the key. */
export type ServeUser = (world: World, user: FreshsalesUser, request: ProductRequest) => Answer;

/**
 * Guards a route: `Authorization: Token token=KEY` and nothing else; the raw key, Basic and Bearer fail without a hint.
 * @see https://developers.freshworks.com/crm/api/#authentication
 */
export function withKey(world: World, permission: 'read_contacts' | 'everything', serve: ServeUser): Handler {
  return (request) => {
    const key = /^Token token="?([^\s"]+)"?$/.exec(request.headers.authorization ?? '')?.[1];
    const user = freshsalesUsers.find((one) => one.tenant === request.params.tenant && one.apiKey === key);
    if (!user || world.state().freshsales.revokedKeys.includes(user.id)) return loginFailed();
    if (user.restricted && permission === 'everything') return accessDenied();
    return serve(world, user, request);
  };
}
