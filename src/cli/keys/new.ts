import { randomBytes } from 'node:crypto';
import { type Command, done, readWords, UsageError } from '../command.ts';
import { freshKey } from './fresh-key.ts';

export const newKey: Command = {
  name: 'keys new',
  summary: 'print a new key for LATCHKEY_KEYS; it is not stored',
  usage: '[--id NAME]',
  help: [['--id NAME', 'default: the first of k1, k2 … that LATCHKEY_KEYS does not have']],
  run: async (words, call) => {
    const { values } = readWords(words, [], { id: { type: 'string' } });
    const taken = call.settings.keys.split(',').map((entry) => entry.trim().split(':')[0] ?? '');
    const id = values.id ?? firstFree(taken);
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id)) throw new UsageError('--id takes 1 to 32 letters, digits, - and _');
    if (taken.includes(id)) throw new UsageError('LATCHKEY_KEYS already has a key of this name: choose another');
    const key = freshKey(id, randomBytes);
    return done({ id, key }, key);
  },
};

function firstFree(taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    if (!taken.includes(`k${number}`)) return `k${number}`;
  }
}
