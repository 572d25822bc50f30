import { type Owner, ownerKey } from '../model/owner.ts';
import { type ChangingMessage, noteChange } from './note-change.ts';
import type { Services } from './services.ts';

/** Makes actions use this one of several accounts. False if it does not belong to the owner. */
export async function useConnection(
  services: Services,
  input: { readonly owner: Owner; readonly connectionId: string; readonly message?: ChangingMessage },
): Promise<boolean> {
  const stored = await services.vault.connections.byId(input.connectionId);
  if (stored === undefined || ownerKey(stored.connection.owner) !== ownerKey(input.owner)) return false;
  await services.vault.transaction(async (vault) => {
    await vault.connections.makeDefault(stored.connection);
    if (input.message !== undefined)
      await noteChange(services, vault, input.owner, stored.connection.integration, input.message);
  });
  return true;
}
