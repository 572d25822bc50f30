import { setImmediate as othersFirst } from 'node:timers/promises';
import type { KeyUse } from '../../vault/vault.ts';
import type { Services } from '../services.ts';
import { type Actor, audited } from './audited.ts';

export interface Rotation {
  /**
   * `done`: the first key of the ring seals every row, so that its older keys can go. `unfinished`: rows of an older one
   * appeared meanwhile, from a process that still seals with it; run it again when all have the new key first.
   */
  readonly status: 'done' | 'unfinished';
  readonly resealed: number;
  /** Rows that did not open any more, with any key; they are kept, and need no older key from now on. */
  readonly broken: number;
  readonly keys: readonly KeyUse[];
}

const BATCH = 50;
/** Steps in a row in which others were faster with every single row. */
const PATIENCE = 10;

/**
 * Seals all that is stored with the first key of the ring, while the bot goes on: a row that somebody
 * writes meanwhile is left and seen again. It keeps no place of its own, so it can be killed, and run twice.
 */
export async function rotateKeys(
  services: Services,
  input: { readonly actor: Actor; readonly batch?: number },
): Promise<Rotation> {
  const before = await services.vault.keys.inUse();
  await logged(services, input.actor, 'key_rotation_begun', before, 'begun');
  const { resealed, broken } = await resealAll(services, input.batch ?? BATCH);
  const keys = await services.vault.keys.inUse();
  const status = keys.some(({ role, rows }) => role === 'opens' && rows > 0) ? 'unfinished' : 'done';
  await logged(services, input.actor, 'keys_rotated', keys, `${status}: ${resealed} resealed, ${broken} broken`);
  return { status, resealed, broken, keys };
}

async function resealAll(services: Services, batch: number): Promise<{ resealed: number; broken: number }> {
  const total = { resealed: 0, broken: 0 };
  for (let lost = 0; lost < PATIENCE; ) {
    const step = await services.vault.keys.reseal(batch);
    if (step.found === 0) break;
    total.resealed += step.resealed;
    total.broken += step.broken;
    lost = step.resealed + step.broken === 0 ? lost + 1 : 0;
    await othersFirst();
  }
  return total;
}

async function logged(
  services: Services,
  actor: Actor,
  what: 'key_rotation_begun' | 'keys_rotated',
  keys: readonly KeyUse[],
  result: string,
): Promise<void> {
  const subject = keys.find(({ role }) => role === 'seals')?.id ?? '';
  await audited(services, { actor, what, subject }, async () => ({ value: undefined, result }));
}
