import type { Owner } from '../../model/owner.ts';
import { wholeUser } from '../../model/setup.ts';
import type { Services } from '../services.ts';

/** A person who can be put on an audience's list. */
export interface KnownPerson {
  /** `channel/tenant/user`. */
  readonly id: string;
  /** As the channel calls them, where it is kept. */
  readonly name?: string;
}

/** Most that are read of each kind, and most that are returned. */
const MOST = 50;

/** People who are connected to anything, or are being asked to connect. */
export async function knownPeople(services: Services): Promise<readonly KnownPerson[]> {
  const [asked, connected] = await Promise.all([
    services.vault.authorizations.listOpen(MOST),
    services.vault.connections.listAll({ limit: MOST }),
  ]);
  const found = new Map<string, KnownPerson>();
  const add = (owner: Owner, name?: string) => {
    const id = owner.kind === 'user' ? wholeUser(owner) : undefined;
    if (id !== undefined && !found.has(id)) found.set(id, { id, ...(name === undefined ? {} : { name }) });
  };
  for (const { owner, ownerName } of asked) add(owner, ownerName);
  for (const { owner, ownerName } of connected) add(owner, ownerName);
  return [...found.values()].slice(0, MOST);
}
