import { TOO_OLD } from '../model/errand.ts';
import { type Owner, sourceOf } from '../model/owner.ts';
import type { Services } from './services.ts';

/** Open requests for each bot, channel and tenant, so that people whom somebody invents there do not fill the store. */
export const OPEN_ERRANDS_PER_SOURCE = 10_000;
/** A process counts them in the store once for so many new ones of a source. */
export const COUNTED_EVERY = 100;
const MINUTE = 60_000;
/** How many sources a process remembers. */
const MOST = 10_000;

/** What a process knows of a source. */
export interface ErrandsBegun {
  readonly count: number;
  /** Nothing is counted before then: there was no place. */
  readonly fullUntil: number;
}

/**
 * Call it before an errand is stored that asks something or waits. Not for one that runs at once: its owner has a connection.
 *
 * @returns minutes to wait if too many requests are open where its owner is. Undefined if it may begin
 */
export async function minutesUntilErrand(
  { begunAt, vault, now }: Pick<Services, 'begunAt' | 'vault' | 'now'>,
  owner: Owner,
): Promise<number | undefined> {
  const source = sourceOf(owner);
  const { count, fullUntil } = begunAt.get(source) ?? { count: 0, fullUntil: 0 };
  if (now() < fullUntil) return TOO_OLD / MINUTE;
  const isCounted = count + 1 >= COUNTED_EVERY;
  const isFull = isCounted && (await vault.errands.isFull(source, OPEN_ERRANDS_PER_SOURCE));
  if (begunAt.size >= MOST) begunAt.clear();
  // the next one counts again
  begunAt.set(
    source,
    isFull ? { count, fullUntil: now() + MINUTE } : { count: isCounted ? 0 : count + 1, fullUntil: 0 },
  );
  return isFull ? TOO_OLD / MINUTE : undefined;
}
