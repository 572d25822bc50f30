import type { SandboxState } from './state.ts';

/** What every product is given: the time, its own address, and what it remembers. */
export interface World {
  /** Sandbox time in milliseconds; moves by `advance`. */
  readonly now: () => number;
  /** Origin of the sandbox, without a slash at the end. */
  readonly url: () => string;
  /** Replaced as a whole by `reset`, so ask again in each request. */
  readonly state: () => SandboxState;
}
