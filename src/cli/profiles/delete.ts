import { type Command, done, readWords, refused } from '../command.ts';
import { counted } from '../counted.ts';

export const deleteProfile: Command = {
  name: 'profiles delete',
  summary: 'delete a profile permanently',
  usage: '<profile> [--yes]',
  run: async (words, call) => {
    const [id = ''] = readWords(words, ['<profile>'], {}).operands;
    const operator = await call.open();
    const { connections, setups } = await operator.useOfProfile(id);
    await call.confirm(
      `this deletes the profile, which is selected for ${setups.join(', ') || 'nothing'}, and ends ${counted(connections, 'connection')} made with it, but not their access at the product: to end that too, revoke them first`,
    );
    const deleted = await operator.deleteProfile({ actor: call.actor, id });
    if (!deleted) return refused('not_found', 'there is no such profile');
    return done(
      { profile: id, deleted, connections },
      `deleted, which ended ${counted(connections, 'connection')} made with it`,
    );
  },
};
