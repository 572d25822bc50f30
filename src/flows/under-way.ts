import { within } from './within.ts';

/** The work in this process that closing waits for. */
export interface UnderWay {
  /** Nothing new may begin. */
  readonly isClosing: boolean;
  /** Begins work that closing waits for. Once closing has begun, returns undefined and does nothing. */
  begin<T>(work: () => Promise<T>): Promise<T> | undefined;
  /** A token is on its way from a product. The store stays open until the returned function is called. */
  holdStore(): () => void;
  /**
   * Begins nothing new, and waits for the work in progress.
   *
   * @param patience milliseconds for all work. Work that holds the store gets `TOKEN_PATIENCE` in addition
   */
  end(patience: number): Promise<void>;
}

/** Milliseconds: a token request takes at most ten seconds, and its response must be stored. */
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

/** Also waits for work that begins in the meantime. */
async function allOf(all: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (all.size > 0) await Promise.all(all);
}
