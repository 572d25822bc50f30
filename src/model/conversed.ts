import type { EndReason } from './authorization.ts';
import type { FailureReason } from './errand.ts';

/** How a person's request ended. */
export type ErrandOver<Output = unknown> =
  | { readonly status: 'done'; readonly output: Output }
  | { readonly status: 'failed'; readonly why: FailureReason | 'still_refused' | 'too_old' }
  /** Only an account was connected. */
  | { readonly status: 'connected' }
  | { readonly status: 'not_connected'; readonly why: NotConnected }
  /** It was done for another delivery of the same message, or another process is handling it. */
  | { readonly status: 'elsewhere' };

export type NotConnected =
  | EndReason
  | 'group'
  | 'too_many'
  | 'disabled'
  | 'not_allowed'
  | 'preauthorized'
  | 'not_set_up';

/** The outcome of a message that the library handled. */
export type Conversed<Output = unknown> =
  | ErrandOver<Output>
  /** The bot has asked something, or waits for something; it goes on by itself. */
  | { readonly status: 'asked' }
  /** It was a word that always works, e.g. `connections`. */
  | { readonly status: 'answered' };
