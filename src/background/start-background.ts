import { within } from '../flows/within.ts';
import { type Lane, startLane, type Take } from './lane.ts';

/** Milliseconds between two rounds. A wake-up takes effect immediately. */
const ROUND = 5_000;

export interface Background {
  /** Deliver soon. */
  wake(): void;
  /** Begins nothing more. Waits for the work in progress, for at most `patience` milliseconds. */
  stop(patience: number): Promise<void>;
}

export interface BackgroundWork {
  /** Each is repeated, and never runs twice at the same time. */
  readonly rounds: readonly (() => Promise<void>)[];
  readonly lanes: readonly { readonly take: Take; readonly slots: number }[];
  readonly failed: (error: unknown) => void;
}

/** Repeats the rounds and feeds the lanes until stopped. They do not wait for each other. */
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
