import { type Command, done, readWords, requireYes, UsageError } from '../command.ts';

export const forgetUser: Command = {
  name: 'connections forget-user',
  summary: 'remove all that is stored of a person, and end their connections',
  usage: '--channel CHANNEL --user ID [--tenant ID] --yes',
  help: [
    ['--channel CHANNEL', 'msteams, webchat …; `npx latchkey connections list --json` shows the owners'],
    ['--user ID', "the channel's id of the person"],
    ['--tenant ID', 'Teams tenant, Slack team …; empty where the channel has none'],
    ['--bot ID', 'app id of the bot; default MicrosoftAppId'],
  ],
  run: async (words, call) => {
    const { values } = readWords(words, [], {
      channel: { type: 'string' },
      user: { type: 'string' },
      tenant: { type: 'string' },
      bot: { type: 'string' },
      yes: { type: 'boolean' },
    });
    const { channel, user, tenant = '', bot = call.settings.appId } = values;
    if (channel === undefined || user === undefined) throw new UsageError('--channel and --user say who is meant');
    requireYes(values.yes, 'this removes everything that is stored of this person, and ends their connections');
    const owner = { kind: 'user', bot, channel, tenant, user } as const;
    const forgotten = await (await call.open()).forgetOwner({ actor: call.actor, owner });
    const { connections, authorizations, errands, queued, unsupported } = forgotten;
    return done(
      { forgotten: { connections, authorizations, errands, queued, unsupported } },
      `forgotten: ${connections} connections, ${authorizations} attempts, ${errands} errands` +
        (queued === 0
          ? ''
          : `; ${queued} are still to be ended at their products, which are asked again for 24 hours`) +
        (unsupported === 0 ? '' : `; ${unsupported} can only be ended by the person, at the product`),
    );
  },
};
