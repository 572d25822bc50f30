import { type Command, done, readWords, refused, requireYes } from '../command.ts';

export const deleteIntegration: Command = {
  name: 'integrations delete',
  summary: 'forget what was decided about it, and end its shared account',
  usage: '<integration> --yes',
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<integration>'], { yes: { type: 'boolean' } });
    const [integration = ''] = operands;
    requireYes(values.yes, `this removes the setup of ${integration} and its shared account, also at the product`);
    const deleted = await (await call.open()).deleteSetup({ actor: call.actor, integration });
    if (!deleted) return refused('not_found', 'nothing was decided about it, and there is no shared account');
    return done({ integration, deleted }, `${integration} is as it is declared; people's own connections stay`);
  },
};
