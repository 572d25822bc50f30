import { type Command, readWords } from '../command.ts';
import { answerOfSaving } from './answer-of-saving.ts';
import { readDefinition } from './read-definition.ts';

export const createProfile: Command = {
  name: 'profiles create',
  summary: 'create an authorization profile from a JSON file',
  usage: '<file> [--draft] [--secret-stdin]',
  help: [
    ['<file>', 'JSON { "integration", "name", "description", "profile": { "method", … } }; - reads standard input'],
    ['--draft', 'save it even if it cannot work yet, and offer it to nobody'],
    [
      '--secret-stdin',
      'read the client secret from standard input; else the file refers to it: { "secret": "NAME OF A SETTING" }',
    ],
  ],
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<file>'], {
      draft: { type: 'boolean' },
      'secret-stdin': { type: 'boolean' },
    });
    const [file = ''] = operands;
    const definition = await readDefinition(file, values['secret-stdin'] === true, call);
    const operator = await call.open();
    return answerOfSaving(
      await operator.saveProfile({ actor: call.actor, ...definition, draft: values.draft === true }),
    );
  },
};
