import type { Services } from './services.ts';

/**
 * The bot's own state in the same store, sealed. It implements the `Storage` of botbuilder and of the Agents SDK: `new
 * ConversationState(authorizer.storage)`.
 * An item without an `eTag`, or with `*`, overwrites what is stored. With any other `eTag` it is written only if the stored
 * item still has it. If not, the call fails and writes nothing. Each write changes the `eTag`.
 */
export interface BotStorage {
  /** The stored items, each with its `eTag`. */
  read(keys: string[]): Promise<Record<string, unknown>>;
  /** Writes all of them or none. */
  write(changes: Record<string, unknown>): Promise<void>;
  /** Keys without an item are ignored. */
  delete(keys: string[]): Promise<void>;
}

export function botStorage(services: Services): BotStorage {
  const { botState } = services.vault;
  return {
    async read(keys) {
      if (!Array.isArray(keys)) throw new ReferenceError('Keys are required when reading.');
      const found = [...(await botState.read(keys))].map(([key, { json, eTag }]) => {
        const item: unknown = JSON.parse(json);
        return [key, typeof item === 'object' && item !== null ? { ...item, eTag } : item] as const;
      });
      return Object.fromEntries(found);
    },
    async write(changes) {
      if (typeof changes !== 'object' || changes === null) {
        throw new ReferenceError('Changes are required when writing.');
      }
      const items = Object.entries(changes).map(([key, item]) => ({ key, ...readItem(item) }));
      const now = services.now();
      await services.vault.transaction(async (vault) => {
        for (const { key, json, expected } of items) {
          const written = await vault.botState.write(key, { eTag: newETag(services), json }, now, expected);
          if (!written) throw new Error(`Storage: error writing "${key}" due to eTag conflict.`);
        }
      });
    },
    async delete(keys) {
      if (!Array.isArray(keys)) throw new ReferenceError('Keys are required when deleting.');
      await botState.remove(keys);
    },
  };
}

function readItem(item: unknown): { readonly json: string; readonly expected: string | undefined } {
  const { eTag, ...rest }: { readonly eTag?: unknown } = typeof item === 'object' && item !== null ? item : {};
  const expected = typeof eTag === 'string' && eTag !== '' && eTag !== '*' ? eTag : undefined;
  return { json: JSON.stringify(rest), expected };
}

function newETag(services: Services): string {
  return Buffer.from(services.randomBytes(12)).toString('base64url');
}
