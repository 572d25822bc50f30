import { OF_ATTEMPT } from '../../model/audit-event.ts';
import { ownerKey, readOwnerKey } from '../../model/owner.ts';
import { readFacts } from '../../model/stored-facts.ts';
import type { Services } from '../services.ts';
import { namedProfile } from './named-profile.ts';
import { testedProfile } from './test-profile.ts';

/** Names for the people and the subjects in the audit log, because ids mean nothing to readers. Never a secret. */
export interface AuditNames {
  /** By actor. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly channel: string }>;
  /** By subject. Absent if it no longer exists. */
  readonly subjects: ReadonlyMap<string, AuditSubject>;
}

export interface AuditSubject {
  readonly name: string;
  /** The account of a connection. */
  readonly account?: string;
  /** The person who was asked to connect. */
  readonly asked?: string;
  /** The name comes with a product and has translations. */
  readonly builtIn?: boolean;
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
    const facts = readFacts(what, result);
    if (facts?.kind === 'product' || facts?.kind === 'removed') {
      subjects.set(subject, { name: productOf(facts.integration) });
    } else if (facts !== undefined && 'name' in facts && NAMES_SUBJECT.has(what) && !subjects.has(subject)) {
      subjects.set(subject, { name: facts.name });
    }
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

/** Entries that name their subject, which may be gone. */
const NAMES_SUBJECT: ReadonlySet<string> = new Set([
  'profile_created',
  'profile_changed',
  'profile_deleted',
  'operator_removed',
]);

async function lasting({
  vault,
  integrations,
  declared,
}: Services): Promise<readonly (readonly [string, AuditSubject])[]> {
  const [operators, profiles] = await Promise.all([vault.operators.list(), vault.profiles.list()]);
  const tested = [...integrations.values()].flatMap(({ id, name, profiles: ways }) =>
    ways.map((way) => {
      const { name: title, builtIn } = namedProfile({ declared }, id, way);
      return [testedProfile(id, way.id), { name: title, account: name, builtIn }] as const;
    }),
  );
  const named = [...integrations.values(), ...operators, ...profiles];
  return [...named.map(({ id, name }) => [id, { name }] as const), ...tested];
}
