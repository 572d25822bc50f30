import { type Answer, json } from '../answer.ts';
import type { Handler, ProductRequest } from '../product.ts';
import { takeFromWindow } from '../rate-window.ts';
import type { World } from '../world.ts';

/** Per account, Growth and Professional plans. */
const accountLimit = { calls: 400, milliseconds: 60_000 };
const ticketListLimit = { calls: 100, milliseconds: 60_000 };

/** Adds rate headers to every response of the API; 429 beyond the limit. */
export function withRateLimit(world: World, request: ProductRequest, handle: Handler): Answer {
  const { tenant } = request.params;
  const { windows } = world.state().zendesk;
  const now = world.now();
  const account = takeFromWindow(windows, `${tenant}`, accountLimit, now);
  const isTicketList = request.method === 'GET' && /^\/api\/v2\/tickets(\.json)?$/.test(request.path);
  const list = isTicketList ? takeFromWindow(windows, `${tenant} tickets-index`, ticketListLimit, now) : undefined;

  const exceeded = world.state().rateLimitsEnforced && (account.exceeded || list?.exceeded);
  const answer = exceeded
    ? tooManyRequests(list?.exceeded ? list.resetSeconds : account.resetSeconds)
    : handle(request);
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'x-rate-limit': String(accountLimit.calls),
      'x-rate-limit-remaining': String(account.remaining),
      'ratelimit-limit': String(accountLimit.calls),
      'ratelimit-remaining': String(account.remaining),
      'ratelimit-reset': String(account.resetSeconds),
      ...(list && {
        'zendesk-ratelimit-tickets-index': `total=${ticketListLimit.calls}; remaining=${list.remaining}; resets=${list.resetSeconds}`,
      }),
    },
  };
}

export function tooManyRequests(seconds: number): Answer {
  const description = 'Number of allowed API requests per minute exceeded';
  return json(429, { error: 'APIRateLimitExceeded', description }, { 'retry-after': String(seconds) });
}
