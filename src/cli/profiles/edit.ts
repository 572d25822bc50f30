import { type Command, readWords } from '../command.ts';
import { answerOfSaving } from './answer-of-saving.ts';
import { readDefinition } from './read-definition.ts';

export const editProfile: Command = {
  name: 'profiles edit',
  summary: 'change a profile to what a JSON file says; a secret that is left out stays',
  usage: '<profile> <file> [--draft] [--secret-stdin]',
  help: [
    ['<file>', 'as for `profiles create`'],
    ['--draft', 'keep it although it may not work yet, and offer it to nobody'],
    ['--secret-stdin', 'standard input is the client secret'],
  ],
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<profile>', '<file>'], {
      draft: { type: 'boolean' },
      'secret-stdin': { type: 'boolean' },
    });
    const [id = '', file = ''] = operands;
    const definition = await readDefinition(file, values['secret-stdin'] === true, call);
    const operator = await call.open();
    return answerOfSaving(
      await operator.saveProfile({ actor: call.actor, id, ...definition, draft: values.draft === true }),
    );
  },
};
