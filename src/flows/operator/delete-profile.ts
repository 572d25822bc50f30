import type { Connection } from '../../model/connection.ts';
import { refreshDirectory } from '../refresh-directory.ts';
import type { Services } from '../services.ts';
import { type Actor, audited } from './audited.ts';
import { watchingShared } from './watching-shared.ts';

/** What stops working without a profile. */
export interface ProfileUse {
  /** Integrations that have selected it. */
  readonly setups: readonly string[];
  /** Connections made with it. They end, and can no longer be revoked at the product from here. */
  readonly connections: number;
  /** One of these connections is the shared account of an integration. */
  readonly shared: boolean;
}

/** Connections read at a time. */
const PAGE = 500;

export async function useOfProfile(services: Services, id: string): Promise<ProfileUse> {
  const setups = (await services.vault.setups.list()).filter(({ profile }) => profile === id);
  let connections = 0;
  let shared = false;
  for await (const { profile, owner } of everyConnection(services)) {
    if (profile !== id) continue;
    connections += 1;
    shared ||= owner.kind === 'shared';
  }
  return { setups: setups.map(({ integration }) => integration), connections, shared };
}

async function* everyConnection({ vault }: Services): AsyncGenerator<Connection> {
  for (let after = ''; ; ) {
    const page = await vault.connections.listAll({ after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** Permanently. False if it did not exist. */
export async function deleteProfile(
  services: Services,
  input: { readonly actor: Actor; readonly id: string },
): Promise<boolean> {
  const profile = await services.vault.profiles.byId(input.id);
  if (profile === undefined) return false;
  return watchingShared(services, profile.integration, async () => {
    const removed = await audited(
      services,
      { ...input, what: 'profile_deleted', subject: input.id },
      async (vault) => ({
        value: await vault.profiles.remove(input.id),
        facts: { kind: 'profile', name: profile.name },
      }),
    );
    await refreshDirectory(services);
    return removed;
  });
}
