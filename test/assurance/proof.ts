/** What a proof stands on. */
export interface Ground {
  readonly engine: 'SQLite' | 'PostgreSQL';
  /** Enough to see that it works, in seconds. */
  readonly isShort: boolean;
  /** The setting of a store that nobody has used. */
  newStore(): Promise<string>;
}

/** Tries something once: it fails where this rejects. */
export type Try = (what: string, work: () => unknown) => Promise<void>;

export interface Proof {
  /** Of the security design: F5 to F17; a letter where it has none. */
  readonly figure: string;
  readonly what: string;
  /** It has nothing to do with a database. */
  readonly isOnce?: true;
  /** @returns what is worth knowing besides */
  run(ground: Ground, attempt: Try): Promise<string | undefined>;
}

export interface Tally {
  readonly tried: number;
  readonly failed: number;
  /** Of the first that failed. */
  readonly reason?: string;
  readonly note?: string;
  readonly seconds: number;
}

export async function tally(proof: Proof, ground: Ground): Promise<Tally> {
  const begun = performance.now();
  let tried = 0;
  let failed = 0;
  let reason: string | undefined;
  const note = await proof.run(ground, async (what, work) => {
    tried += 1;
    try {
      await work();
    } catch (error) {
      failed += 1;
      reason ??= `${what}: ${error instanceof Error ? error.message : String(error)}`;
    }
  });
  return {
    tried,
    failed,
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    seconds: (performance.now() - begun) / 1000,
  };
}
