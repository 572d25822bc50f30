/**
 * Calls of one action may run side by side and all meet the same 401. One of them renews; the others, which used the
 * same old credential, wait for it and go on with its result.
 */
export function createRenewOnce(renew: () => Promise<boolean>) {
  let generation = 0;
  let underWay: Promise<boolean> | undefined;
  return {
    /** Which credential a call uses; remembered from before the call. */
    generation: () => generation,
    /** True when there is a newer credential than that of `used`. */
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
