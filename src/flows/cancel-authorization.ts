import { type Owner, ownerKey } from '../model/owner.ts';
import { endWhileOpen } from './end-authorization.ts';
import type { Services } from './services.ts';

/** Ends an attempt because its owner no longer wants to connect; what waits for it does not run. True if it was still open. */
export async function cancelAuthorization(
  services: Services,
  { owner, authorizationId }: { readonly owner: Owner; readonly authorizationId: string },
): Promise<boolean> {
  const attempt = await services.vault.authorizations.byId(authorizationId);
  if (attempt === undefined || ownerKey(attempt.owner) !== ownerKey(owner)) return false;
  const ended = await endWhileOpen(services, attempt.id, { status: 'cancelled', why: 'cancelled', tell: 'told' });
  return ended !== undefined;
}
