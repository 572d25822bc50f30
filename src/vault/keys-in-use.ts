import type { Store } from '../stores/store.ts';
import type { KeyRing } from './keyring.ts';

/** A key of the ring, or one that rows need. */
export interface KeyUse {
  readonly id: string;
  /** `seals`: the first of the ring. `opens`: another of the ring. `missing`: rows need it, and the ring lacks it. */
  readonly role: 'seals' | 'opens' | 'missing';
  /** How many rows it seals. */
  readonly rows: number;
}

/** The keys of the ring in order, then those that rows need and the ring lacks. */
export async function keysInUse(store: Store, ring: KeyRing): Promise<readonly KeyUse[]> {
  const rows = await store.sealed.count();
  const ids = new Set([...ring.keys.map((key) => key.id), ...[...rows.keys()].sort()]);
  return [...ids].map((id) => ({ id, role: roleOf(id, ring), rows: rows.get(id) ?? 0 }));
}

function roleOf(id: string, ring: KeyRing): KeyUse['role'] {
  if (id === ring.sealing.id) return 'seals';
  return ring.byId(id) === undefined ? 'missing' : 'opens';
}
