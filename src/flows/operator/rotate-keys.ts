import { setImmediate as othersFirst } from 'node:timers/promises';
import type { KeyUse } from '../../vault/vault.ts';
import type { AuditLine } from '../audit.ts';
import type { Services } from '../services.ts';
import { type Actor, audited } from './audited.ts';

export interface Rotation {
  /**
   * `done`: the first key of the ring seals every row, so the older keys can be removed. `unfinished`: a process that still
   * seals with an older key wrote rows in the meantime. Give all processes the new key first, and run it again.
   */
  readonly status: 'done' | 'unfinished';
  readonly resealed: number;
  /** Rows that no key opens. They are kept, and no older key is needed for them. */
  readonly broken: number;
  readonly keys: readonly KeyUse[];
}

const BATCH = 50;
/** The number of steps in a row in which other processes were first with every row. */
const PATIENCE = 10;

/**
 * Seals everything with the first key of the ring while the bot runs. A row that changes in the meantime is left and found
 * again. It stores no progress, so it can be interrupted and repeated.
 */
export async function rotateKeys(
  services: Services,
  input: { readonly actor: Actor; readonly batch?: number },
): Promise<Rotation> {
  const before = await services.vault.keys.inUse();
  await logged(services, input.actor, before, { what: 'key_rotation_begun', facts: { kind: 'begun' } });
  const { resealed, broken } = await resealAll(services, input.batch ?? BATCH);
  const keys = await services.vault.keys.inUse();
  const status = keys.some(({ role, rows }) => role === 'opens' && rows > 0) ? 'unfinished' : 'done';
  await logged(services, input.actor, keys, {
    what: 'keys_rotated',
    facts: { kind: 'rotation', status, resealed, broken },
  });
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

async function logged<Event extends 'key_rotation_begun' | 'keys_rotated'>(
  services: Services,
  actor: Actor,
  keys: readonly KeyUse[],
  { what, facts }: Pick<AuditLine<Event>, 'what' | 'facts'>,
): Promise<void> {
  const subject = keys.find(({ role }) => role === 'seals')?.id ?? '';
  await audited(services, { actor, what, subject }, async () => ({ value: undefined, facts }));
}
