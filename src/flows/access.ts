import type { AnyAction } from '../model/action.ts';
import type { Owner } from '../model/owner.ts';
import { isForPeople, type Profile } from '../model/profile.ts';
import { isFor, NO_SETUP } from '../model/setup.ts';
import type { Services } from './services.ts';

/** Whose account an action works with. */
export type Access =
  | { readonly status: 'own'; readonly owner: Owner }
  | { readonly status: 'shared'; readonly owner: Owner }
  | { readonly status: 'refused'; readonly why: 'disabled' | 'not_allowed' };

/** An action may ask for one kind by itself; else the developer's setup of the integration decides. */
export function accessOf(services: Services, owner: Owner, action: Pick<AnyAction, 'integration' | 'access'>): Access {
  const setup = services.setups.get(action.integration) ?? NO_SETUP;
  if (!setup.enabled) return { status: 'refused', why: 'disabled' };
  const shared = action.access === undefined ? setup.mode === 'preauthorized' : action.access === 'shared';
  if (!shared) return { status: 'own', owner };
  if (!isFor(setup.audience, owner)) return { status: 'refused', why: 'not_allowed' };
  return { status: 'shared', owner: { kind: 'shared', bot: services.bot } };
}

/** The ways in that a person is offered: the selected one, or those that the integration declares. */
export function offeredProfiles(services: Services, integrationId: string): readonly Profile[] {
  const selected = services.setups.get(integrationId)?.profile;
  const all = services.integrations.get(integrationId)?.profiles ?? [];
  if (selected !== undefined) return all.filter(({ id }) => id === selected);
  return services.declared.find(({ id }) => id === integrationId)?.profiles.filter(isForPeople) ?? [];
}
