import type { CustomProfile } from '../../model/custom-profile.ts';
import type { AuthMethodName, Profile } from '../../model/profile.ts';
import type { Services } from '../services.ts';
import { type ProfileUse, useOfProfile } from './delete-profile.ts';

/** An authorization profile as a list shows it. Secrets are write-only, so none is among it (security.md R63). */
export interface ProfileOverview extends Omit<CustomProfile, 'profile'> {
  readonly method: AuthMethodName;
  readonly clientId?: string;
  readonly hasSecret: boolean;
  readonly scopes: readonly string[];
  readonly use: ProfileUse;
}

/** The developers' own profiles, oldest first; drafts included. */
export async function listProfiles(
  services: Services,
  input: { readonly integration?: string } = {},
): Promise<readonly ProfileOverview[]> {
  const all = await services.vault.profiles.list();
  const wanted = all.filter(({ integration }) => input.integration === undefined || integration === input.integration);
  return Promise.all(
    wanted.map(async ({ profile, ...rest }) => ({
      ...rest,
      ...summaryOf(profile),
      use: await useOfProfile(services, rest.id),
    })),
  );
}

function summaryOf(profile: Profile): Pick<ProfileOverview, 'method' | 'clientId' | 'hasSecret' | 'scopes'> {
  const { method } = profile;
  if (profile.method !== 'oauth2') return { method, hasSecret: false, scopes: [] };
  const { clientId, clientSecret, scopes } = profile;
  return { method, clientId, hasSecret: clientSecret !== undefined, scopes };
}
