import { randomUUID } from 'node:crypto';
import { type Authorization, isOpen, LINK_LIFETIME, TRIES } from '../model/authorization.ts';
import { connectFields } from '../model/connect-form.ts';
import type { Connection } from '../model/connection.ts';
import type { ConversationAddress } from '../model/conversation.ts';
import { beginErrand, type Errand, type ErrandEvent, errandTransition, type Lacks } from '../model/errand.ts';
import type { Field } from '../model/field.ts';
import { type Owner, ownerKey, sourceOf } from '../model/owner.ts';
import type { Profile } from '../model/profile.ts';
import { type PublicAuthorization, publicAuthorization } from '../model/public-authorization.ts';
import { shownName } from '../model/shown-name.ts';
import { tenantOf } from '../model/tenant-of.ts';
import type { Vault } from '../vault/vault.ts';
import { type ConnectRefusal, connectRefusal, offeredProfiles } from './access.ts';
import { attemptRefusal } from './attempt-refusal.ts';
import { announceEnd, type Ending, endAuthorization, endAuthorizationIn } from './end-authorization.ts';
import { move } from './move.ts';
import { moveErrand, moveLatest } from './move-errand.ts';
import { noteRefused } from './note-refused.ts';
import { hashSecret, newSecret } from './one-time-secret.ts';
import { integrationOf, profileOf, type Services } from './services.ts';

export interface BeginInput {
  readonly owner: Owner;
  readonly ownerName: string;
  readonly conversation: ConversationAddress;
  readonly integration: string;
  /** Default: the integration's first. */
  readonly profile?: string;
  /** Known already, e.g. of the connection that is renewed; else the person is asked. */
  readonly tenant?: string;
  /** Completes "I need access to Jira to …". */
  readonly purpose: string;
  readonly scopes: readonly string[];
  /** The connection that ended, if there was one. */
  readonly replaces?: string;
  /** What goes on once connected. Default: nothing but that the person is told. */
  readonly errand?: {
    readonly record: Errand;
    readonly isStored: boolean;
    readonly lacks?: Lacks;
    /** A page asked for the link; see `sendNewLink`. */
    readonly isAskedOnPage?: true;
    /** No turn is there to say it. */
    readonly isUnattended?: boolean;
  };
  /** The person wants a new link: an attempt under way ends. */
  readonly restart?: boolean;
  /** The person tries again: everything else that failed with the same product goes on too. */
  readonly retry?: boolean;
}

export interface Waiting {
  /** What waits for the attempt. Where the very same was asked for before, that. */
  readonly errand: Errand;
  /** What waited for it before. */
  readonly others: readonly Errand[];
}

export type BeginOutcome =
  | ({
      readonly status: 'begun';
      readonly authorization: PublicAuthorization;
      /** The one-time link, to be shown in the owner's own conversation only. */
      readonly link: string;
      /** Fields to ask for in the chat beside the link; absent where only the link is offered. */
      readonly fields?: readonly Field[];
      /** An attempt was open already; its link is replaced by this one. */
      readonly joined: boolean;
    } & Waiting)
  /** An attempt is already going on in the browser; the errand waits for the same one. */
  | ({ readonly status: 'joined'; readonly authorization: PublicAuthorization } & Waiting)
  /** Another process, or another delivery of the same message, went on with the errand. */
  | { readonly status: 'taken' }
  /** Nothing is asked and no link is posted where others read along. */
  | { readonly status: 'group' }
  /** The developer decided otherwise, or has not finished the set-up. */
  | { readonly status: 'refused'; readonly why: ConnectRefusal }
  | { readonly status: 'too_many'; readonly minutes: number };

/** security.md 3.10 */
const OPEN_PER_OWNER = 5;
const BEGUN_PER_HOUR = 20;
/** Links for one person and product. */
const LINKS_PER_MINUTE = 5;
/** Of one bot, channel and tenant: whoever can make people up there takes places from nobody else. */
export const OPEN_PER_SOURCE = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * 60_000;

/**
 * Opens an attempt to connect, or joins the one that is open, together with the errand that waits for it.
 * A newer link of the same owner and integration ends the older one (security.md R18).
 */
export async function beginAuthorization(services: Services, input: BeginInput): Promise<BeginOutcome> {
  // each round that fails is one in which another process began an attempt, which the next round joins or replaces
  for (let round = 1; round < ROUNDS; round += 1) {
    const outcome = await beginUnlessOvertaken(services, input, 'slot');
    if (outcome !== 'overtaken') return outcome;
  }
  // what holds the slot cannot be read here: it must not keep the person from connecting
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
  const key = ownerKey(input.owner);
  const now = services.now();
  const open = await services.vault.authorizations.openOf(key);
  const same = open.find((attempt) => attempt.integration === input.integration);
  const joinable = same !== undefined && isJoinable(same, input, now) && attemptRefusal(services, same) === undefined;
  if (joinable && same.status !== 'new') return join(services, same, input);
  const begun = await services.vault.authorizations.begunOf(key, now - HOUR, BEGUN_PER_HOUR);
  const older = open.filter(({ id }) => !begun.some((attempt) => attempt.id === id));
  if (linksOf(input.integration, [...begun, ...older], now) >= LINKS_PER_MINUTE)
    return { status: 'too_many', minutes: 1 };
  if (joinable) return join(services, same, input);
  const minutes = await overLimit(services, input.owner, open, begun);
  if (minutes !== undefined) return { status: 'too_many', minutes };
  return begin(services, input, same, how);
}

/** An attempt elsewhere, or by another way in than the one that is asked for, is replaced. */
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
  // claimed in this very moment: the person is in the browser already
  return joined === undefined ? joinInBrowser(services, open, input) : { status: 'begun', ...joined, joined: true };
}

async function joinInBrowser(services: Services, open: Authorization, input: BeginInput): Promise<BeginOutcome> {
  const waiting = await unlessTaken(() =>
    services.vault.transaction((vault) => wait(services, vault, open.id, input, [])),
  );
  if (waiting === 'taken') return { status: 'taken' };
  const present = await services.vault.authorizations.byId(open.id);
  // over in this very moment: nobody would tell what began to wait for it just now
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
      // what is left waiting for it is elsewhere
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

/**
 * What waited for the older attempt in the same conversation, or asks how to connect, waits for the newer one; where the person
 * tries again, also what was told that an attempt has failed.
 */
async function follow(
  services: Services,
  vault: Vault,
  newer: Authorization,
  older: Authorization | undefined,
  { errand: own, retry = false }: BeginInput,
): Promise<readonly Errand[]> {
  const key = ownerKey(newer.owner);
  const followers: Errand[] = [];
  for (const errand of await vault.errands.here(key, newer.conversation.key, services.now() + 1)) {
    if (errand.integration !== newer.integration || errand.id === own?.record.id) continue;
    if (!isLeft(errand, older, retry)) continue;
    const moved = await moveLatest(services, errand, { type: 'follow', authorizationId: newer.id }, vault);
    if (moved !== undefined) followers.push(moved);
  }
  return followers;
}

function isLeft(errand: Errand, older: Authorization | undefined, retry: boolean): boolean {
  if (errand.status === 'waiting') return errand.authorizationId === older?.id;
  if (errand.status !== 'asking') return false;
  return errand.ask.kind === 'method' || (retry && errand.ask.kind === 'retry' && errand.ask.why !== 'failed');
}

/** Rolls back what was begun for an errand with which somebody else went on. */
class ErrandTaken extends Error {}

async function unlessTaken<T>(work: () => Promise<T>): Promise<T | 'taken'> {
  return work().catch((error: unknown) => {
    if (error instanceof ErrandTaken) return 'taken';
    throw error;
  });
}

/** Asking twice for the very same thing makes one errand wait, not two. */
async function wait(
  services: Services,
  vault: Vault,
  authorizationId: string,
  input: BeginInput,
  followers: readonly Errand[],
): Promise<Waiting> {
  const { record, isStored, ...why } = input.errand ?? { record: errandOf(services, input), isStored: false };
  const needs: ErrandEvent = { type: 'needs', authorizationId, ...why };
  const waiting = followers.length > 0 ? followers : await vault.errands.waitingFor(authorizationId);
  const others = waiting.filter(({ id }) => id !== record.id);
  const from = waiting.find((one) => one.id === record.id || (!isStored && isSame(one, record)));
  const errand =
    from === undefined && !isStored
      ? await beginWaiting(services, vault, record, needs)
      : await moveErrand(services, from ?? record, needs, vault);
  if (errand === undefined) throw new ErrandTaken();
  return { errand, others: others.filter(({ id }) => id !== errand.id) };
}

async function beginWaiting(services: Services, vault: Vault, record: Errand, needs: ErrandEvent) {
  const next = errandTransition(record, needs, services.now());
  return next.ok && (await vault.errands.begin(next.errand)) ? next.errand : undefined;
}

function isSame(one: Errand, other: Errand): boolean {
  const wanted = ({ actionId, input, answers }: Errand) => JSON.stringify([actionId, input, answers]);
  return wanted(one) === wanted(other);
}

/** Of somebody who only wants to connect. */
function errandOf(services: Services, input: BeginInput): Errand {
  const { owner, ownerName, conversation, integration, purpose, scopes } = input;
  const draft = { id: randomUUID(), owner, ownerName, conversation, integration, connect: { purpose, scopes } };
  return beginErrand({ ...draft, input: {}, answers: {}, by: 'plain' }, { next: 'ready' }, services.now());
}

function offer(services: Services, authorization: Authorization, link: string) {
  const integration = integrationOf(services, authorization.integration);
  const profile = profileOf(integration, authorization.profile);
  const inChat = profile.method !== 'oauth2' && services.settings.credentialEntry === 'chat';
  return {
    authorization: publicAuthorization(authorization),
    link: `${services.settings.publicUrl}/connect/${link}`,
    ...(inChat ? { fields: connectFields(integration, profile) } : {}),
  };
}

/** The way in of the connection that is made again, unless the developer has selected another one since. */
function profileToOffer(services: Services, replaced: Connection | undefined, integration: string): string {
  const offered = offeredProfiles(services, integration);
  return offered.find(({ id }) => id === replaced?.profile)?.id ?? offered[0]?.id ?? '';
}

/** The connection that is made again: the same way in, at the same customer, for no less than before. */
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

/** Minutes to wait, where there is no place for one more attempt of this person. */
async function overLimit(
  services: Services,
  owner: Owner,
  open: readonly Authorization[],
  begun: readonly Authorization[],
): Promise<number | undefined> {
  const now = services.now();
  if (open.filter(({ expiresAt }) => now < expiresAt).length >= OPEN_PER_OWNER) return LINK_LIFETIME / MINUTE;
  if (begun.length >= BEGUN_PER_HOUR) return HOUR / MINUTE;
  return (await hasPlace(services, owner)) ? undefined : LINK_LIFETIME / MINUTE;
}

/** Whoever is one too many takes the place of the oldest of their own source that nobody has opened, who hears of it. */
async function hasPlace(services: Services, owner: Owner): Promise<boolean> {
  const { authorizations } = services.vault;
  const source = sourceOf(owner);
  const now = services.now();
  if (!(await authorizations.isFull(source, now, OPEN_PER_SOURCE))) return true;
  const oldest = await authorizations.oldestNewFrom(source, now);
  if (oldest === undefined) return false;
  await endAuthorization(services, oldest, { status: 'failed', why: 'crowded_out', tell: 'unattended' });
  return true;
}

/** In the last minute, over all attempts of the person at this product. */
function linksOf(integration: string, attempts: readonly Authorization[], now: number): number {
  const times = attempts
    .filter((attempt) => attempt.integration === integration)
    .flatMap(({ linkTimes = [], createdAt }) => (linkTimes.length === 0 ? [createdAt] : linkTimes));
  return times.filter((time) => time > now - MINUTE).length;
}
