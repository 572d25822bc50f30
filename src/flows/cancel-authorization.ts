import { type Authorization, isOpen } from '../model/authorization.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { endAuthorization } from './end-authorization.ts';
import type { Services } from './services.ts';

/** The owner does not want to connect any more, and nothing that waits for it runs. True when an open attempt was ended. */
export async function cancelAuthorization(
  services: Services,
  input: { readonly owner: Owner; readonly authorizationId: string },
): Promise<boolean> {
  const attempt = await openOf(services, input);
  if (attempt === undefined) return false;
  const ended = await endAuthorization(services, attempt, { status: 'cancelled', why: 'cancelled', tell: 'told' });
  return ended !== undefined;
}

async function openOf(
  services: Services,
  { owner, authorizationId }: { readonly owner: Owner; readonly authorizationId: string },
): Promise<Authorization | undefined> {
  const attempt = await services.vault.authorizations.byId(authorizationId);
  if (attempt === undefined || ownerKey(attempt.owner) !== ownerKey(owner)) return undefined;
  return isOpen(attempt) ? attempt : undefined;
}
