import { ConfigurationError } from '../errors.ts';
import type { Store } from '../stores/store.ts';
import { createCipher } from './cipher.ts';
import { type KeyRing, type RingKey, ringOf } from './keyring.ts';

const PURPOSE = 'key-check';
const TEXT = 'latchkey';

/**
 * Checks before the first use that this ring belongs to this store, which keeps a proof of every key that was ever in the
 * ring. Refuses a different key under an old name, and a ring without a key that some row still needs. New keys may be added.
 *
 * @throws ConfigurationError
 */
export async function checkKeys(store: Store, ring: KeyRing): Promise<void> {
  const first = await store.facts.setOnce(PURPOSE, ring.sealing.id);
  const proofs = await Promise.all(ring.keys.map((key) => store.facts.get(factOf(key))));
  if (ring.byId(first) === undefined && proofs.every((proof) => proof === undefined)) throw missing(first);
  for (const key of ring.keys) {
    const cipher = createCipher(ringOf([key]));
    const proof = await store.facts.setOnce(factOf(key), cipher.mac(PURPOSE, TEXT));
    if (!cipher.macMatches(proof, PURPOSE, TEXT)) throw another(key);
  }
  const gone = (await store.keyIds()).find((id) => ring.byId(id) === undefined);
  if (gone !== undefined) throw missing(gone);
}

/**
 * Checks that a store in use is still the one that this ring belongs to, because its address may lead to another one by now.
 *
 * @throws ConfigurationError
 */
export async function checkSealingKey(store: Store, { sealing }: KeyRing): Promise<void> {
  const proof = await store.facts.get(factOf(sealing));
  const cipher = createCipher(ringOf([sealing]));
  if (proof === undefined || !cipher.macMatches(proof, PURPOSE, TEXT)) throw another(sealing);
}

function factOf(key: RingKey): string {
  return `${PURPOSE}/${key.id}`;
}

function missing(id: string): ConfigurationError {
  return new ConfigurationError(
    `LATCHKEY_KEYS lacks the key "${id}" that this store was sealed with: add it back, after the first key`,
  );
}

function another({ id }: RingKey): ConfigurationError {
  return new ConfigurationError(
    `LATCHKEY_KEYS: key "${id}" is not the one that this store was sealed with: put the old key back under this name, ` +
      'and give the new one another name',
  );
}
