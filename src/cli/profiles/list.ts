import { type Command, done, readWords } from '../command.ts';
import { day, table } from '../table.ts';

export const listProfiles: Command = {
  name: 'profiles list',
  summary: 'list the authorization profiles created for this bot; never shows secrets',
  usage: '[--integration ID]',
  run: async (words, call) => {
    const { integration } = readWords(words, [], { integration: { type: 'string' } }).values;
    const profiles = await (await call.open()).listProfiles(integration === undefined ? {} : { integration });
    const rows = profiles.map(({ id, integration: of, name, method, draft, use, updatedAt }) => [
      id,
      of,
      name,
      method,
      draft ? 'draft' : use.setups.length > 0 ? 'selected' : '',
      String(use.connections),
      day(updatedAt),
    ]);
    return done(
      {
        profiles: profiles.map((profile) => ({
          id: profile.id,
          integration: profile.integration,
          name: profile.name,
          description: profile.description,
          draft: profile.draft,
          method: profile.method,
          clientId: profile.clientId ?? null,
          hasSecret: profile.hasSecret,
          scopes: profile.scopes,
          selected: profile.use.setups.length > 0,
          connections: profile.use.connections,
          updatedAt: new Date(profile.updatedAt).toISOString(),
        })),
      },
      table(['ID', 'INTEGRATION', 'NAME', 'METHOD', 'STATE', 'CONNECTIONS', 'CHANGED (UTC)'], rows, 'no profiles'),
    );
  },
};
