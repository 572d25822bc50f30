import type { EndReason } from './authorization.ts';
import type { FailureReason } from './errand.ts';

/** How something that a person asked for ended. */
export type ErrandOver<Output = unknown> =
  | { readonly status: 'done'; readonly output: Output }
  | { readonly status: 'failed'; readonly why: FailureReason | 'still_refused' | 'too_old' }
  /** Only an account was connected. */
  | { readonly status: 'connected' }
  | { readonly status: 'not_connected'; readonly why: NotConnected }
  /** It was done for another delivery of the same message, or somebody else has it in hand. */
  | { readonly status: 'elsewhere' };

export type NotConnected =
  | EndReason
  | 'group'
  | 'too_many'
  | 'disabled'
  | 'not_allowed'
  | 'preauthorized'
  | 'not_set_up';

/** What became of a message that the library heard. */
export type Conversed<Output = unknown> =
  | ErrandOver<Output>
  /** Something is asked or awaited; it goes on by itself. */
  | { readonly status: 'asked' }
  /** It was a word that always works, e.g. `connections`. */
  | { readonly status: 'answered' };
