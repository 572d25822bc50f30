import { type Command, done, readWords, refused, requireYes } from '../command.ts';

export const deleteProfile: Command = {
  name: 'profiles delete',
  summary: 'delete a profile for good',
  usage: '<profile> --yes',
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<profile>'], { yes: { type: 'boolean' } });
    const [id = ''] = operands;
    const operator = await call.open();
    const { connections, setups } = await operator.useOfProfile(id);
    requireYes(
      values.yes,
      `this deletes the profile: ${connections} connections made with it end at once, but not at the product (revoke them first for that), and it is selected for ${setups.join(', ') || 'nothing'}`,
    );
    const deleted = await operator.deleteProfile({ actor: call.actor, id });
    if (!deleted) return refused('not_found', 'there is no such profile');
    return done({ profile: id, deleted, connections }, `deleted; ${connections} connections were made with it`);
  },
};
