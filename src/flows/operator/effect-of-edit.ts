import { mustBeEntered } from '../../model/field.ts';
import { type Profile, renewalUrl } from '../../model/profile.ts';
import type { Services } from '../services.ts';
import { type ProfileUse, useOfProfile } from './delete-profile.ts';
import type { ProfileToSave } from './save-profile.ts';

/**
 * What saving a profile does to whatever uses it. `stop`: nobody can use it while it is a draft. `end_now`: its connections lack
 * the value of a new field, so their people are asked to connect again. `end_at_renewal`: the product gave their tokens to
 * another client, or elsewhere, and refuses the next renewal.
 */
export interface EffectOfEdit {
  readonly effect: 'none' | 'stop' | 'end_now' | 'end_at_renewal';
  readonly use: ProfileUse;
}

/** What saving this would do. Whoever saves it is asked before, unless the effect is `none`. Undefined for a new profile. */
export async function effectOfEdit(
  services: Services,
  input: Pick<ProfileToSave, 'id' | 'profile' | 'draft'>,
): Promise<EffectOfEdit | undefined> {
  const present = input.id === undefined ? undefined : await services.vault.profiles.byId(input.id);
  if (present === undefined) return undefined;
  const use = await useOfProfile(services, present.id);
  const isUsed = use.connections > 0 || (input.draft && use.setups.length > 0);
  if (present.draft || !isUsed) return { effect: 'none', use };
  return { effect: input.draft ? 'stop' : between(present.profile, input.profile), use };
}

function between(before: Profile, after: Profile): EffectOfEdit['effect'] {
  if (before.method === 'oauth2' && after.method === 'oauth2') {
    const isSame = before.clientId === after.clientId && renewalUrl(before) === renewalUrl(after);
    return isSame ? 'none' : 'end_at_renewal';
  }
  if (before.method === 'oauth2' || after.method === 'oauth2') return 'none';
  const known = before.fields.map(({ key }) => key);
  const isNew = after.fields.some((field) => mustBeEntered(field) && !known.includes(field.key));
  return isNew ? 'end_now' : 'none';
}
