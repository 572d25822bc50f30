/** Whole minutes, rounded up: the page says "10 minutes" as the chat does, and never "0 minutes". */
export function minutesLeft(expiresAt: number, now: number): number {
  return Math.max(1, Math.ceil((expiresAt - now) / 60_000));
}
