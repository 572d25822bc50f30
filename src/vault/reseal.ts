import { SealBrokenError } from '../errors.ts';
import type { Reseal, SealedRow, Store } from '../stores/store.ts';
import type { Cipher, SealContext } from './cipher.ts';
import type { KeyRing } from './keyring.ts';
import type { Sealer } from './sealer.ts';

/** One step of a key rotation. The rotation is finished when a step finds nothing. */
export interface Resealing {
  /** Rows sealed with an older key of the ring. */
  readonly found: number;
  readonly resealed: number;
  /** Rows that can no longer be opened. They keep their bytes and need no older key. */
  readonly broken: number;
}

/**
 * Reseals rows of older keys with the first key of the ring, without reading the records, so those of newer versions too. A
 * row that another process changes in the meantime is left alone; if it still needs resealing, the next step finds it. Rows
 * sealed with a key outside the ring are left for processes that have that key.
 */
export async function reseal(
  store: Store,
  seals: { readonly ring: KeyRing; readonly cipher: Cipher; readonly sealer: Sealer },
  limit: number,
): Promise<Resealing> {
  const { ring, cipher, sealer } = seals;
  const changes = (await rowsOfOlderKeys(store, ring, limit)).map((row) => changeOf(cipher, ring, row));
  const written = await store.sealed.reseal(changes);
  const mine = changes.filter((_, index) => written[index]);
  const broken = mine.filter((change) => change.broken);
  for (const { row } of broken) sealer.broken(contextOf(row));
  return { found: changes.length, resealed: mine.length - broken.length, broken: broken.length };
}

interface Change extends Reseal {
  readonly broken: boolean;
}

function changeOf(cipher: Cipher, ring: KeyRing, row: SealedRow): Change {
  const context = contextOf(row);
  try {
    return { row, next: cipher.seal(context, cipher.open(context, row.sealed)), broken: false };
  } catch (error) {
    if (!(error instanceof SealBrokenError)) throw error;
    return { row, next: { keyId: ring.sealing.id, sealed: row.sealed }, broken: true };
  }
}

async function rowsOfOlderKeys(store: Store, ring: KeyRing, limit: number): Promise<readonly SealedRow[]> {
  const rows: SealedRow[] = [];
  for (const key of ring.keys.slice(1)) {
    if (rows.length < limit) rows.push(...(await store.sealed.by(key.id, limit - rows.length)));
  }
  return rows;
}

function contextOf({ table, row, ownerKey, integration }: SealedRow): SealContext {
  return { table, column: 'sealed', row, owner: ownerKey, integration };
}
