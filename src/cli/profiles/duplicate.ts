import { type Command, readWords } from '../command.ts';
import { answerOfSaving } from './answer-of-saving.ts';

export const duplicateProfile: Command = {
  name: 'profiles duplicate',
  summary: 'copy a profile, including its secret, as a draft',
  usage: '<profile> <name>',
  run: async (words, call) => {
    const [id = '', name = ''] = readWords(words, ['<profile>', '<name>'], {}).operands;
    return answerOfSaving(await (await call.open()).duplicateProfile({ actor: call.actor, id, name }));
  },
};
