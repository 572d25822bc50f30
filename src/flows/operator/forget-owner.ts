import type { Revocation } from '../../auth-methods/auth-method.ts';
import type { Credential } from '../../model/credential.ts';
import { ownerKey, type UserOwner } from '../../model/owner.ts';
import type { Vault } from '../../vault/vault.ts';
import { queueRevocation } from '../queue-revocation.ts';
import { revokeCredential } from '../revoke-credential.ts';
import type { Services } from '../services.ts';
import { type Actor, audited } from './audited.ts';

/** What was there of a person. */
export interface Forgotten {
  readonly connections: number;
  readonly authorizations: number;
  readonly pendingActions: number;
  readonly notices: number;
  /** Credentials that could not be ended at their product yet; it is asked again for 24 hours, and nobody is named. */
  readonly queued: number;
  /** Credentials that only the person can end, at the product. */
  readonly unsupported: number;
}

/** Milliseconds before a product that could not be reached is asked again. */
const RETRY_AFTER = 60_000;

/**
 * Removes all that is stored of a person (security.md R60): connections, which are ended at their products first, attempts,
 * waiting actions, and what was still to be said. The audit log keeps what happened and when, under a name that means
 * nobody. Browser sessions name no person and end by themselves within minutes; what the developers allowed is theirs to
 * change. Can be run again at any time.
 */
export async function forgetOwner(
  services: Services,
  input: { readonly actor: Actor; readonly owner: UserOwner },
): Promise<Forgotten> {
  const key = ownerKey(input.owner);
  const alias = `forgotten/${Buffer.from(services.randomBytes(8)).toString('hex')}`;
  const ended = await Promise.all((await heldBy(services.vault, key)).map((held) => endAtProduct(services, held)));
  const forgotten = await audited(services, { ...input, what: 'owner_forgotten', subject: alias }, async (vault) => {
    const queued = await queueTheRest(services, vault, key, ended);
    const value = {
      ...(await removeAll(vault, key)),
      queued,
      unsupported: ended.filter(({ revocation }) => revocation === 'unsupported').length,
    };
    await vault.audit.rename(key, alias);
    return { value, result: `${value.connections} connections, ${queued} still to be ended at their products` };
  });
  services.wake();
  return forgotten;
}

/** A credential at its product, of a connection or in quarantine. */
interface Held {
  readonly id: string;
  readonly version: number;
  readonly integration: string;
  readonly profile: string;
  readonly tenant?: string | undefined;
  readonly credential: Credential;
}

async function heldBy(vault: Vault, key: string): Promise<readonly Held[]> {
  const connections = await Promise.all(
    (await vault.connections.list(key)).map(({ id }) => vault.connections.byId(id)),
  );
  const attempts = await vault.authorizations.openOf(key);
  return [
    ...connections.flatMap((stored) =>
      stored === undefined ? [] : { ...stored.connection, credential: stored.credential },
    ),
    ...attempts.flatMap((attempt) => (attempt.status === 'quarantined' ? attempt : [])),
  ];
}

interface Ended extends Held {
  readonly revocation: Revocation;
}

async function endAtProduct(services: Services, held: Held): Promise<Ended> {
  try {
    return { ...held, revocation: await revokeCredential(services, held) };
  } catch {
    // the integration, or the profile that it was connected with, is no more: there is nobody to ask
    return { ...held, revocation: 'unsupported' };
  }
}

/** Those that failed, and those that somebody renewed or connected meanwhile. */
async function queueTheRest(services: Services, vault: Vault, key: string, ended: readonly Ended[]): Promise<number> {
  const late = (await heldBy(vault, key)).filter(
    ({ id, version, integration }) =>
      services.integrations.has(integration) && !ended.some((one) => one.id === id && one.version === version),
  );
  const failed = ended.filter((one) => one.revocation === 'failed' && !late.some(({ id }) => id === one.id));
  for (const held of late) await queueRevocation(services, vault, held);
  for (const held of failed) await queueRevocation(services, vault, held, RETRY_AFTER);
  return failed.length + late.length;
}

async function removeAll(
  vault: Vault,
  key: string,
): Promise<Pick<Forgotten, 'connections' | 'authorizations' | 'pendingActions' | 'notices'>> {
  const authorizations = await vault.authorizations.removeOf(key);
  const pendingActions = await vault.pendingActions.removeOf(key);
  const connections = await vault.connections.removeOf(key);
  let notices = 0;
  for (const id of authorizations) {
    notices += (await vault.outbox.removeBy(`ended/${id}`)) + (await vault.outbox.removeBy(`connected/${id}`));
  }
  for (const id of pendingActions) notices += await vault.outbox.removeBy(`interrupted/${id}`);
  return { connections, authorizations: authorizations.length, pendingActions: pendingActions.length, notices };
}
