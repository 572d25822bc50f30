import { profileProblems } from '../../../auth-methods/check-profile.ts';
import type { Integration } from '../../../model/integration.ts';
import { problemLine } from '../../../model/problem.ts';
import type { Profile } from '../../../model/profile.ts';
import { type Check, type Deployment, integrationsOf, type Observation } from './deployment.ts';

export const checkIntegrations: Check = {
  id: 'integrations',
  title: 'Every integration can work as it is declared',
  run: ({ integrations, declared }) => {
    if (integrations.status !== 'failed') return [{ verdict: 'ok', text: declared.map(({ id }) => id).join(', ') }];
    return [{ verdict: 'problem', text: integrations.reason, fix: 'change the file or the code that declares it' }];
  },
};

export const checkProfiles: Check = {
  id: 'profiles',
  title: 'Every authorization profile can work',
  run: (deployment) =>
    eachProfile(deployment, (profile, integration) => {
      const problems = profileProblems(profile, integration).map(problemLine);
      if (problems.length > 0) {
        return { verdict: 'problem', text: problems.join('; '), fix: 'change the profile, or delete it' };
      }
      if (profile.method === 'oauth2' && profile.clientsByTenant === undefined && profile.clientId === '') {
        return { verdict: 'problem', text: 'it has no client id', fix: 'enter the client id of the OAuth app' };
      }
      return undefined;
    }),
};

export const checkRefreshScope: Check = {
  id: 'refresh_scope',
  title: 'Sign-ins last, because the scope for a refresh token is requested',
  run: (deployment) =>
    eachProfile(deployment, (profile, { name, refreshScope }) => {
      if (refreshScope === undefined || profile.method !== 'oauth2' || profile.grant === 'client_credentials') {
        return undefined;
      }
      if (profile.scopes.includes(refreshScope)) return { verdict: 'ok', text: `it requests ${refreshScope}` };
      return {
        verdict: 'problem',
        text: `it does not request ${refreshScope}: people must sign in to ${name} again whenever an access token expires`,
        fix: `add ${refreshScope} to the scopes of the profile; people who are already connected must connect again`,
      };
    }),
};

/** How long before the end a warning begins. */
const NOTICE_DAYS = 180;
const DAY = 86_400_000;

export const checkEndDates: Check = {
  id: 'end_dates',
  title: 'No product is about to switch off a way to authorize',
  run: (deployment) =>
    eachProfile(deployment, ({ endsOn }, { name }) => {
      if (endsOn === undefined) return undefined;
      const days = Math.ceil((Date.parse(endsOn) - deployment.now()) / DAY);
      const fix = `offer another way to authorize ${name}, and have people connect again with it before that day`;
      if (days <= 0) return { verdict: 'problem', text: `${name} switched it off on ${endsOn}`, fix };
      const text = `${name} switches it off on ${endsOn}, in ${days} days`;
      return days > NOTICE_DAYS ? { verdict: 'ok', text } : { verdict: 'warning', text, fix };
    }),
};

function eachProfile(
  deployment: Deployment,
  look: (profile: Profile, integration: Integration) => Observation | undefined,
): readonly Observation[] {
  return integrationsOf(deployment).flatMap((integration) =>
    integration.profiles.flatMap((profile) => {
      const seen = look(profile, integration);
      return seen === undefined ? [] : [{ about: `${integration.id}/${profile.id}`, ...seen }];
    }),
  );
}
