/** Below those from which systems take ports for outgoing connections. */
const FIRST = 20_000;
const BLOCKS = 60;
const PORTS = 200;

let asked = 0;

/**
 * A port that stays free while whoever listens to it restarts, as is the next one: no other process of this run takes ports of the
 * same block. Somebody else on this machine may have it; the caller then asks again.
 */
export function steadyPort(): number {
  const block = (process.ppid * 8 + Number(process.env.VITEST_POOL_ID ?? 0)) % BLOCKS;
  asked += 1;
  return FIRST + block * PORTS + ((asked * 2) % PORTS);
}
