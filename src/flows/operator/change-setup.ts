import type { FactsOf } from '../../model/audit-facts.ts';
import type { Integration } from '../../model/integration.ts';
import { isForPeople } from '../../model/profile.ts';
import { NO_SETUP, notWhole, type Setup, sharedOwnerKey, sizeOf } from '../../model/setup.ts';
import { announceEnd, type Ending } from '../end-authorization.ts';
import { refreshDirectory } from '../refresh-directory.ts';
import { tryAtOnce } from '../remove-connection.ts';
import type { Services } from '../services.ts';
import { holdShared, removeShared, stopShared } from '../shared-account.ts';
import { type Actor, audited } from './audited.ts';
import { namedProfile } from './named-profile.ts';

export type SetupChange = Partial<Pick<Setup, 'enabled' | 'mode' | 'audience'>> & {
  /** `null` selects none: people choose among the integration's own. */
  readonly profile?: string | null;
};

export type SetupOutcome =
  | { readonly status: 'saved'; readonly setup: Setup }
  | { readonly status: 'unknown_integration' | 'unknown_profile' }
  /** With the selected profile the bot signs in as itself, so people cannot be asked for an account. */
  | { readonly status: 'not_for_people' }
  /** Pre-authorized, but no shared account is connected yet. */
  | { readonly status: 'not_authorized' }
  /** The audience lists these users without their channel and tenant. */
  | { readonly status: 'users_not_whole'; readonly users: readonly string[] }
  /** Somebody else has changed it in the meantime. */
  | { readonly status: 'conflict' };

/** Enables or disables an integration, selects a profile, and sets who authorizes and who can use a shared account. */
export async function changeSetup(
  services: Services,
  input: { readonly actor: Actor; readonly integration: string; readonly change: SetupChange },
): Promise<SetupOutcome> {
  const { integration, change } = input;
  const known = services.integrations.get(integration);
  if (known === undefined) return { status: 'unknown_integration' };
  if (change.profile != null && !known.profiles.some(({ id }) => id === change.profile)) {
    return { status: 'unknown_profile' };
  }
  if (change.audience?.kind === 'users' && notWhole(change.audience.users).length > 0) {
    return { status: 'users_not_whole', users: notWhole(change.audience.users) };
  }
  const present = await services.vault.setups.byIntegration(integration);
  const next = changed(services, integration, present, change);
  const chooses = change.mode !== undefined || change.profile !== undefined;
  if (chooses && next.mode === 'users' && !isAskable(known, next.profile)) return { status: 'not_for_people' };
  if (next.enabled && next.mode === 'preauthorized' && change.enabled === true) {
    const shared = await services.vault.connections.current(sharedOwnerKey(services.bot), integration);
    if (shared === undefined) return { status: 'not_authorized' };
  }
  const saved = await audited(services, { ...input, what: 'setup_changed', subject: integration }, async (vault) => {
    const done = await vault.setups.put(next);
    return { value: done, facts: done ? factsOf(services, known, change) : { kind: 'changed_meanwhile' } };
  });
  await refreshDirectory(services);
  return saved ? { status: 'saved', setup: next } : { status: 'conflict' };
}

/**
 * Removes the set-up and the shared account, and ends open attempts to connect one. People's own connections stay. False if
 * there was nothing to remove.
 */
export async function deleteSetup(
  services: Services,
  input: { readonly actor: Actor; readonly integration: string },
): Promise<boolean> {
  const { integration } = input;
  const shared = await services.vault.connections.current(sharedOwnerKey(services.bot), integration);
  const present = await services.vault.setups.byIntegration(integration);
  if (shared === undefined && present === undefined) return false;
  const entry = { ...input, what: 'setup_deleted' as const, subject: integration };
  const ending: Ending = { status: 'failed', why: 'stopped', tell: 'unattended', by: { name: input.actor.name } };
  const { removed, stopped } = await audited(services, entry, async (vault) => {
    await holdShared(vault, integration);
    const stopped = await stopShared(services, vault, ending, (attempt) => attempt.integration === integration);
    const removed = await removeShared(services, vault, { integration, by: input.actor });
    await vault.setups.remove(integration);
    return { value: { removed, stopped }, facts: { kind: shared === undefined ? 'setup_only' : 'setup_and_account' } };
  });
  for (const attempt of stopped) announceEnd(services, attempt, ending);
  for (const queued of removed) await tryAtOnce(services, queued);
  await refreshDirectory(services);
  return true;
}

/** A missing profile is reported elsewhere. */
function isAskable({ profiles }: Integration, selected: string | undefined): boolean {
  const profile = profiles.find(({ id }) => id === selected);
  return profile === undefined || isForPeople(profile);
}

function changed(services: Services, integration: string, present: Setup | undefined, change: SetupChange): Setup {
  const { profile: before, ...kept } = present ?? { ...NO_SETUP, integration, version: 0, updatedAt: 0 };
  const profile = change.profile === undefined ? before : (change.profile ?? undefined);
  return {
    ...kept,
    version: kept.version + 1,
    enabled: change.enabled ?? kept.enabled,
    mode: change.mode ?? kept.mode,
    audience: change.audience ?? kept.audience,
    ...(profile === undefined ? {} : { profile }),
    updatedAt: services.now(),
  };
}

/** What was changed, for the audit log. */
function factsOf(
  services: Services,
  { id: integration, profiles }: Integration,
  { profile: selected, audience, enabled, mode }: SetupChange,
): FactsOf<'setup_changed'> {
  const profile = selected == null ? undefined : profiles.find(({ id }) => id === selected);
  return {
    kind: 'setup',
    ...(enabled === undefined ? {} : { enabled }),
    ...(mode === undefined ? {} : { mode }),
    ...(selected === null ? { profile: null } : {}),
    ...(profile === undefined ? {} : { profile: namedProfile(services, integration, profile) }),
    ...(audience === undefined ? {} : { audience: sizeOf(audience) }),
  };
}
