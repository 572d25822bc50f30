import type { PendingAction } from '../model/pending-action.ts';
import type { Services } from './services.ts';

/** What waits for an authorization, in the order it was asked for. */
export async function pendingActionsOf(services: Services, authorizationId: string): Promise<readonly PendingAction[]> {
  return services.vault.pendingActions.ofAuthorization(authorizationId);
}
