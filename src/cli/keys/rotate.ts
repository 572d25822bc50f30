import { type Command, readWords } from '../command.ts';
import { keyJson, keyTable } from './list.ts';

export const rotateKeys: Command = {
  name: 'keys rotate',
  summary: 'seal everything with the first key of the ring; bots may go on meanwhile',
  usage: '',
  run: async (words, call) => {
    readWords(words, [], {});
    const { status, resealed, broken, keys } = await (await call.open()).rotateKeys({ actor: call.actor });
    const next =
      status === 'done'
        ? 'done: the keys that no row needs any more can be removed from LATCHKEY_KEYS, everywhere'
        : 'unfinished: a bot still seals with an older key. Give the new one first everywhere, and run this again';
    return {
      exit: status === 'done' ? 0 : 1,
      json: { status, resealed, broken, keys: keys.map(keyJson) },
      text: `${resealed} rows sealed again, ${broken} that no key opens\n\n${keyTable(keys)}\n\n${next}`,
    };
  },
};
