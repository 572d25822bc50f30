import type { Answer } from '../answer.ts';
import type { Handler, ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import { findCaller } from './caller.ts';
import { problem } from './problem.ts';

const drainMilliseconds = 20_000;
const callsByKey = 40;
const callsByToken = 80;

/**
 * Leaky bucket per user and kind of credential, shown in every response of the API.
 * @see https://developers.gorgias.com/reference/limitations
 */
export function withRateLimit(world: World, request: ProductRequest, handle: Handler): Answer {
  const caller = findCaller(world, request);
  const limit = caller?.scopes ? callsByToken : callsByKey;
  const name = caller ? `${caller.user.id} ${limit}` : `${request.params.tenant} anonymous`;
  const { buckets } = world.state().gorgias;
  const now = world.now();
  const last = buckets[name] ?? { level: 0, at: now };
  const level = Math.max(0, last.level - ((now - last.at) * limit) / drainMilliseconds);

  const overflows = world.state().rateLimitsEnforced && level + 1 > limit;
  buckets[name] = { level: overflows ? level : level + 1, at: now };
  const seconds = Math.ceil(((level + 1 - limit) * drainMilliseconds) / limit / 1000);
  const answer = overflows ? tooManyRequests(seconds) : handle(request);
  const used = Math.min(limit, Math.ceil(level + (overflows ? 0 : 1)));
  return { ...answer, headers: { ...answer.headers, 'x-gorgias-account-api-call-limit': `${used}/${limit}` } };
}

export function tooManyRequests(seconds: number): Answer {
  const answer = problem(429, 'Too many requests.');
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(Math.max(1, seconds)) } };
}
