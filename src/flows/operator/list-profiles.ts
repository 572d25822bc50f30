import type { PublicCustomProfile } from '../../model/custom-profile.ts';
import type { Profile } from '../../model/profile.ts';
import { type PublicProfile, publicProfile } from '../../model/public-profile.ts';
import type { Services } from '../services.ts';
import { type ProfileUse, useOfProfile } from './delete-profile.ts';

/** An authorization profile for a list. Secrets are write-only, so it contains none. */
export interface ProfileOverview extends PublicCustomProfile, Shown {
  readonly use: ProfileUse;
}

export type Shown = Pick<PublicProfile, 'method' | 'clientId' | 'hasSecret' | 'scopes'>;

/** The developers' own profiles including drafts, oldest first. */
export async function listProfiles(
  services: Services,
  input: { readonly integration?: string } = {},
): Promise<readonly ProfileOverview[]> {
  const all = await services.vault.profiles.list();
  const wanted = all.filter(({ integration }) => input.integration === undefined || integration === input.integration);
  return Promise.all(
    wanted.map(async ({ profile, ...rest }) => ({
      ...rest,
      ...shownOf(profile),
      use: await useOfProfile(services, rest.id),
    })),
  );
}

function shownOf(profile: Profile): Shown {
  const { method, clientId, hasSecret, scopes } = publicProfile(profile);
  return { method, ...(clientId === undefined ? {} : { clientId }), hasSecret, scopes };
}
