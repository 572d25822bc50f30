/** One way to do the same thing. */
export interface Contestant {
  readonly name: string;
  /** Prepares `count` operations. Not measured. */
  readonly prepare?: (count: number) => Promise<void>;
  readonly operation: () => Promise<unknown>;
}

export interface Plan {
  readonly rounds: number;
  /** Rounds before the first that counts, until everything is compiled. */
  readonly warmUp: number;
  /** How often every contestant takes its turn in a round. */
  readonly slices: number;
  /** Operations of a contestant in one slice: enough to have its own code in the processor's caches, as it would by itself. */
  readonly operations: number;
}

/** Microseconds per operation, one value for each round. */
export interface Measured {
  readonly name: string;
  /** CPU time of this process, with all its threads. */
  readonly cpu: readonly number[];
  readonly wall: readonly number[];
}

/**
 * Measures the contestants in short turns, so that other load on the machine affects all of them alike. Only values of the same
 * round are compared. The order changes with every slice.
 */
export async function measure(contestants: readonly Contestant[], plan: Plan): Promise<readonly Measured[]> {
  const measured = contestants.map(({ name }) => ({ name, cpu: [] as number[], wall: [] as number[] }));
  globalThis.gc?.();
  for (let round = -plan.warmUp; round < plan.rounds; round += 1) {
    for (const [at, { cpu, wall }] of (await measureRound(contestants, plan)).entries()) {
      if (round < 0) continue;
      measured[at]?.cpu.push(cpu);
      measured[at]?.wall.push(wall);
    }
  }
  return measured;
}

async function measureRound(contestants: readonly Contestant[], plan: Plan) {
  const sums = contestants.map(() => ({ cpu: 0, wall: 0 }));
  const share = 1 / (plan.slices * plan.operations);
  for (let slice = 0; slice < plan.slices; slice += 1) {
    for (const at of orderOf(contestants.length, slice)) {
      const [contestant, sum] = [contestants[at], sums[at]];
      if (contestant === undefined || sum === undefined) continue;
      const { cpu, wall } = await measureSlice(contestant, plan.operations);
      sum.cpu += cpu * share;
      sum.wall += wall * share;
    }
  }
  return sums;
}

/** Orders in which each begins once, and none always follows the same other one. */
function orderOf(count: number, slice: number): readonly number[] {
  const order = Array.from({ length: count }, (_, at) => (at + slice) % count);
  return Math.floor(slice / count) % 2 === 0 ? order : order.toReversed();
}

async function measureSlice({ prepare, operation }: Contestant, operations: number) {
  await prepare?.(operations);
  const startedAt = performance.now();
  const before = process.cpuUsage();
  for (let n = 0; n < operations; n += 1) await operation();
  const { user, system } = process.cpuUsage(before);
  return { cpu: user + system, wall: (performance.now() - startedAt) * 1000 };
}

/** Median and middle half. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Round by round `value / base`. */
export function ratioOf(value: readonly number[], base: readonly number[]): Spread {
  return spreadOf(value.map((one, round) => one / (base[round] ?? Number.NaN)));
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [below = Number.NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return below + (above - below) * (place - Math.floor(place));
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
