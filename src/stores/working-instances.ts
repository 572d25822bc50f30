import { INSTANCES } from '../model/instance.ts';
import type { FactRows } from './store.ts';

/** Milliseconds after which a process that has written nothing counts as stopped. */
const SILENT = 60_000;

/** Processes that were working within the last minute. */
export async function workingInstances(facts: Pick<FactRows, 'under'>, now: number): Promise<number> {
  const known = await facts.under(INSTANCES);
  return known.filter(({ value }) => now - Number(value) < SILENT).length;
}
