import type { AnyAction } from '../model/action.ts';
import { missingFrom } from '../model/covered-scopes.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { NO_SETUP, sharedOwnerKey } from '../model/setup.ts';
import type { StoredConnection, UsableConnection } from '../vault/vault.ts';
import { accessOf, statusOf, wayIn } from './access.ts';
import { fitsProfile } from './fits-profile.ts';
import { noteRefused } from './note-refused.ts';
import { renewCredential } from './renew-credential.ts';
import type { Services } from './services.ts';

export type FoundCredential =
  | { readonly status: 'ready'; readonly stored: UsableConnection }
  | NeedsAuthorization
  | { readonly status: 'unreachable' }
  /**
   * Switched off, not shared with this person, or the shared account is missing or no longer works, and its developers were
   * told.
   */
  | { readonly status: 'refused'; readonly why: 'disabled' | 'not_allowed' | 'not_set_up' | 'shared_ended' };

export interface NeedsAuthorization {
  readonly status: 'needs_authorization';
  /** `none`: no connection. `ended`: the product no longer accepts it. `scope`: the connection lacks permissions. */
  readonly reason: 'none' | 'ended' | 'scope';
  readonly connectionId?: string;
  /** For `scope`: what is missing, if it is known. */
  readonly missingScopes?: readonly string[];
}

/** An access token is renewed this many milliseconds, or this share of its life, before it ends. */
const MARGIN = 60_000;
const MARGIN_SHARE = 0.1;

/** A handle for a connection that this turn has already read together with something else. Does not expose its content. */
export interface ReadAhead {
  readonly ownerKey: string;
  readonly integration: string;
}

const readAhead = new WeakMap<ReadAhead, UsableConnection | undefined>();

export function keepAhead(place: ReadAhead, stored: UsableConnection | undefined): ReadAhead {
  readAhead.set(place, stored);
  return place;
}

/** The owner's credential for an action. Renews it first if necessary; if there is none, says what is missing. */
export function findCredential(
  services: Services,
  input: {
    readonly owner: Owner;
    readonly action: Pick<AnyAction, 'integration' | 'scopes' | 'access'>;
    readonly ahead?: ReadAhead | undefined;
  },
): Promise<FoundCredential> {
  const access = accessOf(services, input.owner, input.action);
  if (access.status === 'own') return findOwned(services, access.owner, input.action, input.ahead);
  if (access.status === 'refused' && access.why === 'disabled') return Promise.resolve(access);
  return findShared(services, input);
}

async function findOwned(
  services: Services,
  owner: Owner,
  action: Pick<AnyAction, 'integration' | 'scopes'>,
  ahead?: ReadAhead,
): Promise<FoundInStore> {
  const key = ownerKey(owner);
  const { integration } = action;
  const isRead = ahead?.ownerKey === key && ahead.integration === integration && readAhead.has(ahead);
  const stored = isRead ? readAhead.get(ahead) : await services.vault.connections.current(key, integration);
  return usable(services, stored, action);
}

/** The store decides who can use it, because another process may have narrowed the audience since the person asked. */
async function findShared(
  services: Services,
  { owner, action }: Parameters<typeof findCredential>[1],
): Promise<FoundCredential> {
  const key = sharedOwnerKey(services.bot);
  const { setup = NO_SETUP, stored } = await services.vault.connections.currentDecided(key, action.integration);
  const access = accessOf(services, owner, action, setup);
  if (access.status === 'refused') {
    if (access.why === 'not_allowed') await noteRefused(services, owner, action.integration);
    return access;
  }
  if (access.status === 'own') return findOwned(services, access.owner, action);
  const found = await usable(services, stored, action);
  if (found.status !== 'needs_authorization') return found;
  // people in the chat cannot fix what the developers share
  return { status: 'refused', why: found.reason === 'none' ? 'not_set_up' : 'shared_ended' };
}

type FoundInStore = FreshCredential<UsableConnection>;

export type FreshCredential<Stored> =
  | ReadyWith<Stored | StoredConnection>
  | NeedsAuthorization
  | { readonly status: 'unreachable' };

interface ReadyWith<Stored> {
  readonly status: 'ready';
  readonly stored: Stored;
}

/** Synchronous if nothing has to be renewed, as in nearly every turn. */
function usable(
  services: Services,
  stored: UsableConnection | undefined,
  action: Pick<AnyAction, 'integration' | 'scopes'>,
): FoundInStore | Promise<FoundInStore> {
  if (stored === undefined) return { status: 'needs_authorization', reason: 'none' };
  const { connection } = stored;
  const isToken = stored.credential.type === 'oauth2';
  const integration = services.integrations.get(action.integration);
  const missingScopes = isToken ? missingFrom(connection.scopes, action.scopes, integration) : [];
  if (missingScopes.length > 0 && statusOf(services, connection) === 'active') {
    return { ...needs('scope', connection.id), missingScopes };
  }
  return asItIs(services, stored) ?? renewed(services, stored);
}

/** A credential that is valid for the next call, renewed if necessary. */
export async function freshCredential<Stored extends UsableConnection>(
  services: Services,
  stored: Stored,
): Promise<FreshCredential<Stored>> {
  return asItIs(services, stored) ?? (await renewed(services, stored));
}

/** Undefined if it has to be renewed first. */
function asItIs<Stored extends UsableConnection>(
  services: Services,
  stored: Stored,
): ReadyWith<Stored> | NeedsAuthorization | undefined {
  const { connection, credential } = stored;
  const way = connection.status === 'active' ? wayIn(services, connection) : undefined;
  if (way === undefined || !fitsProfile(way.profile, credential)) return needs('ended', connection.id);
  const isFresh = credential.type !== 'oauth2' || !isDue(connection, services.now());
  return isFresh ? { status: 'ready', stored } : undefined;
}

async function renewed(services: Services, stale: UsableConnection): Promise<FreshCredential<never>> {
  const outcome = await renewCredential(services, stale);
  if (outcome.status === 'renewed') return { status: 'ready', stored: outcome.stored };
  return outcome.status === 'ended' ? needs('ended', stale.connection.id) : { status: 'unreachable' };
}

function needs(reason: 'ended' | 'scope', connectionId: string): NeedsAuthorization {
  return { status: 'needs_authorization', reason, connectionId };
}

function isDue(token: { readonly expiresAt?: number; readonly updatedAt: number }, now: number): boolean {
  if (token.expiresAt === undefined) return false;
  const margin = Math.min(Math.max(MARGIN, (token.expiresAt - token.updatedAt) * MARGIN_SHARE), 10 * MARGIN);
  return now >= token.expiresAt - margin;
}
