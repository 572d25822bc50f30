import { isOpen } from '../model/authorization.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { endAuthorization } from './end-authorization.ts';
import type { Services } from './services.ts';

/** The owner does not want to connect any more. True when an open attempt was ended. */
export async function cancelAuthorization(
  services: Services,
  input: { readonly owner: Owner; readonly authorizationId: string },
): Promise<boolean> {
  const attempt = await services.vault.authorizations.byId(input.authorizationId);
  if (attempt === undefined || ownerKey(attempt.owner) !== ownerKey(input.owner) || !isOpen(attempt)) return false;
  const ended = await endAuthorization(services, attempt, { status: 'cancelled', why: 'cancelled', tell: false });
  return ended !== undefined;
}
