import { createHash } from 'node:crypto';
import type { BotStateRows } from '../stores/store.ts';
import type { SealContext } from './cipher.ts';
import type { Sealer } from './sealer.ts';

/** A bot's own state. Its keys identify people and conversations, so the store gets only their SHA-256. */
export interface BotStateVault {
  /** The stored items, by key. */
  read(keys: readonly string[]): Promise<ReadonlyMap<string, BotStateItem>>;
  /**
   * Writes an item under a new `eTag`. False if the stored `eTag` is not `expected`, or nothing is stored.
   *
   * @param expected undefined: overwrite whatever is stored
   */
  write(key: string, item: BotStateItem, now: number, expected: string | undefined): Promise<boolean>;
  remove(keys: readonly string[]): Promise<void>;
}

interface BotStateItem {
  readonly eTag: string;
  readonly json: string;
}

export function botStateVault(rows: BotStateRows, sealer: Sealer): BotStateVault {
  return {
    read: async (keys) => {
      const byId = new Map(keys.map((key) => [idOf(key), key]));
      const found = new Map<string, BotStateItem>();
      for (const row of await rows.byIds([...byId.keys()])) {
        const answer = sealer.open(contextOf(row.id), 'botState', row);
        const key = byId.get(row.id);
        if (answer.status === 'open' && key !== undefined) found.set(key, { eTag: row.eTag, json: answer.record });
      }
      return found;
    },
    write: (key, { eTag, json }, now, expected) => {
      const id = idOf(key);
      return rows.put({ id, eTag, updatedAt: now, ...sealer.seal(contextOf(id), 'botState', json) }, expected);
    },
    remove: (keys) => rows.remove(keys.map(idOf)),
  };
}

function idOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

function contextOf(id: string): SealContext {
  return { table: 'botState', column: 'sealed', row: id, owner: '', integration: '' };
}
