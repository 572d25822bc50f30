import { within } from './within.ts';

/** What runs in this process, so that closing can wait for it. */
export interface UnderWay {
  /** Nothing new begins any more. */
  readonly isClosing: boolean;
  /** Begins work that closing waits for. Returns undefined, and begins nothing, once it is closing. */
  begin<T>(work: () => Promise<T>): Promise<T> | undefined;
  /** A token is on its way from a product: until the returned function is called, the store stays open. */
  holdStore(): () => void;
  /**
   * Begins nothing new, and waits for what runs.
   *
   * @param patience milliseconds for all work; what holds the store gets `TOKEN_PATIENCE` more
   */
  end(patience: number): Promise<void>;
}

/** Milliseconds: a token request takes at most ten seconds, and its answer must be written. */
const TOKEN_PATIENCE = 12_000;

export function trackUnderWay(): UnderWay {
  let isClosing = false;
  const work = new Set<Promise<unknown>>();
  const holds = new Set<Promise<void>>();
  return {
    get isClosing() {
      return isClosing;
    },
    begin(run) {
      if (isClosing) return undefined;
      const running = run();
      track(work, running);
      return running;
    },
    holdStore() {
      let release = () => {};
      track(
        holds,
        new Promise<void>((resolve) => {
          release = resolve;
        }),
      );
      return release;
    },
    async end(patience) {
      isClosing = true;
      await within(patience, allOf(work));
      await within(TOKEN_PATIENCE, allOf(holds));
    },
  };
}

function track(all: Set<Promise<unknown>>, one: Promise<unknown>): void {
  const settled: Promise<void> = one.then(
    () => void all.delete(settled),
    () => void all.delete(settled),
  );
  all.add(settled);
}

/** Also of what begins meanwhile. */
async function allOf(all: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (all.size > 0) await Promise.all(all);
}
