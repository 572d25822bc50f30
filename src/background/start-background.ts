import { within } from '../flows/within.ts';
import { type Lane, startLane, type Take } from './lane.ts';

/** Milliseconds between two looks at the clock and at what is due; a wake-up comes at once. */
const ROUND = 5_000;

export interface Background {
  /** Deliver soon. */
  wake(): void;
  /** Begins nothing more. Waits for what runs, for at most `patience` milliseconds. */
  stop(patience: number): Promise<void>;
}

export interface BackgroundWork {
  /** Each is done again and again, never twice at a time. */
  readonly rounds: readonly (() => Promise<void>)[];
  readonly lanes: readonly { readonly take: Take; readonly slots: number }[];
  readonly failed: (error: unknown) => void;
}

/** Does all of this for as long as the process lives. No round and no lane waits for another one. */
export function startBackground({ rounds, lanes, failed }: BackgroundWork): Background {
  const deliveries = lanes.map(({ take, slots }) => startLane(take, slots, failed));
  const all = [...rounds.map((round) => startRound(round, failed)), ...deliveries];
  const timer = setInterval(() => wakeAll(all), ROUND).unref();
  setImmediate(() => wakeAll(all));
  return {
    wake: () => void setImmediate(() => wakeAll(deliveries)),
    stop: async (patience) => {
      clearInterval(timer);
      await within(patience, Promise.all(all.map((lane) => lane.stop())));
    },
  };
}

function wakeAll(lanes: readonly Lane[]): void {
  for (const lane of lanes) lane.wake();
}

function startRound(work: () => Promise<void>, failed: (error: unknown) => void): Lane {
  let running: Promise<void> | undefined;
  let isStopped = false;
  return {
    wake() {
      if (isStopped) return;
      running ??= work()
        .catch(failed)
        .finally(() => {
          running = undefined;
        });
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
