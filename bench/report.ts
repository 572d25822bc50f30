import { type Measured, ratioOf, type Spread, spreadOf } from './measure.ts';

/** The result for one promise. */
export interface Verdict {
  readonly promise: string;
  readonly value: number;
  readonly limit: number;
  /** `near`: over the limit, but by less than this run can distinguish. */
  readonly result: 'ok' | 'near' | 'OVER';
}

/** Everything that was measured together. */
export interface Comparison {
  readonly title: string;
  /** The base of all ratios: the mean of the limit and its twin, the same contestant measured twice. */
  readonly base: Measured;
  /** How far these two are apart in one round. The run cannot distinguish less than this. */
  readonly resolution: number;
  readonly measured: readonly Measured[];
}

export function compare(
  title: string,
  names: { base: string; twin: string },
  measured: readonly Measured[],
): Comparison {
  const [limit, twin] = [named(measured, names.base), named(measured, names.twin)];
  const { low, high } = ratioOf(twin.cpu, limit.cpu);
  const base = { name: limit.name, cpu: meanOf(limit.cpu, twin.cpu), wall: meanOf(limit.wall, twin.wall) };
  return { title, base, resolution: Math.max(Math.abs(1 - low), Math.abs(high - 1)), measured };
}

function meanOf(values: readonly number[], others: readonly number[]): readonly number[] {
  return values.map((value, round) => (value + (others[round] ?? Number.NaN)) / 2);
}

export function named(measured: readonly Measured[], name: string): Measured {
  const found = measured.find((one) => one.name === name);
  if (found === undefined) throw new Error(`nothing is called "${name}"`);
  return found;
}

export function judge(promise: string, value: number, limit: number, resolution: number): Verdict {
  const result = value <= limit ? 'ok' : value <= limit * (1 + resolution) ? 'near' : 'OVER';
  return { promise, value, limit, result };
}

export function printComparison(comparison: Comparison): void {
  const { title, base, measured } = comparison;
  const rows = measured.map(({ name, cpu, wall }) => [
    name,
    micros(spreadOf(cpu).median),
    ratio(ratioOf(cpu, base.cpu)),
    micros(spreadOf(wall).median),
    ratio(ratioOf(wall, base.wall)),
  ]);
  console.log(`\n${title}`);
  printTable(['', 'CPU µs', '× (middle half)', 'wall µs', '× (middle half)'], rows);
  console.log(`  this run can distinguish CPU ratios that differ by ${percent(comparison.resolution)}`);
}

export function printVerdicts(verdicts: readonly Verdict[]): void {
  console.log('');
  for (const { result, promise, value, limit } of verdicts) {
    console.log(`${result.padEnd(4)}  ${promise}: ${value.toFixed(2)} (limit ${limit.toFixed(2)})`);
  }
}

/** Aligns the first column to the left and numbers to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)));
    console.log(`  ${cells.join('  ').trimEnd()}`);
  }
}

function micros(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}

function ratio({ low, median, high }: Spread): string {
  return `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
