import { type Command, done, readWords, requireYes } from '../command.ts';

export const revokeAllConnections: Command = {
  name: 'connections revoke-all',
  summary: "end everybody's connections to an integration",
  usage: '<integration> --yes',
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<integration>'], { yes: { type: 'boolean' } });
    const [integration = ''] = operands;
    requireYes(values.yes, `this ends every connection to ${integration}, of all people, also at the product`);
    const revoked = await (await call.open()).revokeAllConnections({ actor: call.actor, integration });
    return done({ integration, revoked }, `${revoked} connections to ${integration} are ended`);
  },
};
