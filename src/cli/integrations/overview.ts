import type { IntegrationOverview } from '../../flows/operator/list-integrations.ts';
import type { PublicProfile } from '../../model/public-profile.ts';
import type { Audience } from '../../model/setup.ts';

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

export function profileJson({ id, title, method, endsOn, clientId, scopes }: PublicProfile) {
  return {
    id,
    title,
    method,
    endsOn: endsOn ?? null,
    ...(clientId === undefined ? {} : { clientId, scopes }),
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
