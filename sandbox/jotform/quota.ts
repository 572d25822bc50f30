import { type Answer, json } from '../answer.ts';
import { lookUp } from '../look-up.ts';
import type { World } from '../world.ts';
import { easternTime } from './eastern-time.ts';
import { dailyQuota } from './seed.ts';

/** Counts one call of an account. Returns what is left afterwards, or undefined if nothing was left. */
export function takeCall(world: World, username: string): number | undefined {
  const { quota } = world.state().jotform;
  const day = today(world);
  const entry = lookUp(quota, username);
  const left = entry?.day === day ? entry.left : dailyQuota;
  if (left <= 0) return undefined;
  quota[username] = { day, left: left - 1 };
  return left - 1;
}

export function setCallsLeft(world: World, username: string, left: number): void {
  world.state().jotform.quota[username] = { day: today(world), left };
}

export function quotaExceeded(world: World): Answer {
  const inside = world.state().jotform.quotaRefusal === 'http_200';
  const responseCode = inside ? 403 : 429;
  return json(inside ? 200 : 429, { responseCode, message: 'API-Limit exceeded', content: '' });
}

function today(world: World): string {
  return easternTime(world.now()).slice(0, 10);
}
