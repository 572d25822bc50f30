import { type Command, done, readWords } from '../command.ts';
import { table } from '../table.ts';
import { overviewJson } from './overview.ts';

export const listIntegrations: Command = {
  name: 'integrations list',
  summary: 'list all integrations, and whether people can use them',
  usage: '',
  run: async (words, call) => {
    readWords(words, [], {});
    const integrations = await (await call.open()).listIntegrations();
    const rows = integrations.map(({ id, state, mode, selectedProfile, shared, profiles }) => [
      id,
      state,
      mode,
      selectedProfile ?? profiles.map((profile) => profile.id).join(', '),
      shared?.account.label ?? '',
    ]);
    return done(
      { integrations: integrations.map(overviewJson) },
      table(['ID', 'STATE', 'WHO CONNECTS', 'PROFILES', 'SHARED ACCOUNT'], rows, 'no integrations'),
    );
  },
};
