import type { KeyUse } from '../../vault/vault.ts';
import { type Command, done, readWords } from '../command.ts';
import { table } from '../table.ts';

export const listKeys: Command = {
  name: 'keys list',
  summary: 'list the keys of the ring by name, and how many rows need each',
  usage: '',
  run: async (words, call) => {
    readWords(words, [], {});
    const keys = await (await call.open()).keysInUse();
    return done({ keys: keys.map(keyJson) }, keyTable(keys));
  },
};

export function keyJson({ id, role, rows }: KeyUse) {
  return { id, role, rows };
}

export function keyTable(keys: readonly KeyUse[]): string {
  return table(
    ['KEY', 'ROLE', 'ROWS'],
    keys.map(({ id, role, rows }) => [id, role, String(rows)]),
    'no keys',
  );
}
