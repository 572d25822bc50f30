import { type Field, visibleFields } from './field.ts';
import type { Integration } from './integration.ts';
import { maskedFields } from './masked-fields.ts';
import type { AuthMethodName, Profile } from './profile.ts';

/** A profile as it is shown and returned. Secrets are write-only, so it contains none. */
export interface PublicProfile extends NoSecrets {
  readonly id: string;
  readonly title: string;
  readonly endsOn?: string;
  readonly method: AuthMethodName;
  /** The fields that people see and fill in. Hidden fields may contain secrets of the deployment. */
  readonly fields?: readonly Field[];
  readonly grant?: 'authorization_code' | 'client_credentials';
  readonly clientId?: string;
  readonly hasSecret: boolean;
  readonly scopes: readonly string[];
}

/** An integration with public profiles, without the template for custom profiles. */
export interface PublicIntegration extends Omit<Integration, 'profiles' | 'customProfile'> {
  readonly profiles: readonly PublicProfile[];
  readonly customProfile?: never;
}

/** Makes it a compile error to return a complete profile. */
export interface NoSecrets {
  readonly clientSecret?: never;
  readonly clientKey?: never;
  readonly clientsByTenant?: never;
}

export function publicProfile(profile: Profile): PublicProfile {
  const { id, title, endsOn, method } = profile;
  const shown = { id, title, method, ...(endsOn === undefined ? {} : { endsOn }) };
  if (profile.method !== 'oauth2')
    return { ...shown, fields: visibleFields(maskedFields(profile)), hasSecret: false, scopes: [] };
  const { grant = 'authorization_code', clientId, clientSecret, scopes } = profile;
  return { ...shown, grant, clientId, hasSecret: clientSecret !== undefined, scopes };
}

export function publicIntegration({ profiles, customProfile: _, ...integration }: Integration): PublicIntegration {
  return { ...integration, profiles: profiles.map(publicProfile) };
}
