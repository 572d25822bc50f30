import { INSTANCES } from '../model/instance.ts';
import type { FactRows } from '../stores/store.ts';

/** The processes that work with the store, for commands that must not run at the same time. */
export interface InstanceVault {
  /** Records that this process is working. */
  beat(processId: string, now: number): Promise<void>;
  leave(processId: string): Promise<void>;
  /** Forgets processes that have written nothing since then, because they were killed. */
  sweep(before: number): Promise<void>;
}

export function instanceVault(facts: FactRows): InstanceVault {
  return {
    beat: (processId, now) => facts.set(`${INSTANCES}${processId}`, String(now)),
    leave: (processId) => facts.remove(`${INSTANCES}${processId}`),
    sweep: async (before) => {
      for (const { name, value } of await facts.under(INSTANCES)) {
        if (Number(value) < before) await facts.remove(name);
      }
    },
  };
}
