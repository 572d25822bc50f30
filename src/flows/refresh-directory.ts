import type { Services } from './services.ts';

/**
 * Reads the developers' decisions: at startup, after each change, and every few seconds for changes by other instances.
 * Actions use the result, so a turn need not read them. A read that ends after a later one is discarded, because it may have
 * begun before the last change.
 */
export async function refreshDirectory(services: Services): Promise<void> {
  const order = readsOf(services);
  order.begun += 1;
  const mine = order.begun;
  const [setups, profiles] = await Promise.all([services.vault.setups.list(), services.vault.profiles.list()]);
  if (mine < order.applied) return;
  order.applied = mine;
  services.setups.clear();
  for (const setup of setups) services.setups.set(setup.integration, setup);
  for (const declared of services.declared) {
    const own = profiles.filter(({ integration, draft }) => integration === declared.id && !draft);
    const custom = own.map(({ profile }) => profile);
    services.integrations.set(declared.id, { ...declared, profiles: [...declared.profiles, ...custom] });
  }
}

interface Reads {
  /** How many reads have begun, and the newest one whose result is in use. */
  begun: number;
  applied: number;
}

const reads = new WeakMap<Services['setups'], Reads>();

function readsOf({ setups }: Services): Reads {
  const known = reads.get(setups) ?? { begun: 0, applied: 0 };
  reads.set(setups, known);
  return known;
}
