import { causeOf } from '../model/cause-of.ts';
import { type Errand, TOO_OLD } from '../model/errand.ts';
import { ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

/** After this many errands of one person in one conversation, those that ended 15 minutes ago are deleted early, not after a day. */
export const MANY = 200;
/** How many people and conversations one process counts, at most. */
const MOST = 10_000;

/**
 * After each new errand, checks whether its owner keeps asking without end. Deletes their old errands early, so that they cannot
 * fill the store.
 */
export async function trimErrands(
  services: Services,
  { owner, conversation }: Errand,
  vault: Pick<Vault, 'errands'>,
): Promise<void> {
  const key = ownerKey(owner);
  if (!isOneOfMany(services.begun, `${key} ${conversation.key}`)) return;
  await vault.errands.trim(key, conversation.key, services.now() - TOO_OLD).catch((error: unknown) => {
    services.log({ event: 'sweep_failed', error: causeOf(error) });
  });
}

function isOneOfMany(begun: Services['begun'], person: string): boolean {
  const count = (begun.get(person) ?? 0) + 1;
  if (begun.size >= MOST) begun.clear();
  begun.set(person, count % MANY);
  return count === MANY;
}
