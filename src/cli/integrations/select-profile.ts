import { type Command, readWords, UsageError } from '../command.ts';
import { changeSetup } from './change-setup.ts';

export const selectProfile: Command = {
  name: 'integrations select-profile',
  summary: 'offer people one profile, or all that are built in',
  usage: '<integration> <profile> | <integration> --none',
  help: [['--none', 'select none: people choose among those that are built in']],
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<integration>', '[profile]'], { none: { type: 'boolean' } });
    const [id = '', profile] = operands;
    const none = values.none === true;
    if ((profile === undefined) !== none) throw new UsageError('name a profile, or say --none');
    const text = none ? `people choose how to authorize ${id}` : `${id} is authorized with ${profile}`;
    return changeSetup(call, id, { profile: profile ?? null }, text);
  },
};
