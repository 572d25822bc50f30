import { type Command, done, readWords, requireYes } from '../command.ts';
import { counted } from '../counted.ts';

export const revokeAllConnections: Command = {
  name: 'connections revoke-all',
  summary: "end everybody's connections to an integration",
  usage: '<integration> --yes',
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<integration>'], { yes: { type: 'boolean' } });
    const [integration = ''] = operands;
    requireYes(values.yes, `this ends everybody's connections to ${integration}, here and at the product`);
    const revoked = await (await call.open()).revokeAllConnections({ actor: call.actor, integration });
    return done({ integration, revoked }, `ended ${counted(revoked, 'connection')} to ${integration}`);
  },
};
