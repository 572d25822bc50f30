import type { KeyUse } from '../../vault/vault.ts';
import type { Services } from '../services.ts';

/** The keys of the ring in its order, then those that rows need and it lacks; each with how many rows it seals. */
export async function keysInUse(services: Services): Promise<readonly KeyUse[]> {
  return services.vault.keys.inUse();
}
