import { type Owner, ownerKey, readOwnerKey } from '../../model/owner.ts';
import { wholeUser } from '../../model/setup.ts';
import type { Services } from '../services.ts';

/** A person who can be added to an audience. */
export interface KnownPerson {
  /** `channel/tenant/user`. */
  readonly id: string;
  /** The name in the channel, if it is kept. */
  readonly name?: string;
}

/** How many people of each kind are read, and how many are returned, at most. */
const MOST = 50;

/** People who were refused this integration, followed by people who are connected to anything or are being asked. */
export async function knownPeople(services: Services, integration: string): Promise<readonly KnownPerson[]> {
  const { vault } = services;
  const [refused, asked, connected] = await Promise.all([
    vault.audit.list({ what: 'access_refused', subject: integration, limit: MOST }),
    vault.authorizations.listOpen(MOST),
    vault.connections.listAll({ limit: MOST }),
  ]);
  const names = new Map([...asked, ...connected].map(({ owner, ownerName }) => [ownerKey(owner), ownerName]));
  const found = new Map<string, KnownPerson>();
  const add = (owner: Owner, name?: string) => {
    const id = owner.kind === 'user' ? wholeUser(owner) : undefined;
    if (id !== undefined && !found.has(id)) found.set(id, { id, ...(name === undefined ? {} : { name }) });
  };
  for (const { actor } of refused) {
    const owner = readOwnerKey(actor);
    // a person whose data was deleted has no key any more
    if (owner !== undefined) add(owner, names.get(actor) ?? (await vault.errands.lastOf(actor))?.ownerName);
  }
  for (const { owner, ownerName } of asked) add(owner, ownerName);
  for (const { owner, ownerName } of connected) add(owner, ownerName);
  return [...found.values()].slice(0, MOST);
}
