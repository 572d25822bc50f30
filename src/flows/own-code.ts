import type { LogEvent } from '../logger.ts';
import { causeOf } from '../model/cause-of.ts';
import { within } from './within.ts';

/** Code of the bot that the library calls. */
export type OwnCode =
  | 'logger'
  | 'texts'
  | 'onAttention'
  | 'onConnected'
  | 'answer'
  | 'ownerOf'
  | 'isPersonal'
  | `text ${string}`;

/**
 * Calls code of the bot without waiting for it. Errors, including later rejections, are logged and go no further.
 *
 * @returns what the code returned; undefined if it threw
 */
export function callOwnCode<Result>(
  log: (event: LogEvent) => void,
  code: OwnCode,
  call: () => Result,
): Result | undefined {
  const failed = (error: unknown): void => {
    log({ event: 'own_code_failed', code, error: causeOf(error) });
  };
  try {
    const result = call();
    if (result instanceof Promise) result.catch(failed);
    return result;
  } catch (error) {
    failed(error);
    return undefined;
  }
}

/** Milliseconds. */
const PATIENCE = 30_000;

/** Waits for code of the bot, but not forever: after a while the turn continues without it. */
export async function awaitOwnCode(
  log: (event: LogEvent) => void,
  code: OwnCode,
  call: () => Promise<unknown>,
): Promise<void> {
  const running = callOwnCode(log, code, call);
  if (running !== undefined) await within(PATIENCE, running).catch(() => {});
}
