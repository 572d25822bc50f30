import { randomBytes, randomUUID } from 'node:crypto';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Owner } from 'latchkey';
import type { Connection } from 'latchkey/internal';
import { openStore } from '../src/stores/open-store.ts';
import type { ConnectionRow } from '../src/stores/store.ts';
import { createCipher } from '../src/vault/cipher.ts';
import { connectionVault } from '../src/vault/connection-vault.ts';
import { parseKeys } from '../src/vault/keyring.ts';
import { createSealer } from '../src/vault/sealer.ts';
import { setupVault } from '../src/vault/setup-vault.ts';
import { ACCESS_TOKEN, ACCOUNT } from './product.ts';

export const INTEGRATION = 'bench';
export const BOT = 'bench-bot';

export interface StoredConnections {
  readonly setting: string;
  readonly file: string;
  readonly keys: string;
  readonly count: number;
}

/** A database in which `count` people are connected, sealed by the library; its own commits would take minutes. */
export async function storeConnections(file: string, count: number): Promise<StoredConnections> {
  const setting = `sqlite:${file}`;
  const keys = `k1:${randomBytes(32).toString('base64')}`;
  const ring = parseKeys(keys);
  const store = await openStore(setting);
  const database = new DatabaseSync(file);
  const rows = { ...store.connections, at: async () => [], insert: inserter(database) };
  const sealer = createSealer(createCipher(ring), ring, () => {});
  const vault = connectionVault(rows, sealer, setupVault(store.settings, sealer));
  database.exec('begin');
  for (let n = 0; n < count; n += 1) await vault.save(connectionOf(n), credential());
  database.exec('commit');
  database.close();
  await store.close();
  return { setting, file, keys, count };
}

function inserter(database: DatabaseSync): (row: ConnectionRow) => Promise<boolean> {
  let insert: StatementSync | undefined;
  return async (row) => {
    const names = Object.keys(row).map((name) => `"${name}"`);
    insert ??= database.prepare(`insert into connections (${names}) values (${names.map(() => '?')})`);
    insert.run(...Object.values(row));
    return true;
  };
}

export function userOf(n: number): string {
  return `29:${String(n).padStart(6, '0')}-aad-person`;
}

export function ownerOf(n: number): Owner {
  return { kind: 'user', bot: BOT, channel: 'test', tenant: '', user: userOf(n) };
}

/** Visits all of `count` in an order that defeats caches. */
export function wander(count: number): () => number {
  let at = 0;
  return () => {
    at = (at + 7919) % count;
    return at;
  };
}

function connectionOf(n: number): Omit<Connection, 'version'> {
  const now = Date.now();
  return {
    id: randomUUID(),
    owner: ownerOf(n),
    integration: INTEGRATION,
    profile: 'system',
    status: 'active',
    account: ACCOUNT,
    scopes: ['read'],
    expiresAt: now + DAY,
    createdAt: now,
    updatedAt: now,
  };
}

const DAY = 24 * 60 * 60_000;

function credential() {
  return {
    type: 'oauth2',
    accessToken: ACCESS_TOKEN,
    refreshToken: 'r'.repeat(64),
    expiresAt: Date.now() + DAY,
    scopes: ['read'],
  } as const;
}
