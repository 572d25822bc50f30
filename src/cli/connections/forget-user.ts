import { type Command, done, readWords, refused, UsageError } from '../command.ts';
import { counted } from '../counted.ts';

export const forgetUser: Command = {
  name: 'connections forget-user',
  summary: 'delete everything stored about a person, and end their connections',
  usage: '--channel CHANNEL --user ID [--tenant ID] [--yes]',
  help: [
    ['--channel CHANNEL', 'msteams, webchat …; `npx latchkey connections list --json` shows the owners'],
    ['--user ID', "the person's id in the channel"],
    ['--tenant ID', 'Teams tenant, Slack team …; leave it out if the channel has none'],
    ['--bot ID', 'app id of the bot; default: MicrosoftAppId'],
  ],
  run: async (words, call) => {
    const { values } = readWords(words, [], {
      channel: { type: 'string' },
      user: { type: 'string' },
      tenant: { type: 'string' },
      bot: { type: 'string' },
    });
    const { channel, user, tenant = '', bot = call.settings.appId } = values;
    if (channel === undefined || user === undefined) throw new UsageError('--channel and --user are required');
    // without an app id, connections belong to the id by which the channel knows the bot
    if (bot === '')
      throw new UsageError('MicrosoftAppId is empty: name the bot with --bot, as connections list --json shows it');
    await call.confirm('this deletes everything stored about this person, and ends their connections');
    const owner = { kind: 'user', bot, channel, tenant, user } as const;
    const forgotten = await (await call.open()).forgetOwner({ actor: call.actor, owner });
    const { connections, authorizations, errands, queued, unsupported } = forgotten;
    if (connections + authorizations + errands + queued === 0) {
      const person = `${channel}/${tenant}/${user} of the bot ${bot}`;
      return refused('not_found', `nothing is stored about ${person}: compare with latchkey connections list --json`);
    }
    return done(
      { forgotten: { connections, authorizations, errands, queued, unsupported } },
      `forgotten: ${counted(connections, 'connection')}, ${counted(authorizations, 'attempt')}, ${counted(errands, 'request')}` +
        (queued === 0
          ? ''
          : `; ${counted(queued, 'revocation')} could not be made yet, and the products are asked again for 24 hours`) +
        (unsupported === 0 ? '' : `; ${unsupported} can only be revoked by the person, at the product`),
    );
  },
};
