import type { Profile } from '../model/profile.ts';
import type { Services } from './services.ts';

/** Whether a key or password for this profile may be typed in the chat, if the channel hides it. Otherwise only on the page. */
export function takesKeyInChat(
  { settings }: Services,
  profile: Profile,
): profile is Exclude<Profile, { readonly method: 'oauth2' }> {
  return profile.method !== 'oauth2' && settings.credentialEntry === 'chat';
}
