import { randomUUID } from 'node:crypto';
import { type Authorization, needsSite } from '../model/authorization.ts';
import type { Connection } from '../model/connection.ts';
import type { Account, Credential, Site } from '../model/credential.ts';
import type { Errand } from '../model/errand.ts';
import { type PublicAuthorization, publicAuthorization } from '../model/public-authorization.ts';
import type { Vault } from '../vault/vault.ts';
import { STARTER_GONE } from './attempt-refusal.ts';
import { audit } from './audit.ts';
import { endWhileOpen } from './end-authorization.ts';
import { connectErrands, type HowCompleted } from './errands-of-attempt.ts';
import { grantedNow } from './grant-end-of.ts';
import type { HeldToken } from './hold-token.ts';
import { move } from './move.ts';
import { mayFinish } from './operator/operator-sessions.ts';
import { queueLatePair } from './queue-revocation.ts';
import { tryAtOnce } from './remove-connection.ts';
import type { Services } from './services.ts';
import { holdShared, removeShared } from './shared-account.ts';

export interface Completed {
  readonly authorization: PublicAuthorization;
  readonly connection: Connection;
  /** Other sites that the access covers. */
  readonly otherSites: readonly Site[];
  /** Errands that waited for it and are ready now, oldest first. */
  readonly errands: readonly Errand[];
}

/**
 * Turns a quarantined credential into a connection, in one transaction. Undefined if another process won the race, a site is
 * missing, or the developer who began it may no longer finish it.
 */
export async function completeAuthorization(
  services: Services,
  attempt: Authorization,
  by: HowCompleted,
): Promise<Completed | undefined> {
  if (attempt.status !== 'quarantined' || needsSite(attempt)) return undefined;
  const { account, credential, tenant, site, sites } = attempt;
  const otherSites = sites.filter(({ id }) => id !== site?.id);
  return store(services, attempt, { account, credential, tenant, site, otherSites }, by);
}

/** Makes a connection of a credential that needs no code, for example because it was typed in the owner's own chat. */
export async function acceptCredential(
  services: Services,
  attempt: Authorization,
  proven: Omit<Proven, 'otherSites'>,
  by: HowCompleted = { isUnattended: false },
): Promise<Completed | undefined> {
  return store(services, attempt, proven, by);
}

interface Proven {
  readonly credential: Credential;
  readonly account: Account;
  readonly tenant?: string | undefined;
  readonly site?: Site | undefined;
  readonly otherSites?: readonly Site[];
  /** The queued revocation to cancel, if the token has one. */
  readonly held?: HeldToken | undefined;
}

async function store(
  services: Services,
  attempt: Authorization,
  proven: Proven,
  by: HowCompleted,
): Promise<Completed | undefined> {
  const stored = await services.vault
    .transaction(async (vault) => {
      if (!(await mayFinish(services, vault, attempt))) throw new StarterGone();
      if (attempt.owner.kind === 'shared') await holdShared(vault, attempt.integration);
      const connection = await saveConnection(services, vault, attempt, proven);
      const done = { connectionId: connection.id, account: proven.account };
      const event =
        attempt.status === 'quarantined'
          ? ({ type: 'confirm', ...done } as const)
          : ({ type: 'accept', ...done } as const);
      const authorization = await move(services, attempt, event, vault);
      if (authorization === undefined) throw new SomebodyWasFirst();
      if (proven.held !== undefined) await take(services, vault, proven.held);
      await appendAudit(services, vault, attempt, connection);
      const replaced =
        attempt.owner.kind === 'shared'
          ? await removeShared(services, vault, {
              integration: attempt.integration,
              by: { name: attempt.ownerName },
              kept: connection,
            })
          : [];
      const { otherSites = [] } = proven;
      const connected = { account: connection.account.label, otherSites: otherSites.map(({ name }) => name) };
      const errands = await connectErrands(services, vault, attempt, connected, by);
      const completed = { authorization: publicAuthorization(authorization), connection, otherSites, errands };
      return { completed, replaced };
    })
    .catch(undefinedWhenFirst);
  if (stored === 'starter_gone') await endWhileOpen(services, attempt.id, { ...STARTER_GONE, tell: 'unattended' });
  if (stored === undefined || stored === 'starter_gone') return undefined;
  const { completed, replaced } = stored;
  services.log({ event: 'connected', connection: completed.connection.id, integration: attempt.integration });
  // delivers what has to be said, and revokes the tokens that were replaced
  services.wake();
  for (const queued of replaced) await tryAtOnce(services, queued);
  return completed;
}

/** Rolls back the connection that was saved. */
class SomebodyWasFirst extends Error {}

/** Cancels the queued revocation. Fails if it is already due, or if the owner's data was deleted in the meantime. */
async function take(services: Services, vault: Vault, { dedupeKey, endsAt }: HeldToken): Promise<void> {
  if (services.now() >= endsAt || (await vault.outbox.removeBy(dedupeKey)) === 0) throw new SomebodyWasFirst();
}

class StarterGone extends Error {}

function undefinedWhenFirst(error: unknown): 'starter_gone' | undefined {
  if (error instanceof SomebodyWasFirst) return undefined;
  if (error instanceof StarterGone) return 'starter_gone';
  throw error;
}

async function saveConnection(
  services: Services,
  vault: Vault,
  attempt: Authorization,
  proven: Proven,
): Promise<Connection> {
  const now = services.now();
  const { credential } = proven;
  const granted =
    credential.type === 'oauth2'
      ? grantedNow(services, { ...attempt, tenant: proven.tenant }, { since: now, renewedAt: now })
      : {};
  const { saved, replaced, isOnly } = await vault.connections.saveOver(
    {
      ...granted,
      id: randomUUID(),
      owner: attempt.owner,
      integration: attempt.integration,
      profile: attempt.profile,
      status: 'active',
      account: proven.account,
      ...(proven.tenant === undefined ? {} : { tenant: proven.tenant }),
      ...(proven.site === undefined ? {} : { site: proven.site }),
      scopes: credential.type === 'oauth2' ? credential.scopes : [],
      ...(credential.type === 'oauth2' && credential.expiresAt !== undefined
        ? { expiresAt: credential.expiresAt }
        : {}),
      ...(attempt.owner.kind === 'user' ? { ownerName: attempt.ownerName, conversation: attempt.conversation } : {}),
      createdAt: now,
      updatedAt: now,
    },
    credential,
  );
  if (!isOnly) await vault.connections.makeDefault(saved);
  if (replaced?.credential.type === 'oauth2') {
    await queueLatePair(services, vault, { ...replaced.connection, credential: replaced.credential }, credential);
  }
  return saved;
}

async function appendAudit(
  services: Services,
  vault: Vault,
  attempt: Authorization,
  connection: Connection,
): Promise<void> {
  const { owner, integration } = attempt;
  const facts = { kind: 'product', integration } as const;
  await audit(services, { actor: owner, what: 'connected', subject: connection.id, facts }, vault);
}
