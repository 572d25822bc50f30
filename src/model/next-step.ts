import type { EndReason } from './authorization.ts';
import type { FailureReason } from './errand.ts';

/**
 * What a person can do after their request has ended: try the same again, ask again with other answers, or connect another
 * account.
 */
export type NextStep = 'retry' | 'ask_again' | 'reconnect';

/**
 * After an attempt to connect. If a developer or an administrator has to act first, trying again helps afterwards, and until
 * then says what is missing. Only a person who has cancelled is offered nothing.
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

/**
 * After an action. If the product refuses the request as it is, the person asks again with other answers. The same applies
 * to a request that may have been carried out, after a look at the product.
 */
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
