import { type Command, readWords } from '../command.ts';
import { changeSetup } from './change-setup.ts';

export const enableIntegration: Command = {
  name: 'integrations enable',
  summary: 'let people use it',
  usage: '<integration>',
  run: async (words, call) => {
    const [id = ''] = readWords(words, ['<integration>'], {}).operands;
    return changeSetup(call, id, { enabled: true }, `${id} is enabled; bots that run notice within seconds`);
  },
};

export const disableIntegration: Command = {
  name: 'integrations disable',
  summary: 'switch it off; what is connected stays',
  usage: '<integration>',
  run: async (words, call) => {
    const [id = ''] = readWords(words, ['<integration>'], {}).operands;
    return changeSetup(call, id, { enabled: false }, `${id} is disabled; bots that run notice within seconds`);
  },
};
