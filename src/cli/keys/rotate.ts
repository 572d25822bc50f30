import { type Command, readWords } from '../command.ts';
import { counted } from '../counted.ts';
import { keyJson, keyTable } from './list.ts';

export const rotateKeys: Command = {
  name: 'keys rotate',
  summary: 'seal everything again with the first key of the ring; bots can keep running',
  usage: '',
  run: async (words, call) => {
    readWords(words, [], {});
    const { status, resealed, broken, keys } = await (await call.open()).rotateKeys({ actor: call.actor });
    const next =
      status === 'done'
        ? 'done: you can remove the keys that no row needs from LATCHKEY_KEYS, everywhere'
        : 'unfinished: a bot still seals with an older key. Put the new key first everywhere, then run this again';
    return {
      exit: status === 'done' ? 0 : 1,
      json: { status, resealed, broken, keys: keys.map(keyJson) },
      text: `${counted(resealed, 'row')} sealed again, ${counted(broken, 'row')} that no key opens\n\n${keyTable(keys)}\n\n${next}`,
    };
  },
};
