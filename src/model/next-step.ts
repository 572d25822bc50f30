import type { EndReason } from './authorization.ts';
import type { FailureReason } from './errand.ts';

/**
 * What helps somebody whose request has ended: the same once more, the request made again (with other answers), or another
 * account at the product.
 */
export type NextStep = 'retry' | 'ask_again' | 'reconnect';

/**
 * After an attempt to connect. Where a developer or an administrator has to act first, trying again helps once they have, and
 * says until then what is missing. Only who has cancelled wants nothing.
 */
export const AFTER_ATTEMPT: Readonly<Record<EndReason, readonly NextStep[]>> = {
  expired: ['retry'],
  denied: ['retry'],
  admin_refused: ['retry'],
  refused: ['retry'],
  unreachable: ['retry'],
  misconfigured: ['retry'],
  product_failed: ['retry'],
  product_busy: ['retry'],
  scope_refused: ['retry'],
  client_refused: ['retry'],
  interrupted: ['retry'],
  no_site: ['retry'],
  other_browser: ['retry'],
  cancelled: [],
  withdrawn: ['retry'],
  stopped: ['retry'],
  code_seen: ['retry'],
  superseded: ['retry'],
  crowded_out: ['retry'],
  wrong_codes: ['retry'],
  wrong_credentials: ['retry'],
};

/** After an action. What the product refuses as it was asked for is asked for again; so is what may have happened, after a look. */
export const AFTER_FAILURE: Readonly<Record<FailureReason | 'still_refused', readonly NextStep[]>> = {
  refused: ['ask_again'],
  forbidden: ['retry', 'reconnect'],
  not_found: ['ask_again', 'reconnect'],
  invalid: ['ask_again'],
  busy: ['retry'],
  too_large: ['ask_again'],
  locked: ['retry'],
  not_offered: ['ask_again'],
  unreachable: ['retry'],
  unsure: ['ask_again'],
  error: ['retry'],
  disabled: ['retry'],
  not_allowed: ['retry'],
  not_set_up: ['retry'],
  shared_ended: ['retry'],
  still_refused: ['retry', 'reconnect'],
};
