import type { Errand, ErrandResult } from '../model/errand.ts';

/** The longest output that is kept, as JSON in UTF-16 code units. */
const LARGEST = 64 * 1024;

/** A result as the store keeps it. The output is kept as JSON if somebody collects it. */
export function keptResult(result: ErrandResult, { by }: Pick<Errand, 'by'>): ErrandResult {
  if (result.status !== 'done') return result;
  const { output: given, ...rest } = result;
  const output = by === 'plain' ? undefined : storable(given);
  return output === undefined ? rest : { ...rest, output };
}

function storable(output: unknown): unknown {
  try {
    const text = JSON.stringify(output);
    return text === undefined || text.length > LARGEST ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
