import type { SandboxState } from './state.ts';

/** What every product gets: the time, its own address, and its state. */
export interface World {
  /** Sandbox time in milliseconds, which `advance` moves. */
  readonly now: () => number;
  /** Origin of the sandbox, without a slash at the end. */
  readonly url: () => string;
  /** `reset` replaces it as a whole, so read it in each request. */
  readonly state: () => SandboxState;
}
