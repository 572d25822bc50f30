/** What a process that is a bot does when it is told to. */
export type Order =
  | {
      readonly verb: 'open';
      readonly store: string;
      /** Where the product is. */
      readonly product: string;
      readonly ends: 'token' | 'grant';
      readonly publicUrl: string;
      readonly ring: Ring;
      /** Milliseconds that its clock is ahead. */
      readonly later: number;
      /** Gets a line before each of its steps. */
      readonly stepsFile: string;
    }
  | { readonly verb: 'turn'; readonly activity: Readonly<Record<string, unknown>> }
  | { readonly verb: 'later'; readonly later: number }
  /** What the process does every few seconds by itself. */
  | { readonly verb: 'round' }
  /** From now on it has so many steps left, and is killed before the next one. */
  | { readonly verb: 'doom'; readonly left: number }
  | { readonly verb: 'forget'; readonly user: string }
  | { readonly verb: 'revoke'; readonly user: string }
  | { readonly verb: 'rotate' }
  /** Writes a snapshot of its heap to the file, while it keeps `kept` in it in every spelling. */
  | { readonly verb: 'heap'; readonly file: string; readonly kept: string }
  /** Bytes of its heap after a collection, and how many handles are open. */
  | { readonly verb: 'usage' };

export interface Given {
  readonly answers: number;
  readonly order: Order;
}

export type Told =
  | { readonly said: Readonly<Record<string, unknown>>; readonly conversation: string }
  | { readonly answers: number; readonly result: string }
  | { readonly answers: number; readonly error: string };

/** Which of the two keys seals; both open. */
export type Ring = 'k1' | 'k2';

export function keyRing(first: Ring): string {
  const [k1, k2] = [1, 2].map((byte) => `k${byte}:${Buffer.alloc(32, byte).toString('base64')}`);
  return first === 'k1' ? `${k1},${k2}` : `${k2},${k1}`;
}
