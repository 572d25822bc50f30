import type { Revocation } from '../auth-methods/auth-method.ts';
import { authMethodOf } from '../auth-methods/auth-methods.ts';
import { credentialOf } from '../model/authorization.ts';
import type { Connection } from '../model/connection.ts';
import type { Credential } from '../model/credential.ts';
import { profileForTenant } from '../model/profile-for-tenant.ts';
import { readAnswer } from '../model/read-answer.ts';
import { endpointGuard } from './base-url.ts';
import { checkCredential } from './check-credential.ts';
import type { Services } from './services.ts';

/** `in_use`: another connection uses the same access, so it stays. */
export type RevocationOutcome = Revocation | 'in_use';

/** A credential and where it belongs. */
interface Held {
  readonly integration: string;
  readonly profile: string;
  readonly tenant?: string | undefined;
  readonly credential: Credential;
}

/**
 * Revokes a credential at its product, if the product offers a way (RFC 7009). Never throws. An integration that this
 * process does not know counts as `failed`, so that the queue keeps it for a process that does.
 */
export async function revokeCredential(
  services: Services,
  subject: Held & { readonly owner?: string; readonly account?: string },
): Promise<RevocationOutcome> {
  try {
    return (await isInUse(services, subject)) ? 'in_use' : await revoke(services, subject);
  } catch {
    return 'failed';
  }
}

/** Whether it makes sense to ask the product. */
export function canRevoke(services: Services, subject: Held): boolean {
  if (subject.credential.type !== 'oauth2') return false;
  return !services.integrations.has(subject.integration) || wayOf(services, subject) !== undefined;
}

async function revoke(services: Services, subject: Held): Promise<Revocation> {
  if (!canRevoke(services, subject)) return 'unsupported';
  const way = wayOf(services, subject);
  if (way === undefined) return 'failed';
  const { integration, profile, url } = way;
  return authMethodOf(profile.method).revoke(profile, subject.credential, {
    send: async (request) => {
      const answer = await services.http.sender(endpointGuard(integration, url, subject.tenant))(request);
      return { ...answer, status: integration.statusOf?.(readAnswer(answer)) ?? answer.status };
    },
    now: services.now(),
    ...(subject.tenant === undefined ? {} : { tenant: subject.tenant }),
  });
}

/** Also undefined if the profile no longer exists, because the client to ask with is gone. */
function wayOf(services: Services, subject: Held) {
  const integration = services.integrations.get(subject.integration);
  const made = integration?.profiles.find(({ id }) => id === subject.profile);
  if (integration === undefined || made === undefined) return undefined;
  const profile = profileForTenant(integration, made, subject.tenant, subject.credential.values);
  const url = profile?.method === 'oauth2' ? (profile.revocation?.url ?? profile.revocationUrl) : undefined;
  return profile === undefined || url === undefined ? undefined : { integration, profile, url };
}

type Subject = Parameters<typeof revokeCredential>[1];

/**
 * Some products revoke all access of an account and a client at once. That would end other connections of the account with
 * the same client, whoever owns them, and one that its owner is just making. So the last connection to be removed revokes
 * it.
 */
async function isInUse(services: Services, subject: Subject): Promise<boolean> {
  const profile = wayOf(services, subject)?.profile;
  if (profile?.method !== 'oauth2' || profile.revocationEnds === 'token') return false;
  const account = subject.account ?? (await accountOf(services, subject));
  const connected = await connectedTo(services, subject, account);
  if (connected.some((one) => one.status === 'active' && isSameClient(services, one, subject))) return true;
  return isBeingConnected(services, subject, account);
}

async function connectedTo(
  services: Services,
  { integration, tenant, owner }: Subject,
  account: string | undefined,
): Promise<readonly Connection[]> {
  const { connections } = services.vault;
  if (account !== undefined) return connections.listAccount({ integration, tenant, account });
  if (owner === undefined) return [];
  return (await connections.list(owner)).filter((one) => one.integration === integration && one.tenant === tenant);
}

/** The account of a token that was never proven. The product is asked, if the result can matter. */
async function accountOf(services: Services, subject: Subject): Promise<string | undefined> {
  const { integration } = subject;
  if ((await services.vault.connections.listAll({ integration, limit: 1 })).length === 0) return undefined;
  const known = services.integrations.get(integration);
  if (known === undefined) return undefined;
  const checked = await checkCredential(services, known, subject).catch(() => undefined);
  return checked?.status === 'ok' ? checked.account.id : undefined;
}

/** Developers may have copied a profile. The product distinguishes clients. */
function isSameClient(services: Services, one: Connection, subject: Subject): boolean {
  if (one.profile === subject.profile) return true;
  const client = clientOf(services, subject);
  return client !== undefined && clientOf(services, one) === client;
}

function clientOf(services: Services, at: Pick<Subject, 'integration' | 'profile' | 'tenant'>): string | undefined {
  const integration = services.integrations.get(at.integration);
  const made = integration?.profiles.find(({ id }) => id === at.profile);
  if (integration === undefined || made === undefined) return undefined;
  const profile = profileForTenant(integration, made, at.tenant);
  return profile?.method === 'oauth2' ? profile.clientId : undefined;
}

async function isBeingConnected(
  services: Services,
  { owner, integration }: Subject,
  account: string | undefined,
): Promise<boolean> {
  if (owner === undefined) return false;
  return (await services.vault.authorizations.openOf(owner)).some(
    (attempt) =>
      attempt.integration === integration &&
      credentialOf(attempt)?.type === 'oauth2' &&
      (account === undefined || attempt.status !== 'quarantined' || attempt.account.id === account),
  );
}
