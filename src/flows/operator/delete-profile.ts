import { refreshDirectory } from '../refresh-directory.ts';
import type { Services } from '../services.ts';
import { type Actor, audited } from './audited.ts';

/** What stops working without a profile. */
export interface ProfileUse {
  /** Integrations that have it selected. */
  readonly setups: readonly string[];
  /** Connections that were made with it; they can no longer be renewed. */
  readonly connections: number;
}

/** Counted up to this many. */
const COUNTED = 1_000;

export async function useOfProfile(services: Services, id: string): Promise<ProfileUse> {
  const setups = (await services.vault.setups.list()).filter(({ profile }) => profile === id);
  const connections = await services.vault.connections.listAll({ limit: COUNTED });
  return {
    setups: setups.map(({ integration }) => integration),
    connections: connections.filter(({ profile }) => profile === id).length,
  };
}

/** For good. False where it was gone already. */
export async function deleteProfile(
  services: Services,
  input: { readonly actor: Actor; readonly id: string },
): Promise<boolean> {
  const profile = await services.vault.profiles.byId(input.id);
  if (profile === undefined) return false;
  const removed = await audited(services, { ...input, what: 'profile_deleted', subject: input.id }, async (vault) => ({
    value: await vault.profiles.remove(input.id),
    result: profile.name,
  }));
  await refreshDirectory(services);
  return removed;
}
