import type { Answer } from '../answer.ts';
import type { Handler, ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import { notAuthorized } from './envelope.ts';
import { quotaExceeded, takeCall } from './quota.ts';
import { type JotformAccount, type JotformRegion, jotformAccounts } from './seed.ts';

/** The owner of the key, what it may do, and how many calls are left today. */
export interface KeyHolder {
  readonly account: JotformAccount;
  readonly mayWrite: boolean;
  readonly callsLeft: number;
}

/**
 * Guards a route: the key in the header `APIKEY` or the query `apiKey`, of an account of this host, with calls left.
 * Jotform ignores an `Authorization` header.
 * @see https://api.jotform.com/docs/#authentication
 */
export function withKey(
  world: World,
  region: JotformRegion,
  routeName: string,
  handle: (holder: KeyHolder, request: ProductRequest) => Answer,
): Handler {
  return (request) => {
    const key = keyOf(request);
    const account = jotformAccounts.find(
      (one) => one.region === region && (one.fullAccessKey === key || one.readOnlyKey === key),
    );
    if (!key || !account || world.state().jotform.revoked.includes(account.username)) return notAuthorized(routeName);
    const callsLeft = takeCall(world, account.username);
    if (callsLeft === undefined) return quotaExceeded(world);
    return handle({ account, mayWrite: account.fullAccessKey === key, callsLeft }, request);
  };
}

function keyOf(request: ProductRequest): string | undefined {
  const header = request.headers.apikey;
  if (typeof header === 'string' && header !== '') return header;
  return request.url.searchParams.get('apiKey') ?? undefined;
}
