import { type Command, readWords } from '../command.ts';
import { changeSetup } from './change-setup.ts';

export const enableIntegration: Command = {
  name: 'integrations enable',
  summary: 'let people use an integration',
  usage: '<integration>',
  run: async (words, call) => {
    const [id = ''] = readWords(words, ['<integration>'], {}).operands;
    return changeSetup(call, id, { enabled: true }, `${id} is enabled; running bots notice within seconds`);
  },
};

export const disableIntegration: Command = {
  name: 'integrations disable',
  summary: 'turn an integration off; connections are kept',
  usage: '<integration> [--yes]',
  run: async (words, call) => {
    const [id = ''] = readWords(words, ['<integration>'], {}).operands;
    return changeSetup(call, id, { enabled: false }, `${id} is disabled; running bots notice within seconds`);
  },
};
