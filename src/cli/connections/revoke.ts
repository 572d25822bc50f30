import { type Command, done, readWords, refused, requireYes } from '../command.ts';

export const revokeConnection: Command = {
  name: 'connections revoke',
  summary: 'end one connection, here and at the product',
  usage: '<connection> --yes',
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<connection>'], { yes: { type: 'boolean' } });
    const [id = ''] = operands;
    requireYes(values.yes, 'this ends the connection, also at the product');
    const atProduct = await (await call.open()).revokeConnection({ actor: call.actor, id });
    if (atProduct === 'not_found') return refused('not_found', 'there is no such connection');
    return done({ connection: id, atProduct }, `removed; ${AT_PRODUCT[atProduct]}`);
  },
};

const AT_PRODUCT = {
  revoked: 'the product has ended it, too',
  queued: 'the product is asked again for 24 hours, because it could not be reached',
  in_use: 'the access at the product stays, because another connection of the account uses it',
  unsupported: 'the product has no way to end it: its owner must remove the access there',
} as const;
