import type { OpenAuthorizer } from '../../open-authorizer.ts';
import { type Command, readWords, requireYes } from '../command.ts';
import { counted } from '../counted.ts';
import { answerOfSaving } from './answer-of-saving.ts';
import { readDefinition } from './read-definition.ts';

export const editProfile: Command = {
  name: 'profiles edit',
  summary: 'replace a profile with a JSON file; a secret that is left out is kept',
  usage: '<profile> <file> [--draft] [--secret-stdin] [--yes]',
  help: [
    ['<file>', 'as for `profiles create`'],
    ['--draft', 'save it even if it cannot work yet, and offer it to nobody'],
    ['--secret-stdin', 'read the client secret from standard input'],
    ['--yes', 'make it a draft even if it is in use'],
  ],
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<profile>', '<file>'], {
      draft: { type: 'boolean' },
      'secret-stdin': { type: 'boolean' },
      yes: { type: 'boolean' },
    });
    const [id = '', file = ''] = operands;
    const definition = await readDefinition(file, values['secret-stdin'] === true, call);
    const operator = await call.open();
    if (values.draft === true) await requireUnused(operator, id, values.yes);
    return answerOfSaving(
      await operator.saveProfile({ actor: call.actor, id, ...definition, draft: values.draft === true }),
    );
  },
};

/** @throws UsageError if a profile that works is in use and `--yes` was not given */
async function requireUnused(operator: OpenAuthorizer['operator'], id: string, yes: boolean | undefined) {
  const present = (await operator.listProfiles()).find((one) => one.id === id);
  if (present === undefined || present.draft) return;
  const { connections, setups } = await operator.useOfProfile(id);
  if (connections === 0 && setups.length === 0) return;
  const use = `${counted(connections, 'connection')} made with it, and it is selected for ${setups.join(', ') || 'nothing'}`;
  requireYes(yes, `a draft works for nobody, and this profile is in use: ${use}`);
}
