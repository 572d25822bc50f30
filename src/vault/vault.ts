import type { AuditRows, Store, UseRows } from '../stores/store.ts';
import { type AuthorizationVault, authorizationVault } from './authorization-vault.ts';
import { type BotStateVault, botStateVault } from './bot-state-vault.ts';
import { checkKeys, checkSealingKey } from './check-keys.ts';
import { type Cipher, createCipher } from './cipher.ts';
import { type ConnectionVault, connectionVault } from './connection-vault.ts';
import { type ErrandVault, errandVault } from './errand-vault.ts';
import { type InstanceVault, instanceVault } from './instance-vault.ts';
import { type KeyRing, ringOf } from './keyring.ts';
import { type KeyUse, keysInUse } from './keys-in-use.ts';
import { type OperatorVault, operatorVault } from './operator-vault.ts';
import { type OutboxVault, outboxVault } from './outbox-vault.ts';
import { type ProfileVault, profileVault } from './profile-vault.ts';
import { type Resealing, reseal } from './reseal.ts';
import { createSealer, type Sealer } from './sealer.ts';
import { type SecretVault, secretVault } from './secret-vault.ts';
import { type SessionVault, sessionVault } from './session-vault.ts';
import { type SetupVault, setupVault } from './setup-vault.ts';
import { type TryVault, tryVault } from './try-vault.ts';

export type { DueWarning } from '../stores/store.ts';
export type { RemovedConnection, StoredConnection, UsableConnection } from './connection-vault.ts';
export type { KeyUse } from './keys-in-use.ts';
export type { ClaimedNotice } from './outbox-vault.ts';
export type { Tries } from './try-vault.ts';

/**
 * Stores the records of the model, sealed: everything but lookup columns is ciphertext that is bound to its row. A row that
 * was changed, moved or sealed with a lost key counts as absent. Any method may throw StoreUnavailableError.
 */
export interface Vault {
  readonly authorizations: AuthorizationVault;
  readonly connections: ConnectionVault;
  readonly errands: ErrandVault;
  readonly outbox: OutboxVault;
  readonly sessions: SessionVault;
  readonly botState: BotStateVault;
  readonly setups: SetupVault;
  readonly profiles: ProfileVault;
  readonly operators: OperatorVault;
  readonly secrets: SecretVault;
  readonly tries: TryVault;
  /** When connections were last used. Not secret. */
  readonly uses: UseRows;
  readonly audit: AuditRows;
  readonly instances: InstanceVault;
  readonly keys: KeyVault;
  /** HMAC-SHA256 with a key of the ring, for values that are too short to be hashed without a key. */
  mac(purpose: string, text: string): string;
  macMatches(mac: string, purpose: string, text: string): boolean;
  /** The MACs with all keys of the ring, beginning with the sealing key, for values that must survive a rotation. */
  macs(purpose: string, text: string): readonly string[];
  /** All or nothing. Use only the given vault inside, and do not wait for anything else. */
  transaction<T>(work: (vault: Vault) => Promise<T>): Promise<T>;
  /** In a transaction: waits until no other transaction that has called this with the same name is running. */
  oneAtATime(name: string): Promise<void>;
  /** Milliseconds since 1970, by the clock that all processes on this store share. */
  storeTime(): Promise<number>;
  /**
   * Resolves if the store keeps a write and is still the one that this ring belongs to.
   *
   * @throws ConfigurationError if it is another store
   */
  ping(): Promise<void>;
  /** See `Store.checkVersion`. */
  checkVersion: Store['checkVersion'];
  /** See `Store.listen`. */
  listen: Store['listen'];
  close(): Promise<void>;
}

interface KeyVault {
  /** The keys of the ring in order, then those that rows need and the ring lacks. */
  inUse(): Promise<readonly KeyUse[]>;
  /** Reseals up to `limit` rows of older keys with the first key. */
  reseal(limit: number): Promise<Resealing>;
}

/**
 * @param onSealBroken called with the table and the row id of anything that cannot be opened
 * @throws ConfigurationError if the ring does not belong to the store
 */
export async function openVault(
  store: Store,
  ring: KeyRing,
  onSealBroken: (table: string, row: string) => void = () => {},
): Promise<Vault> {
  await checkKeys(store, ring);
  const cipher = createCipher(ring);
  return vaultOver(store, { ring, cipher, sealer: createSealer(cipher, ring, onSealBroken) });
}

interface Seals {
  readonly ring: KeyRing;
  readonly cipher: Cipher;
  readonly sealer: Sealer;
}

function vaultOver(store: Store, seals: Seals): Vault {
  const { ring, cipher, sealer } = seals;
  const setups = setupVault(store.settings, sealer);
  const connections = connectionVault(store.connections, sealer, setups);
  return {
    authorizations: authorizationVault(store.authorizations, sealer),
    connections,
    errands: errandVault(store.errands, sealer, connections),
    outbox: outboxVault(store.outbox, sealer),
    sessions: sessionVault(store.sessions, sealer),
    botState: botStateVault(store.botState, sealer),
    setups,
    profiles: profileVault(store.settings, sealer),
    operators: operatorVault(store.settings, sealer),
    secrets: secretVault(store.settings, sealer),
    tries: tryVault(store.settings, sealer),
    uses: store.uses,
    audit: store.audit,
    instances: instanceVault(store.facts),
    keys: { inUse: () => keysInUse(store, ring), reseal: (limit) => reseal(store, seals, limit) },
    mac: cipher.mac,
    macMatches: cipher.macMatches,
    macs: (purpose, text) => ring.keys.map((key) => createCipher(ringOf([key])).mac(purpose, text)),
    transaction: (work) => store.transaction((inner) => work(vaultOver(inner, seals))),
    oneAtATime: (name) => store.facts.set(`alone/${name}`, ''),
    storeTime: () => store.now(),
    ping: async () => {
      await store.checkVersion();
      await store.ping();
      await checkSealingKey(store, ring);
    },
    checkVersion: () => store.checkVersion(),
    listen: (hear) => store.listen(hear),
    close: () => store.close(),
  };
}
