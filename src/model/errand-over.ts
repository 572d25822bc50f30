import type { EndReason } from './authorization.ts';
import type { ErrandOver } from './conversed.ts';
import type { Errand, ErrandResult } from './errand.ts';

/** Undefined while the errand goes on: it asks, waits or runs. */
export function overOf(errand: Errand): ErrandOver | undefined {
  if (errand.status === 'answered') return resultOver(errand.result);
  if (errand.status !== 'ended') return undefined;
  switch (errand.why) {
    case 'done':
      if (errand.actionId === undefined) return { status: 'connected' };
      return errand.result === undefined ? { status: 'elsewhere' } : resultOver(errand.result);
    case 'failed':
      return errand.result === undefined ? { status: 'failed', why: 'error' } : resultOver(errand.result);
    case 'unsure':
      return { status: 'failed', why: 'unsure' };
    case 'too_old':
      return { status: 'failed', why: 'too_old' };
    case 'cancelled':
    case 'abandoned':
      return { status: 'not_connected', why: 'cancelled' };
    case 'not_connected':
      return { status: 'not_connected', why: errand.reason ?? 'expired' };
  }
}

export function resultOver(result: ErrandResult): ErrandOver {
  switch (result.status) {
    case 'done':
      return { status: 'done', output: result.output };
    case 'failed':
      return { status: 'failed', why: result.why };
    case 'unsure':
      return { status: 'failed', why: 'unsure' };
  }
}

/** The outcome for a person who does not try again although the bot offers it. */
export function givenUp(errand: Errand): ErrandOver {
  if (errand.status !== 'asking' || errand.ask.kind !== 'retry') return { status: 'elsewhere' };
  const { why } = errand.ask;
  return why === 'failed' ? { status: 'failed', why: 'error' } : { status: 'not_connected', why };
}

/** Why the attempt to connect that the errand waited for is over. Undefined for an errand that ended otherwise, or goes on. */
export function attemptEndOf(
  errand: Errand,
): { readonly why: EndReason; readonly ref?: string | undefined } | undefined {
  if (errand.status === 'ended' && errand.reason !== undefined) return { why: errand.reason, ref: errand.ref };
  if (errand.status !== 'asking' || errand.ask.kind !== 'retry' || errand.ask.why === 'failed') return undefined;
  return { why: errand.ask.why, ref: errand.ask.ref };
}
