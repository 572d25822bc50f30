import { type Owner, ownerKey } from '../model/owner.ts';
import { queueRevocation } from './queue-revocation.ts';
import { revokeCredential } from './revoke-credential.ts';
import type { Services } from './services.ts';

export type DisconnectOutcome =
  | {
      readonly status: 'removed';
      readonly account: string;
      /** `queued`: the product could not be reached and is asked again for 24 hours. */
      readonly atProduct: 'revoked' | 'queued' | 'unsupported';
      readonly manageUrl?: string;
    }
  | { readonly status: 'not_connected' };

/** Milliseconds before a product that could not be reached is asked again. */
const RETRY_AFTER = 60_000;

/** Removes exactly one connection here, in any case, and ends it at the product where that can be done. */
export async function disconnect(
  services: Services,
  input: { readonly owner: Owner; readonly integration: string; readonly connectionId?: string },
): Promise<DisconnectOutcome> {
  const { connections } = services.vault;
  const stored =
    input.connectionId === undefined
      ? await connections.current(ownerKey(input.owner), input.integration)
      : await connections.byId(input.connectionId);
  if (stored === undefined || ownerKey(stored.connection.owner) !== ownerKey(input.owner)) {
    return { status: 'not_connected' };
  }
  const { connection, credential } = stored;
  if (!(await connections.remove(connection.id))) return { status: 'not_connected' };
  const subject = { ...connection, credential };
  const revocation = await revokeCredential(services, subject);
  if (revocation === 'failed') await queueRevocation(services, services.vault, subject, RETRY_AFTER);
  const atProduct = revocation === 'failed' ? 'queued' : revocation;
  await services.vault.audit.append({
    at: services.now(),
    actor: ownerKey(input.owner),
    what: 'disconnected',
    subject: connection.id,
    result: atProduct,
    ref: null,
  });
  const { integration, id } = connection;
  services.log({ event: 'disconnected', connection: id, integration, revoked: atProduct });
  const manageUrl = services.integrations.get(integration)?.manageUrl;
  return {
    status: 'removed',
    account: connection.account.label,
    atProduct,
    ...(manageUrl === undefined ? {} : { manageUrl }),
  };
}
