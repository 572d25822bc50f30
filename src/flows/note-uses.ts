import type { Services } from './services.ts';

/** Stores which connections were used since the last round, so that no turn has to. */
export async function noteUses(services: Services): Promise<void> {
  const uses = [...services.uses].map(([connectionId, at]) => ({ connectionId, at }));
  services.uses.clear();
  await services.vault.uses.note(uses);
}
