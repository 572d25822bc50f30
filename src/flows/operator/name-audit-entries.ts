import { ownerKey, readOwnerKey } from '../../model/owner.ts';
import type { Services } from '../services.ts';
import { testedProfile } from './test-profile.ts';

/** Names for the people and the subjects in the audit log, because ids mean nothing to readers. Never a secret. */
export interface AuditNames {
  /** By actor. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly channel: string }>;
  /** By subject. Absent if it no longer exists. */
  readonly subjects: ReadonlyMap<string, AuditSubject>;
}

interface AuditSubject {
  readonly name: string;
  /** The account of a connection. */
  readonly account?: string;
  /** The person who was asked to connect. */
  readonly asked?: string;
}

interface Entry {
  readonly actor: string;
  readonly what: string;
  readonly subject: string;
  readonly result: string;
}

/** Looks everything up once for all entries of a page. */
export async function nameAuditEntries(services: Services, entries: readonly Entry[]): Promise<AuditNames> {
  const people = new Map<string, { readonly name: string; readonly channel: string }>();
  const subjects = new Map(await lasting(services));
  const productOf = (id: string) => services.integrations.get(id)?.name ?? id;
  for (const { what, subject, result } of entries) {
    if (NAMES_PRODUCT.has(what)) subjects.set(subject, { name: productOf(result.split(': ', 1)[0] ?? result) });
  }
  const actors = new Set(entries.map(({ actor }) => actor));
  await Promise.all(
    [...actors].map(async (actor) => {
      const owner = readOwnerKey(actor);
      if (owner === undefined) return;
      const connections = await services.vault.connections.list(actor);
      const known = connections.find(({ ownerName }) => ownerName !== undefined)?.ownerName;
      if (owner.kind === 'user') {
        // people who were refused have no connection
        const name = known ?? (await services.vault.errands.lastOf(actor))?.ownerName ?? owner.user;
        people.set(actor, { name, channel: owner.channel });
      }
      for (const { id, integration, account } of connections) {
        subjects.set(id, { name: productOf(integration), account: account.label });
      }
    }),
  );
  const attempts = new Set(entries.filter(({ what }) => OF_ATTEMPT.has(what)).map(({ subject }) => subject));
  for (const attempt of await Promise.all([...attempts].map((id) => services.vault.authorizations.byId(id)))) {
    if (attempt === undefined) continue;
    const { id, integration, owner, ownerName } = attempt;
    subjects.set(id, { name: productOf(integration), asked: ownerName });
    if (owner.kind === 'user') people.set(ownerKey(owner), { name: ownerName, channel: owner.channel });
  }
  return { people, subjects };
}

/** Entries whose result is the product of their subject. */
const NAMES_PRODUCT: ReadonlySet<string> = new Set(['connected', 'connection_revoked']);

/** Entries about an attempt to connect. */
export const OF_ATTEMPT: ReadonlySet<string> = new Set([
  'link_claimed',
  'callback',
  'credential_submitted',
  'authorization_ended',
]);

async function lasting({ vault, integrations }: Services): Promise<readonly (readonly [string, AuditSubject])[]> {
  const [operators, profiles] = await Promise.all([vault.operators.list(), vault.profiles.list()]);
  const tested = [...integrations.values()].flatMap(({ id, name, profiles: ways }) =>
    ways.map((way) => [testedProfile(id, way.id), { name: way.title, account: name }] as const),
  );
  const named = [...integrations.values(), ...operators, ...profiles];
  return [...named.map(({ id, name }) => [id, { name }] as const), ...tested];
}
