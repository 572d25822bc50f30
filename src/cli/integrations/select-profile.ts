import { type Command, readWords, UsageError } from '../command.ts';
import { changeSetup } from './change-setup.ts';

export const selectProfile: Command = {
  name: 'integrations select-profile',
  summary: 'offer people one profile, or all built-in ones',
  usage: '<integration> <profile> | <integration> --none',
  help: [['--none', 'select none: people choose among the built-in ones']],
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<integration>', '[profile]'], { none: { type: 'boolean' } });
    const [id = '', profile] = operands;
    const none = values.none === true;
    if ((profile === undefined) !== none) throw new UsageError('name a profile, or use --none');
    const text = none ? `people choose how to authorize ${id}` : `${id} is authorized with ${profile}`;
    return changeSetup(call, id, { profile: profile ?? null }, text);
  },
};
