import { type Command, done, readWords } from '../command.ts';
import { counted } from '../counted.ts';

export const revokeAllConnections: Command = {
  name: 'connections revoke-all',
  summary: "end everybody's connections to an integration",
  usage: '<integration> [--yes]',
  run: async (words, call) => {
    const [integration = ''] = readWords(words, ['<integration>'], {}).operands;
    await call.confirm(`this ends everybody's connections to ${integration}, here and at the product`);
    const revoked = await (await call.open()).revokeAllConnections({ actor: call.actor, integration });
    return done({ integration, revoked }, `ended ${counted(revoked, 'connection')} to ${integration}`);
  },
};
