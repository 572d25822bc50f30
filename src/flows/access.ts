import type { AnyAction } from '../model/action.ts';
import type { Integration } from '../model/integration.ts';
import type { Owner } from '../model/owner.ts';
import { isForPeople, type Profile } from '../model/profile.ts';
import { profileForTenant } from '../model/profile-for-tenant.ts';
import { isFor, NO_SETUP, type Setup } from '../model/setup.ts';
import type { Services } from './services.ts';

/** The account that an action uses. */
export type Access =
  | { readonly status: 'own'; readonly owner: Owner }
  | { readonly status: 'shared'; readonly owner: Owner }
  | { readonly status: 'refused'; readonly why: 'disabled' | 'not_allowed' };

/**
 * An action may require one kind. Otherwise the developer's set-up of the integration decides.
 *
 * @param setup Default: the set-up as this process last read it. Before a shared account is used, pass the one in the store.
 */
export function accessOf(
  services: Services,
  owner: Owner,
  action: Pick<AnyAction, 'integration' | 'access'>,
  setup: Pick<Setup, 'enabled' | 'mode' | 'audience'> = services.setups.get(action.integration) ?? NO_SETUP,
): Access {
  if (!setup.enabled) return { status: 'refused', why: 'disabled' };
  const shared = action.access === undefined ? setup.mode === 'preauthorized' : action.access === 'shared';
  if (!shared) return { status: 'own', owner };
  if (!isFor(setup.audience, owner)) return { status: 'refused', why: 'not_allowed' };
  return { status: 'shared', owner: { kind: 'shared', bot: services.bot } };
}

/**
 * Why a person cannot connect their own account. `preauthorized`: actions use a shared account. `not_set_up`: there is no way
 * to connect that people can use.
 */
export type ConnectRefusal = 'disabled' | 'not_allowed' | 'preauthorized' | 'not_set_up';

/**
 * Why this person may not connect their own account. Undefined if they may. Called wherever connecting can begin or continue:
 * by a word in the chat, a dialog, `run`, a retry, the page and the callback.
 */
export function connectRefusal(
  services: Services,
  wanted: { readonly owner: Owner; readonly integration: string; readonly profile?: string | undefined },
): ConnectRefusal | undefined {
  const { owner, integration: id } = wanted;
  const integration = services.integrations.get(id);
  if (integration === undefined) return 'not_set_up';
  const access = accessOf(services, owner, { integration: id });
  if (access.status === 'refused' && access.why === 'disabled') return access.why;
  if (access.status !== 'own' && !asksForOwn(services, id)) {
    return access.status === 'shared' ? 'preauthorized' : access.why;
  }
  const profile = wanted.profile;
  if (profile === undefined) return offeredProfiles(services, id).some(isForPeople) ? undefined : 'not_set_up';
  return integration.profiles.some((one) => one.id === profile && isForPeople(one)) ? undefined : 'not_set_up';
}

/** Some actions require the person's own account although others use a shared one. */
function asksForOwn(services: Services, integration: string): boolean {
  return [...services.actions.values()].some((one) => one.integration === integration && one.access === 'own');
}

/** The profiles that a person is offered: the selected one, or all declared ones that people can use. */
export function offeredProfiles(services: Services, integrationId: string): readonly Profile[] {
  const selected = services.setups.get(integrationId)?.profile;
  const all = services.integrations.get(integrationId)?.profiles ?? [];
  if (selected !== undefined) return all.filter(({ id }) => id === selected);
  return services.declared.find(({ id }) => id === integrationId)?.profiles.filter(isForPeople) ?? [];
}

/**
 * The integration and the profile of a connection, with the tenant's own client. Undefined if one of them no longer exists:
 * the developer deleted the profile, made it a draft, or removed the integration or the tenant's client.
 */
export function wayIn(
  services: Services,
  made: { readonly integration: string; readonly profile: string; readonly tenant?: string | undefined },
): { readonly integration: Integration; readonly profile: Profile } | undefined {
  const integration = services.integrations.get(made.integration);
  const declared = integration?.profiles.find(({ id }) => id === made.profile);
  if (integration === undefined || declared === undefined) return undefined;
  const profile = profileForTenant(integration, declared, made.tenant);
  return profile && { integration, profile };
}

/** The status of a connection. `needs_reauth` also if its profile no longer exists, because nobody can use it then. */
export function statusOf(
  services: Services,
  connection: Parameters<typeof wayIn>[1] & { readonly status: 'active' | 'needs_reauth' },
): 'active' | 'needs_reauth' {
  return wayIn(services, connection) === undefined ? 'needs_reauth' : connection.status;
}
