import type { Authorizer, Integration, Profile } from 'latchkey';
import type { Sandbox } from 'latchkey/sandbox';
import type { Row } from './rows.ts';

/** What a developer enters of an OAuth client that was registered at the product. */
export type OwnClient = Pick<
  Extract<Profile, { readonly authorizationUrl: string }>,
  'clientId' | 'clientSecret' | 'clientsByTenant'
>;

/** A way to connect by what people type. */
export type FormProfile = Exclude<Profile, { readonly method: 'oauth2' }>;

const DEVELOPER = { name: 'developer' };

/**
 * Makes an authorization profile for each row that wants one, and selects it, as a developer does in the console: it
 * begins with what is known of the product, and people are then asked for nothing else.
 */
export async function selectOwnProfiles(
  { operator }: Pick<Authorizer, 'operator'>,
  { sandbox, integrations }: { readonly sandbox: Sandbox; readonly integrations: readonly Integration[] },
  rows: readonly Row[],
): Promise<void> {
  for (const row of rows) {
    const known = integrations.find(({ id }) => id === row.integration);
    const profile = row.ownForm?.(sandbox) ?? ownApp(known, row.ownClient?.(sandbox));
    if (profile === undefined) continue;
    const saved = await operator.saveProfile({
      actor: DEVELOPER,
      integration: row.integration,
      name: 'Our own way',
      description: '',
      draft: false,
      profile,
    });
    if (saved.status !== 'saved') throw new Error(`the profile of ${row.name} was not saved: ${JSON.stringify(saved)}`);
    const change = { profile: saved.profile.id };
    const { status } = await operator.changeSetup({ actor: DEVELOPER, integration: row.integration, change });
    if (status !== 'saved') throw new Error(`the profile of ${row.name} was not selected: ${status}`);
  }
}

function ownApp(known: Integration | undefined, client: OwnClient | undefined): Profile | undefined {
  const begun = known?.customProfile ?? known?.profiles.find(isByLink);
  if (client === undefined || begun === undefined || !isByLink(begun)) return undefined;
  const { clientSecret: _, clientsByTenant: __, ...rest } = begun;
  return { ...rest, origin: 'custom', ...client };
}

function isByLink(profile: Profile): profile is Extract<Profile, { readonly authorizationUrl: string }> {
  return 'authorizationUrl' in profile;
}
