import type { Services } from './services.ts';

/**
 * Reads what developers decided: at start, after each change, and every few seconds for what other instances changed.
 * Actions look at the result, so that a turn does not pay for it.
 */
export async function refreshDirectory(services: Services): Promise<void> {
  const [setups, profiles] = await Promise.all([services.vault.setups.list(), services.vault.profiles.list()]);
  services.setups.clear();
  for (const setup of setups) services.setups.set(setup.integration, setup);
  for (const declared of services.declared) {
    const own = profiles.filter(({ integration, draft }) => integration === declared.id && !draft);
    const custom = own.map(({ profile }) => profile);
    services.integrations.set(declared.id, { ...declared, profiles: [...declared.profiles, ...custom] });
  }
}
