import { randomUUID } from 'node:crypto';
import { type Authorization, isOpen, LINK_LIFETIME, TRIES } from '../model/authorization.ts';
import { connectFields } from '../model/connect-form.ts';
import type { Connection } from '../model/connection.ts';
import type { Errand } from '../model/errand.ts';
import { ownerKey } from '../model/owner.ts';
import type { Profile } from '../model/profile.ts';
import { publicAuthorization } from '../model/public-authorization.ts';
import { shownName } from '../model/shown-name.ts';
import { tenantOf } from '../model/tenant-of.ts';
import { connectRefusal, offeredProfiles } from './access.ts';
import { attemptRefusal } from './attempt-refusal.ts';
import { begunLately, hasLinksEnough, LINKS_PER_MINUTE, minutesUntilPlace } from './begin-limits.ts';
import type { BeginInput, BeginOutcome } from './begin-outcome.ts';
import { announceEnd, type Ending, endAuthorizationIn } from './end-authorization.ts';
import { takesKeyInChat } from './key-in-chat.ts';
import { move } from './move.ts';
import { moveLatest } from './move-errand.ts';
import { noteRefused } from './note-refused.ts';
import { hashSecret, newSecret } from './one-time-secret.ts';
import { integrationOf, profileOf, type Services } from './services.ts';
import { follow, unlessTaken, wait } from './wait-for-attempt.ts';

/**
 * Opens an attempt to connect, or joins the one that is open, together with the errand that waits for it.
 * A newer link of the same owner and integration ends the older one.
 */
export async function beginAuthorization(services: Services, input: BeginInput): Promise<BeginOutcome> {
  // a round fails if another process has begun an attempt, which the next round joins or replaces
  for (let round = 1; round < ROUNDS; round += 1) {
    const outcome = await beginUnlessOvertaken(services, input, 'slot');
    if (outcome !== 'overtaken') return outcome;
  }
  // a row that this process cannot read occupies the slot; that must not prevent the person from connecting
  const outcome = await beginUnlessOvertaken(services, input, 'anyway');
  if (outcome === 'overtaken') throw new Error('an attempt without a slot is never overtaken');
  return outcome;
}

const ROUNDS = 5;

async function beginUnlessOvertaken(
  services: Services,
  input: BeginInput,
  how: 'slot' | 'anyway',
): Promise<BeginOutcome | 'overtaken'> {
  const why = connectRefusal(services, input);
  if (why === 'not_allowed') await noteRefused(services, input.owner, input.integration);
  if (why !== undefined) return { status: 'refused', why };
  if (input.conversation.kind !== 'personal') return { status: 'group' };
  const now = services.now();
  const open = await services.vault.authorizations.openOf(ownerKey(input.owner));
  const same = open.find((attempt) => attempt.integration === input.integration);
  const joinable = same !== undefined && isJoinable(same, input, now) && attemptRefusal(services, same) === undefined;
  if (joinable && same.status !== 'new') return join(services, same, input);
  const begun = await begunLately(services, input.owner, open);
  if (hasLinksEnough(begun, input.integration, now)) return { status: 'too_many', minutes: 1 };
  if (joinable) return join(services, same, input);
  const minutes = await minutesUntilPlace(services, input.owner, begun);
  if (minutes !== undefined) return { status: 'too_many', minutes };
  return begin(services, input, same, how);
}

/** An attempt in another conversation, or with another profile, is replaced. */
function isJoinable(open: Authorization, input: BeginInput, now: number): boolean {
  if (input.restart === true || now >= open.expiresAt) return false;
  if (input.profile !== undefined && input.profile !== open.profile) return false;
  return open.conversation.key === input.conversation.key;
}

async function join(services: Services, open: Authorization, input: BeginInput): Promise<BeginOutcome> {
  if (open.status !== 'new') return joinInBrowser(services, open, input);
  const link = newSecret(services);
  const scopes = [...new Set([...open.scopes, ...input.scopes])];
  const expiresAt = services.now() + LINK_LIFETIME;
  const linkTimes = [...(open.linkTimes ?? [open.createdAt]), services.now()].slice(-LINKS_PER_MINUTE);
  const renewal = { type: 'renew_link', linkHash: hashSecret(link), linkTimes, scopes, expiresAt } as const;
  const joined = await unlessTaken(() =>
    services.vault.transaction(async (vault) => {
      const renewed = await move(services, open, renewal, vault);
      if (renewed === undefined) return undefined;
      return { ...offer(services, renewed, link), ...(await wait(services, vault, renewed.id, input, [])) };
    }),
  );
  if (joined === 'taken') return { status: 'taken' };
  // the link was claimed just now, so the person is already in the browser
  return joined === undefined ? joinInBrowser(services, open, input) : { status: 'begun', ...joined, joined: true };
}

async function joinInBrowser(services: Services, open: Authorization, input: BeginInput): Promise<BeginOutcome> {
  const waiting = await unlessTaken(() =>
    services.vault.transaction((vault) => wait(services, vault, open.id, input, [])),
  );
  if (waiting === 'taken') return { status: 'taken' };
  const present = await services.vault.authorizations.byId(open.id);
  // the attempt ended just now, and nothing else would tell the errand that has begun to wait for it
  if (present === undefined || !isOpen(present)) await leave(services, waiting.errand, open.id);
  return { status: 'joined', authorization: publicAuthorization(open), ...waiting };
}

async function leave(services: Services, errand: Errand, authorizationId: string): Promise<void> {
  await moveLatest(services, errand, { type: 'attempt_over', authorizationId, why: 'interrupted', isUnattended: true });
}

async function begin(
  services: Services,
  input: BeginInput,
  older: Authorization | undefined,
  how: 'slot' | 'anyway',
): Promise<BeginOutcome | 'overtaken'> {
  const integration = integrationOf(services, input.integration);
  const replaced = await replacedConnection(services, input);
  const profile = profileOf(integration, input.profile ?? profileToOffer(services, replaced, integration.id));
  const tenant = tenantOf(integration, profile) === undefined ? undefined : (input.tenant ?? replaced?.tenant);
  const link = newSecret(services);
  const now = services.now();
  const authorization: Authorization = {
    status: 'new',
    id: randomUUID(),
    version: 1,
    owner: input.owner,
    ownerName: shownName(input.ownerName),
    conversation: input.conversation,
    integration: integration.id,
    profile: profile.id,
    scopes: requestedScopes(profile, [...input.scopes, ...(replaced?.scopes ?? [])]),
    purpose: input.purpose,
    ...(tenant === undefined ? {} : { tenant }),
    ...(input.replaces === undefined ? {} : { replaces: input.replaces }),
    linkHash: hashSecret(link),
    linkTimes: [now],
    triesLeft: TRIES,
    createdAt: now,
    updatedAt: now,
    expiresAt: now + LINK_LIFETIME,
  };
  const superseded: Ending = {
    status: 'cancelled',
    why: 'superseded',
    tell: older?.conversation.key === authorization.conversation.key ? 'told' : 'unattended',
  };
  const waiting = await unlessTaken(() =>
    services.vault.transaction(async (vault) => {
      if (how === 'anyway') await vault.authorizations.insert(authorization);
      else if (!(await vault.authorizations.begin(authorization, older?.id))) return 'overtaken';
      const followers = await follow(services, vault, authorization, older, input);
      const waiting = await wait(services, vault, authorization.id, input, followers);
      // errands that still wait for it are in another conversation
      if (older !== undefined) await endAuthorizationIn(services, vault, older, superseded);
      return waiting;
    }),
  );
  if (waiting === 'overtaken') return waiting;
  if (waiting === 'taken') return { status: 'taken' };
  if (older !== undefined) announceEnd(services, older, superseded);
  services.log({ event: 'authorization_begun', authorization: authorization.id, integration: integration.id });
  return { status: 'begun', ...offer(services, authorization, link), ...waiting, joined: false };
}

function offer(services: Services, authorization: Authorization, link: string) {
  const integration = integrationOf(services, authorization.integration);
  const profile = profileOf(integration, authorization.profile);
  return {
    authorization: publicAuthorization(authorization),
    link: `${services.settings.publicUrl}/connect/${link}`,
    ...(takesKeyInChat(services, profile) ? { fields: connectFields(integration, profile) } : {}),
  };
}

/** The profile of the replaced connection, unless the developer has selected another one since. */
function profileToOffer(services: Services, replaced: Connection | undefined, integration: string): string {
  const offered = offeredProfiles(services, integration);
  return offered.find(({ id }) => id === replaced?.profile)?.id ?? offered[0]?.id ?? '';
}

/** The connection that is replaced. The new one has the same profile, the same customer, and at least the same scopes. */
async function replacedConnection(services: Services, input: BeginInput): Promise<Connection | undefined> {
  if (input.replaces === undefined) return undefined;
  const connection = (await services.vault.connections.byId(input.replaces))?.connection;
  if (connection === undefined || ownerKey(connection.owner) !== ownerKey(input.owner)) return undefined;
  const { profiles } = integrationOf(services, connection.integration);
  return profiles.some(({ id }) => id === connection.profile) ? connection : undefined;
}

function requestedScopes(profile: Profile, scopes: readonly string[]): readonly string[] {
  return profile.method === 'oauth2' ? [...new Set([...profile.scopes, ...scopes])] : [];
}
