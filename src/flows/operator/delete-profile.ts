import type { Connection } from '../../model/connection.ts';
import type { CustomProfile } from '../../model/custom-profile.ts';
import { sharedOwnerKey } from '../../model/setup.ts';
import { needAttention } from '../need-attention.ts';
import { refreshDirectory } from '../refresh-directory.ts';
import type { Services } from '../services.ts';
import { type Actor, audited } from './audited.ts';

/** What will stop working without a profile. */
export interface ProfileUse {
  /** Integrations that have selected it. */
  readonly setups: readonly string[];
  /** Connections made with it. They end, and can no longer be revoked at the product from here. */
  readonly connections: number;
}

/** Connections read at a time. */
const PAGE = 500;

export async function useOfProfile(services: Services, id: string): Promise<ProfileUse> {
  const setups = (await services.vault.setups.list()).filter(({ profile }) => profile === id);
  let connections = 0;
  for await (const { profile } of everyConnection(services)) if (profile === id) connections += 1;
  return { setups: setups.map(({ integration }) => integration), connections };
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
  const removed = await audited(services, { ...input, what: 'profile_deleted', subject: input.id }, async (vault) => ({
    value: await vault.profiles.remove(input.id),
    facts: { kind: 'profile', name: profile.name },
  }));
  await refreshDirectory(services);
  await tellOfShared(services, profile);
  return removed;
}

/** The shared account that was connected with it has ended for everybody who used it. */
async function tellOfShared(services: Services, { id, integration }: CustomProfile): Promise<void> {
  const shared = await services.vault.connections.current(sharedOwnerKey(services.bot), integration);
  if (shared?.connection.profile !== id) return;
  needAttention(services, { integration, account: shared.connection.account.label, why: 'ended' });
}
