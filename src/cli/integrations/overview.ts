import type { IntegrationOverview } from '../../flows/operator/list-integrations.ts';
import type { Profile } from '../../model/profile.ts';
import type { Audience } from '../../model/setup.ts';

/** What is shown of an integration; a profile's secrets are not among it. */
export function overviewJson({
  id,
  name,
  state,
  mode,
  selectedProfile,
  audience,
  profiles,
  shared,
}: IntegrationOverview) {
  return {
    id,
    name,
    state,
    mode,
    selectedProfile: selectedProfile ?? null,
    audience,
    profiles: profiles.map(profileJson),
    shared: shared === undefined ? null : { account: shared.account.label, works: shared.works },
  };
}

export function profileJson(profile: Profile) {
  const { id, title, method, endsOn } = profile;
  return {
    id,
    title,
    method,
    endsOn: endsOn ?? null,
    ...(profile.method === 'oauth2' ? { clientId: profile.clientId, scopes: profile.scopes } : {}),
  };
}

export function audienceText(audience: Audience): string {
  switch (audience.kind) {
    case 'nobody':
    case 'everyone':
      return audience.kind;
    case 'tenants':
      return `tenants ${audience.tenants.join(', ')}`;
    case 'users':
      return `users ${audience.users.join(', ')}`;
  }
}
