/**
 * Calls of one action may run in parallel and all get the same 401. One of them renews; the others, which used the same old
 * credential, wait for it and share its result.
 */
export function createRenewOnce(renew: () => Promise<boolean>) {
  let generation = 0;
  let underWay: Promise<boolean> | undefined;
  return {
    /** Identifies the current credential. Read it before a call. */
    generation: () => generation,
    /** Renews unless there is a newer credential than `used` already. True if there is one now. */
    async renewed(used: number): Promise<boolean> {
      if (used !== generation) return true;
      underWay ??= renew().finally(() => {
        underWay = undefined;
      });
      const renewed = await underWay;
      if (renewed && used === generation) generation += 1;
      return renewed;
    },
  };
}
