import { outsideTransaction } from './inside-transaction.ts';
import type { Store } from './store.ts';

/** The clocks of the machine that a process runs on. */
export interface MachineClocks {
  /** Milliseconds since 1970, as somebody has set them. */
  readonly now: () => number;
  /** Milliseconds that pass, whatever anybody sets. */
  readonly elapsed: () => number;
}

export interface StoreClock {
  /** Milliseconds since 1970 by the store's clock, as well as this process knows it. */
  now(): number;
  /** Milliseconds that this machine's clock is ahead of the store's. */
  ahead(): number;
}

/** An answer that took longer than this says too little about when it was given. */
const PROMPT = 1_000;
/** The machine's clock was set, or the machine was suspended: one of its two clocks has not noticed. */
const NOTICEABLE = 1_000;
/** Another server may have taken over, whose clock is another one. */
const COMPARE_EVERY = 15_000;

const THIS_MACHINE: MachineClocks = { now: Date.now, elapsed: () => performance.now() };

/**
 * Follows the store's clock, so that what several processes compare is one clock, however wrong those of their machines are.
 * Between two comparisons it goes on by the time that passes. It compares again by itself, beside whoever asks: now and
 * then, and when the machine's clock was set or the machine was suspended.
 *
 * @throws StoreUnavailableError if the store does not answer the first time
 */
export async function followStoreClock(
  store: Pick<Store, 'now'>,
  { now: machine, elapsed }: MachineClocks = THIS_MACHINE,
): Promise<StoreClock> {
  const compare = async () => {
    const askedAt = elapsed();
    const storeTime = await store.now();
    const answeredAt = elapsed();
    return {
      answeredAt,
      // the answer was given somewhere between
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
      // a slow answer does not replace what a prompt one said, unless that is worth nothing any more
      known = next.prompt || !known.prompt || hasJumped(elapsed()) ? next : { ...known, answeredAt: next.answeredAt };
    } catch {
      // the time that passes is known all the same
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
