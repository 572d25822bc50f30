import { type Command, done, readWords, refused } from '../command.ts';

export const deleteIntegration: Command = {
  name: 'integrations delete',
  summary: 'reset an integration to its defaults, and remove its shared account',
  usage: '<integration> [--yes]',
  run: async (words, call) => {
    const [integration = ''] = readWords(words, ['<integration>'], {}).operands;
    await call.confirm(`this removes the setup of ${integration} and its shared account, here and at the product`);
    const deleted = await (await call.open()).deleteSetup({ actor: call.actor, integration });
    if (!deleted) return refused('not_found', 'it has no setup and no shared account');
    return done({ integration, deleted }, `${integration} has its defaults again; people's own connections stay`);
  },
};
