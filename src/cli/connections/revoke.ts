import { type Command, done, readWords, refused } from '../command.ts';

export const revokeConnection: Command = {
  name: 'connections revoke',
  summary: 'end one connection, here and at the product',
  usage: '<connection> [--yes]',
  run: async (words, call) => {
    const [id = ''] = readWords(words, ['<connection>'], {}).operands;
    await call.confirm('this ends the connection, here and at the product');
    const atProduct = await (await call.open()).revokeConnection({ actor: call.actor, id });
    if (atProduct === 'not_found') return refused('not_found', 'there is no such connection');
    return done({ connection: id, atProduct }, `removed; ${AT_PRODUCT[atProduct]}`);
  },
};

const AT_PRODUCT = {
  revoked: 'the access at the product is revoked, too',
  queued: 'the product could not be reached; revoking the access there is retried for 24 hours',
  in_use: 'the access at the product stays, because another connection of the account uses it',
  unsupported: 'the product offers no way to revoke the access: its owner must remove it there',
} as const;
