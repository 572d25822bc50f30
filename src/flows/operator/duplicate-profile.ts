import type { Services } from '../services.ts';
import type { Actor } from './audited.ts';
import { type SaveProfileOutcome, saveProfile } from './save-profile.ts';

/** Copies a profile, including its secret, under another name as a draft. */
export async function duplicateProfile(
  services: Services,
  input: { readonly actor: Actor; readonly id: string; readonly name: string },
): Promise<SaveProfileOutcome> {
  const present = await services.vault.profiles.byId(input.id);
  if (present === undefined) return { status: 'not_found' };
  const { integration, description, profile } = present;
  const { actor, name } = input;
  return saveProfile(services, { actor, integration, name, description, profile, draft: true });
}
