import { SealBrokenError } from '../errors.ts';
import type { Cipher, SealContext, Sealed } from './cipher.ts';
import type { KeyRing } from './keyring.ts';
import { pack, type Records, type RecordTag, unpack } from './records.ts';

type SealedValue = Pick<Sealed, 'sealed'> & Partial<Pick<Sealed, 'keyId'>>;

/** Seals records and opens them. */
export interface Sealer {
  seal<Tag extends RecordTag>(context: SealContext, tag: Tag, record: Records[Tag]): Sealed;
  /** @param row without the id of its key if the reason does not matter; it then counts as `broken` */
  open<Tag extends RecordTag>(context: SealContext, tag: Tag, row: SealedValue): Opened<Records[Tag]>;
  /** Reports a row whose columns do not match its sealed record. */
  broken(context: SealContext): void;
}

/**
 * `broken`: can never be opened again, and counts as absent. `foreign`: written by a newer version or with a key that this
 * process lacks. Counts as absent here, and is left for processes that can read it.
 */
export type Opened<T> = { readonly status: 'open'; readonly record: T } | { readonly status: 'broken' | 'foreign' };

export function createSealer(
  cipher: Cipher,
  ring: KeyRing,
  onSealBroken: (table: string, row: string) => void,
): Sealer {
  const broken = (context: SealContext) => onSealBroken(context.table, context.row);
  return {
    seal: (context, tag, record) => cipher.seal(context, pack(tag, record)),
    open: (context, tag, row) => {
      const text = textOf(cipher, context, row.sealed);
      if (text === undefined) {
        broken(context);
        const isForeign = row.keyId !== undefined && ring.byId(row.keyId) === undefined;
        return { status: isForeign ? 'foreign' : 'broken' };
      }
      const record = unpack(tag, text);
      return record === undefined ? { status: 'foreign' } : { status: 'open', record };
    },
    broken,
  };
}

function textOf(cipher: Cipher, context: SealContext, sealed: Uint8Array): string | undefined {
  try {
    return cipher.open(context, sealed).toString('utf8');
  } catch (error) {
    if (error instanceof SealBrokenError) return undefined;
    throw error;
  }
}
