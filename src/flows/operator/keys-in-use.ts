import type { KeyUse } from '../../vault/vault.ts';
import type { Services } from '../services.ts';

/** The keys of the ring in order, then keys that rows need and the ring lacks, each with the number of rows that it seals. */
export async function keysInUse(services: Services): Promise<readonly KeyUse[]> {
  return services.vault.keys.inUse();
}
