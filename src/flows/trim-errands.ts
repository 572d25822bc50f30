import { causeOf } from '../model/cause-of.ts';
import { type Errand, TOO_OLD } from '../model/errand.ts';
import { ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

/** After so many of one person in one conversation, those that ended a quarter of an hour ago are deleted now and not after a day. */
export const MANY = 200;
/** The most people that one process counts for. */
const MOST = 10_000;

/**
 * Looks after a new errand whether its owner asks for things without end: they fill the store only for as long as a channel may
 * deliver a message again.
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
