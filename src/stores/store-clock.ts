import { outsideTransaction } from './inside-transaction.ts';
import type { Store } from './store.ts';

/** The clocks of the machine that a process runs on. */
export interface MachineClocks {
  /** Milliseconds since 1970 by the system clock, which can be set. */
  readonly now: () => number;
  /** Milliseconds by a monotonic clock. */
  readonly elapsed: () => number;
}

export interface StoreClock {
  /** Milliseconds since 1970 by the store's clock, as far as this process knows it. */
  now(): number;
  /** Milliseconds by which this machine's clock is ahead of the store's. */
  ahead(): number;
}

/** Milliseconds. A response that takes longer says too little about the time at which it was sent. */
const PROMPT = 1_000;
/** Milliseconds by which the two clocks drift apart when one is set or the machine is suspended. */
const NOTICEABLE = 1_000;
/** Milliseconds. Another server, with another clock, may have taken over. */
const COMPARE_EVERY = 15_000;

const THIS_MACHINE: MachineClocks = { now: Date.now, elapsed: () => performance.now() };

/**
 * Follows the store's clock, so that all processes share one clock, however wrong those of their machines are. Between
 * comparisons it adds the time that has passed. It compares in the background: now and then, and when the machine's clock was
 * set or the machine was suspended.
 *
 * @throws StoreUnavailableError if the first comparison fails
 */
export async function followStoreClock(
  store: Pick<Store, 'now' | 'isOnThisMachine'>,
  { now: machine, elapsed }: MachineClocks = THIS_MACHINE,
): Promise<StoreClock> {
  // right at once when a machine wakes, so that nothing which ended while it slept still counts
  if (store.isOnThisMachine) return { now: machine, ahead: () => 0 };
  const compare = async () => {
    const askedAt = elapsed();
    const storeTime = await store.now();
    const answeredAt = elapsed();
    return {
      answeredAt,
      // the best guess is that the store responded halfway
      storeStart: storeTime - (askedAt + answeredAt) / 2,
      machineStart: machine() - answeredAt,
      prompt: answeredAt - askedAt <= PROMPT,
    };
  };
  let known = await compare();
  let comparing = false;

  const hasJumped = (passed: number) => Math.abs(machine() - passed - known.machineStart) > NOTICEABLE;
  const compareAgain = async () => {
    comparing = true;
    try {
      const next = await compare();
      // a slow response does not replace a prompt one, unless a clock has jumped since
      known = next.prompt || !known.prompt || hasJumped(elapsed()) ? next : { ...known, answeredAt: next.answeredAt };
    } catch {
      // goes on from the last comparison
      known = { ...known, answeredAt: elapsed() };
    } finally {
      comparing = false;
    }
  };

  return {
    now: () => {
      const passed = elapsed();
      if (!comparing && (passed - known.answeredAt > COMPARE_EVERY || hasJumped(passed)))
        void outsideTransaction(compareAgain);
      return Math.round(known.storeStart + passed);
    },
    ahead: () => Math.round(machine() - elapsed() - known.storeStart),
  };
}
