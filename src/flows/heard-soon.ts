/** Waits for a signal that may never come. */
export interface HeardSoon {
  heard(name: string): void;
  /** Resolves when the signal comes, or after these milliseconds. */
  wait(name: string, ms: number): Promise<void>;
}

export function heardSoon(): HeardSoon {
  const waiting = new Map<string, Set<() => void>>();
  return {
    heard: (name) => {
      for (const go of waiting.get(name) ?? []) go();
    },
    wait: (name, ms) =>
      new Promise((resolve) => {
        const mine = waiting.get(name) ?? new Set();
        waiting.set(name, mine);
        const go = () => {
          clearTimeout(timer);
          mine.delete(go);
          if (mine.size === 0 && waiting.get(name) === mine) waiting.delete(name);
          resolve();
        };
        const timer = setTimeout(go, ms);
        mine.add(go);
      }),
  };
}
