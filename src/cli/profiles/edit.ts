import type { EffectOfEdit } from '../../flows/operator/effect-of-edit.ts';
import { type Command, readWords } from '../command.ts';
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
  ],
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<profile>', '<file>'], {
      draft: { type: 'boolean' },
      'secret-stdin': { type: 'boolean' },
    });
    const [id = '', file = ''] = operands;
    const definition = await readDefinition(file, values['secret-stdin'] === true, call);
    const operator = await call.open();
    const wanted = { actor: call.actor, id, ...definition, draft: values.draft === true };
    const done = await operator.effectOfEdit(wanted);
    if (done !== undefined && done.effect !== 'none') await call.confirm(consequenceOf(done.effect, done.use));
    return answerOfSaving(await operator.saveProfile(wanted));
  },
};

function consequenceOf(
  effect: Exclude<EffectOfEdit['effect'], 'none'>,
  { connections, setups, shared }: EffectOfEdit['use'],
): string {
  const selected = setups.length === 0 ? '' : `, and it is selected for ${setups.join(', ')}`;
  const account = shared ? ', the shared account among them' : '';
  return `${EFFECTS[effect]}: ${counted(connections, 'connection')} made with it${account}${selected}`;
}

const EFFECTS = {
  stop: 'a draft works for nobody, and this profile is in use',
  end_now: 'connections lack a value for the new field, so that people are asked to connect again',
  end_at_renewal:
    'the product refuses to renew tokens for another client or address, so that people have to connect again',
} as const;
