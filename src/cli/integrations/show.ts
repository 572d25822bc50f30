import { writtenPublicUrl } from '../../model/public-url.ts';
import { CALLBACK_URL } from '../../model/setup-guide.ts';
import { type Command, done, readWords, refused } from '../command.ts';
import { pairs } from '../table.ts';
import { audienceText, overviewJson, profileJson } from './overview.ts';

export const showIntegration: Command = {
  name: 'integrations show',
  summary: 'show an integration: its profiles, its callback, and how to set it up at the product',
  usage: '<integration>',
  run: async (words, call) => {
    const [id = ''] = readWords(words, ['<integration>'], {}).operands;
    const overview = await (await call.open()).describeIntegration(id);
    if (overview === undefined) return refused('unknown_integration', 'there is no such integration');
    const { integrations, publicUrl } = await call.options();
    const callback = `${writtenPublicUrl(publicUrl) ?? publicUrl}/oauth/callback/${id}`;
    const guides = integrations.find((one) => one.id === id)?.setupGuides ?? [];
    const { name, state, mode, selectedProfile, audience, shared, profiles } = overview;
    const facts = pairs([
      ['name', name],
      ['state', state],
      ['who connects', mode === 'users' ? 'everyone, their own account' : 'the developers, one shared account'],
      ['selected', selectedProfile ?? 'none: people choose'],
      [
        'shared account',
        shared === undefined ? 'none' : `${shared.account.label}${shared.works ? '' : ' (no longer works)'}`,
      ],
      ['shared with', audienceText(audience)],
      ['callback', callback],
      ...profiles.map(profileJson).map((profile) => [`profile ${profile.id}`, describe(profile)] as const),
    ]);
    const steps = guides.map(({ title, steps: each }) =>
      [`${title}:`, ...each.map((step, at) => `${at + 1}. ${step.replaceAll(CALLBACK_URL, callback)}`)].join('\n'),
    );
    return done({ integration: { ...overviewJson(overview), callback } }, [facts, ...steps].join('\n\n'));
  },
};

function describe({ title, method, endsOn }: ReturnType<typeof profileJson>): string {
  return `${title} (${method})${endsOn === null ? '' : `, ends on ${endsOn}`}`;
}
