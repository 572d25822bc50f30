import { INSTANCES } from '../model/instance.ts';
import type { FactRows } from '../stores/store.ts';

/** Which processes work on the store, for those that must not do so beside them. */
export interface InstanceVault {
  /** This one is working. */
  beat(processId: string, now: number): Promise<void>;
  leave(processId: string): Promise<void>;
  /** Forgets those that were killed: they have written nothing since. */
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
