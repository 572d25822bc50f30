import { type Owner, ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import { type ChangingMessage, noteChange } from './note-change.ts';
import { type AtProduct, removeConnection } from './remove-connection.ts';
import type { Services } from './services.ts';

export type DisconnectOutcome =
  | {
      readonly status: 'removed';
      readonly account: string;
      readonly atProduct: AtProduct;
      readonly manageUrl?: string;
    }
  | { readonly status: 'not_connected' };

export interface DisconnectInput {
  readonly owner: Owner;
  readonly integration: string;
  /** Default: the one that actions use. */
  readonly connectionId?: string | undefined;
  /** The operator who revokes it, if it is not the owner. */
  readonly by?: { readonly name: string };
  /** The message that asked for it. Absent if the application calls this itself. */
  readonly message?: ChangingMessage;
}

/** Removes one connection here in any case, and revokes it at the product if possible. */
export async function disconnect(services: Services, input: DisconnectInput): Promise<DisconnectOutcome> {
  const { connections } = services.vault;
  const owner = ownerKey(input.owner);
  const stored =
    input.connectionId === undefined
      ? await connections.current(owner, input.integration)
      : await connections.byId(input.connectionId);
  if (stored === undefined || ownerKey(stored.connection.owner) !== owner) return { status: 'not_connected' };
  const { connection } = stored;
  const { message } = input;
  const note = message && ((vault: Vault) => noteChange(services, vault, input.owner, input.integration, message));
  const removed = await removeConnection(services, { id: connection.id, owner: input.owner }, input.by, note);
  if (removed === undefined) return { status: 'not_connected' };
  const manageUrl = services.integrations.get(connection.integration)?.manageUrl;
  return {
    status: 'removed',
    account: connection.account.label,
    atProduct: removed.atProduct,
    ...(manageUrl === undefined ? {} : { manageUrl }),
  };
}
