import type { Audience } from '../../model/setup.ts';
import { type Command, readWords, UsageError } from '../command.ts';
import { changeSetup } from './change-setup.ts';
import { audienceText } from './overview.ts';

export const shareIntegration: Command = {
  name: 'integrations share',
  summary: 'let people use one shared account instead of their own',
  usage: '<integration> --audience WHO [--yes]',
  help: [
    ['--audience everyone', 'everyone who can talk to the bot'],
    ['--audience tenants:ID,ID', "people of these channel tenants, e.g. Teams' tenant ids"],
    ['--audience users:WHO,WHO', 'these people, each as CHANNEL/TENANT/USER: msteams/<tenant>/<id>, telegram//<id>'],
    ['--audience nobody', 'nobody for now'],
  ],
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<integration>'], { audience: { type: 'string' } });
    const [id = ''] = operands;
    const audience = readAudience(values.audience);
    const text = `the shared account of ${id} is for ${audienceText(audience)}; removing people takes effect at the next use, anything else within seconds`;
    return changeSetup(call, id, { mode: 'preauthorized', audience }, text);
  },
};

function readAudience(given: string | undefined): Audience {
  const [, kind, listed] = /^(everyone|nobody|tenants|users)(?::(.*))?$/.exec(given ?? '') ?? [];
  const ids = (listed ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if ((kind === 'everyone' || kind === 'nobody') && listed === undefined) return { kind };
  if (kind === 'tenants' && ids.length > 0) return { kind, tenants: ids };
  if (kind === 'users' && ids.length > 0) return { kind, users: ids };
  throw new UsageError('--audience must be everyone, nobody, tenants:ID,… or users:CHANNEL/TENANT/USER,…');
}
