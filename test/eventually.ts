import { vi } from 'vitest';

/** A little less than a test may take, so that a failure says what did not happen. Milliseconds. */
const PATIENCE = 15_000;

/**
 * Waits until a check passes: how soon something happens is the machine's business.
 * @throws what the check threw last
 */
export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: PATIENCE, interval: 10 });
}
