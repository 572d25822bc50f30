/** A step that a world may take from a state, and the state that it leads to. */
export type Step<State> = readonly [name: string, next: State];

export interface Explored {
  readonly states: number;
  /** By what went wrong: the shortest way there that was found, as the names of its steps. */
  readonly faults: Readonly<Record<string, readonly string[]>>;
}

export interface World<State> {
  readonly first: State;
  readonly stepsFrom: (state: State) => readonly Step<State>[];
  /** What is wrong with a state and the steps that lead out of it. */
  readonly faultOf: (state: State, steps: readonly Step<State>[]) => string | undefined;
  /** Two states with the same key are the same. */
  readonly keyOf: (state: State) => string;
  /** Beyond this only counters differ. */
  readonly isWithin: (state: State) => boolean;
  /** Ends the search once it is found. */
  readonly searched?: string;
}

/** For keys of states in which only the order of numbers counts: the place of each among all of them, and -1 for none. */
export function ranksOf(numbers: readonly number[]): (number: number | undefined) => number {
  const ranked = [...new Set(numbers)].toSorted((one, other) => one - other);
  return (number) => (number === undefined ? -1 : ranked.indexOf(number));
}

/** Takes every step from every state, once. */
export function explore<State>({ first, stepsFrom, faultOf, keyOf, isWithin, searched }: World<State>): Explored {
  const cameFrom = new Map<string, readonly [from: string, step: string] | undefined>([[keyOf(first), undefined]]);
  const queue: (readonly [key: string, state: State])[] = [[keyOf(first), first]];
  const faults: Record<string, readonly string[]> = {};
  // the queue grows meanwhile
  for (const [key, state] of queue) {
    if (searched !== undefined && searched in faults) break;
    const steps = stepsFrom(state);
    const fault = faultOf(state, steps);
    if (fault !== undefined) faults[fault] ??= wayTo(cameFrom, key);
    for (const [name, next] of steps) {
      const nextKey = keyOf(next);
      if (cameFrom.has(nextKey) || !isWithin(next)) continue;
      cameFrom.set(nextKey, [key, name]);
      queue.push([nextKey, next]);
    }
  }
  return { states: cameFrom.size, faults };
}

function wayTo(
  cameFrom: ReadonlyMap<string, readonly [from: string, step: string] | undefined>,
  key: string,
): readonly string[] {
  const names: string[] = [];
  for (let came = cameFrom.get(key); came !== undefined; came = cameFrom.get(came[0])) names.unshift(came[1]);
  return names;
}
