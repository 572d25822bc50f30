import { type IntegrationOverview, listIntegrations } from '../list-integrations.ts';
import type { Check, Observation } from './deployment.ts';

export const checkSharedAccounts: Check = {
  id: 'needs_attention',
  title: 'Selected profiles exist, and shared accounts work',
  run: async ({ services }) => {
    if (services === undefined) return [];
    const overviews = await listIntegrations(services);
    return overviews.filter(({ state }) => state === 'needs_attention').map(judge);
  },
};

function judge({ id, profiles, selectedProfile, shared }: IntegrationOverview): Observation {
  if (selectedProfile !== undefined && !profiles.some((profile) => profile.id === selectedProfile)) {
    return {
      verdict: 'problem',
      about: id,
      text: `its selected profile ${selectedProfile} no longer exists`,
      fix: `run \`npx latchkey integrations select-profile ${id}\` with another one, or with none`,
    };
  }
  return {
    verdict: 'problem',
    about: id,
    text: `its shared account ${shared?.account.label ?? ''} no longer works`,
    fix: 'connect the shared account again, in the console or with `npx latchkey integrations connect`',
  };
}
