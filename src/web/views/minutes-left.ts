/** Whole minutes until then, never less than one: a page that says "0 minutes" would be stale before it is read. */
export function minutesLeft(expiresAt: number, now: number): number {
  return Math.max(1, Math.floor((expiresAt - now) / 60_000));
}
