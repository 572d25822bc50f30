import { type Command, readWords } from '../command.ts';
import { changeSetup } from './change-setup.ts';

export const unshareIntegration: Command = {
  name: 'integrations unshare',
  summary: 'have everyone connect their own account again; the shared one is kept, but nobody can use it',
  usage: '<integration> [--yes]',
  run: async (words, call) => {
    const [id = ''] = readWords(words, ['<integration>'], {}).operands;
    return changeSetup(
      call,
      id,
      { mode: 'users', audience: { kind: 'nobody' } },
      `people connect their own ${id} accounts`,
    );
  },
};
