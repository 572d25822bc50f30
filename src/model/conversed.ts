import type { EndReason } from './authorization.ts';
import type { FailureReason } from './errand.ts';

/** How a person's request ended. */
export type ErrandOver<Output = unknown> =
  | { readonly status: 'done'; readonly output: Output }
  | { readonly status: 'failed'; readonly why: FailureReason | 'still_refused' | 'too_old' }
  /** Only an account was connected. */
  | { readonly status: 'connected' }
  | { readonly status: 'not_connected'; readonly why: NotConnected }
  /** Another delivery of the same message, or another process, handles it. */
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
  /** The bot has asked for something or waits for something, and continues by itself. */
  | { readonly status: 'asked' }
  /** The message was a word that always works, such as `connections`. */
  | { readonly status: 'answered' };
