import type { Credential } from '../model/credential.ts';
import { mustBeEntered } from '../model/field.ts';
import type { Profile } from '../model/profile.ts';

/**
 * Whether a profile can still use a credential that was obtained with it: a developer may have added a field since, and nobody
 * has entered a value for it.
 */
export function fitsProfile(profile: Profile, credential: Credential): boolean {
  if (profile.method === 'oauth2' || credential.type === 'oauth2') return profile.method === credential.type;
  return (
    profile.method === credential.type &&
    profile.fields.every((field) => !mustBeEntered(field) || Object.hasOwn(credential.values, field.key))
  );
}
