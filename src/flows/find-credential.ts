import type { AnyAction } from '../model/action.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import type { StoredConnection } from '../vault/vault.ts';
import { renewCredential } from './renew-credential.ts';
import type { Services } from './services.ts';

export type FoundCredential =
  | { readonly status: 'ready'; readonly stored: StoredConnection }
  | NeedsAuthorization
  | { readonly status: 'unreachable' };

export interface NeedsAuthorization {
  readonly status: 'needs_authorization';
  /** `none`: never connected. `ended`: the product refuses it now. `scope`: connected, but for less than is needed. */
  readonly reason: 'none' | 'ended' | 'scope';
  readonly connectionId?: string;
  /** With `scope`: what is missing, as far as it is known. */
  readonly missingScopes?: readonly string[];
}

/** Milliseconds before its end, and the share of its life, in which an access token is renewed before use. */
const MARGIN = 60_000;
const MARGIN_SHARE = 0.1;

/** The owner's credential for an action: there and fresh, renewed on the way, or to be asked for. */
export async function findCredential(
  services: Services,
  input: { readonly owner: Owner; readonly action: Pick<AnyAction, 'integration' | 'scopes'> },
): Promise<FoundCredential> {
  const stored = await services.vault.connections.current(ownerKey(input.owner), input.action.integration);
  if (stored === undefined) return { status: 'needs_authorization', reason: 'none' };
  const { connection } = stored;
  if (connection.status === 'needs_reauth') return needs('ended', connection.id);
  if (stored.credential.type !== 'oauth2') return { status: 'ready', stored };
  const missingScopes = input.action.scopes.filter((scope) => !connection.scopes.includes(scope));
  if (missingScopes.length > 0) return { ...needs('scope', connection.id), missingScopes };
  if (!isDue(connection, services.now())) return { status: 'ready', stored };
  const renewed = await renewCredential(services, stored);
  if (renewed.status === 'renewed') return { status: 'ready', stored: renewed.stored };
  return renewed.status === 'ended' ? needs('ended', connection.id) : { status: 'unreachable' };
}

function needs(reason: 'ended' | 'scope', connectionId: string): NeedsAuthorization {
  return { status: 'needs_authorization', reason, connectionId };
}

function isDue(token: { readonly expiresAt?: number; readonly updatedAt: number }, now: number): boolean {
  if (token.expiresAt === undefined) return false;
  const margin = Math.min(Math.max(MARGIN, (token.expiresAt - token.updatedAt) * MARGIN_SHARE), 10 * MARGIN);
  return now >= token.expiresAt - margin;
}
