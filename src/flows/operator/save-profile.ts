import { randomUUID } from 'node:crypto';
import { profileProblems } from '../../auth-methods/check-profile.ts';
import type { CustomProfile, PublicCustomProfile } from '../../model/custom-profile.ts';
import type { Integration } from '../../model/integration.ts';
import { type Problem, problemLine } from '../../model/problem.ts';
import { isForPeople, type Profile } from '../../model/profile.ts';
import { refreshDirectory } from '../refresh-directory.ts';
import type { Services } from '../services.ts';
import { type Actor, audited } from './audited.ts';
import { watchingShared } from './watching-shared.ts';

export type SaveProfileOutcome =
  | { readonly status: 'saved'; readonly profile: PublicCustomProfile }
  /** The profile cannot work, and is stored only if `draft` was requested. Paths begin at the profile. */
  | { readonly status: 'invalid'; readonly reason: string; readonly problems: readonly Problem[] }
  /** A profile keeps its method, and an OAuth one its grant: credentials that were obtained with it fit no other. */
  | { readonly status: 'other_method' }
  | { readonly status: 'unknown_integration' | 'not_found' | 'conflict' };

export interface ProfileToSave {
  readonly actor: Actor;
  /** Absent for a new profile. */
  readonly id?: string;
  readonly integration: string;
  readonly name: string;
  readonly description: string;
  readonly draft: boolean;
  readonly profile: Profile;
}

/**
 * Creates or changes an authorization profile. A secret that is left out of a change stays as it is, because secrets are
 * write-only.
 */
export async function saveProfile(services: Services, input: ProfileToSave): Promise<SaveProfileOutcome> {
  const integration = services.integrations.get(input.integration);
  if (integration === undefined) return { status: 'unknown_integration' };
  const present = input.id === undefined ? undefined : await services.vault.profiles.byId(input.id);
  if (input.id !== undefined && present?.integration !== input.integration) return { status: 'not_found' };
  if (present !== undefined && kindOf(present.profile) !== kindOf(input.profile)) return { status: 'other_method' };
  const next = nextProfile(services, input, present);
  const problems = await problemsOf(services, integration, next);
  if (problems.length > 0 && !input.draft) {
    return { status: 'invalid', reason: problems.map(problemLine).join('\n'), problems };
  }
  const what = present === undefined ? 'profile_created' : 'profile_changed';
  const saved = await watchingShared(services, input.integration, async () => {
    const done = await audited(services, { ...input, what, subject: next.id }, async (vault) => {
      const put = await vault.profiles.put(next);
      return { value: put, facts: put ? { kind: 'profile', name: next.name } : { kind: 'changed_meanwhile' } };
    });
    if (done) await refreshDirectory(services);
    return done;
  });
  if (!saved) return { status: 'conflict' };
  const { profile: _, ...kept } = next;
  return { status: 'saved', profile: kept };
}

/**
 * Returns what prevents a profile from working, and stores nothing. Empty if nothing does, or if the integration is unknown.
 */
export async function examineProfile(services: Services, input: ProfileToSave): Promise<readonly Problem[]> {
  const integration = services.integrations.get(input.integration);
  const present = input.id === undefined ? undefined : await services.vault.profiles.byId(input.id);
  return integration === undefined ? [] : problemsOf(services, integration, nextProfile(services, input, present));
}

async function problemsOf(
  services: Services,
  integration: Integration,
  next: CustomProfile,
): Promise<readonly Problem[]> {
  return [
    ...profileProblems(next.profile, integration),
    ...refreshProblems(next.profile, integration),
    ...(await selectionProblems(services, next)),
  ];
}

/** Without this scope the product issues no refresh token, and people would have to connect again within the hour. */
function refreshProblems(profile: Profile, { name, refreshScope }: Integration): readonly Problem[] {
  if (profile.method !== 'oauth2' || profile.grant === 'client_credentials' || refreshScope === undefined) return [];
  if (profile.scopes.includes(refreshScope)) return [];
  return [{ path: ['scopes'], text: `add ${refreshScope}: without it ${name} gives no refresh token` }];
}

async function selectionProblems(services: Services, { id, integration, profile }: CustomProfile) {
  const setup = await services.vault.setups.byIntegration(integration);
  if (setup?.profile !== id || setup.mode !== 'users' || isForPeople(profile)) return [];
  return [{ path: ['grant'], text: 'people are offered it, but with it the bot itself signs in' }];
}

function nextProfile(services: Services, input: ProfileToSave, present: CustomProfile | undefined): CustomProfile {
  const id = present?.id ?? randomUUID();
  const now = services.now();
  return {
    id,
    version: (present?.version ?? 0) + 1,
    integration: input.integration,
    name: input.name,
    description: input.description,
    draft: input.draft,
    profile: withSecretOf(present?.profile, { ...input.profile, id, title: input.name }),
    createdAt: present?.createdAt ?? now,
    updatedAt: now,
  };
}

function kindOf(profile: Profile): string {
  if (profile.method !== 'oauth2') return profile.method;
  return profile.grant === 'client_credentials' ? profile.grant : 'authorization_code';
}

function withSecretOf(before: Profile | undefined, next: Profile): Profile {
  if (next.method !== 'oauth2' || before?.method !== 'oauth2') return next;
  const { clientSecret = before.clientSecret, clientKey = before.clientKey } = next;
  return {
    ...next,
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(clientKey === undefined ? {} : { clientKey }),
  };
}
