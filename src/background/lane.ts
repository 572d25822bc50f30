/**
 * Work that is taken piece by piece, several pieces at a time. A piece that hangs occupies one slot and delays no other
 * lane.
 */
export interface Lane {
  /** Looks for work soon. */
  wake(): void;
  /** Takes no more work. Resolves when the work in progress is done. */
  stop(): Promise<void>;
}

/** Takes one piece that is due. Undefined if there is none. */
export type Take = () => Promise<(() => Promise<unknown>) | undefined>;

export function startLane(take: Take, slots: number, failed: (error: unknown) => void): Lane {
  const running = new Set<Promise<unknown>>();
  let isStopped = false;
  let looking: Promise<void> | undefined;
  let again = false;

  const look = async (): Promise<void> => {
    do {
      again = false;
      while (!isStopped && running.size < slots) {
        const piece = await take();
        if (piece === undefined) break;
        const over: Promise<unknown> = piece()
          .catch(failed)
          .finally(() => {
            running.delete(over);
            wake();
          });
        running.add(over);
      }
    } while (again && !isStopped);
  };
  const wake = (): void => {
    if (isStopped) return;
    again = true;
    looking ??= look()
      .catch(failed)
      .finally(() => {
        looking = undefined;
      });
  };
  return {
    wake,
    async stop() {
      isStopped = true;
      await looking;
      await Promise.all(running);
    },
  };
}
