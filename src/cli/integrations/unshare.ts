import { type Command, readWords } from '../command.ts';
import { changeSetup } from './change-setup.ts';

export const unshareIntegration: Command = {
  name: 'integrations unshare',
  summary: 'have every person connect an own account again; the shared one stays, for nobody',
  usage: '<integration>',
  run: async (words, call) => {
    const [id = ''] = readWords(words, ['<integration>'], {}).operands;
    return changeSetup(call, id, { mode: 'users', audience: { kind: 'nobody' } }, `people connect ${id} themselves`);
  },
};
