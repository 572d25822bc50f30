import { type Authorization, needsSite } from '../model/authorization.ts';
import { readConfirmationCode } from '../model/confirmation-code.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { isWithdrawn } from './attempt-refusal.ts';
import { type Completed, completeAuthorization } from './complete-authorization.ts';
import { isCounted, type Missed, triesLeftAfterMiss } from './count-miss.ts';
import { endWhileOpen } from './end-authorization.ts';
import type { Services } from './services.ts';

export type ConfirmOutcome =
  | ({ readonly status: 'connected' } & Completed)
  /** At 0 the new connection is revoked and deleted. */
  | { readonly status: 'wrong'; readonly triesLeft: number }
  /** In the meantime the developer has switched the integration off or removed this way to connect. */
  | { readonly status: 'withdrawn'; readonly integration: string }
  /** The person's own code, typed where others can read it. The new connection is revoked and deleted. */
  | { readonly status: 'seen_by_others'; readonly integration: string }
  /** The person's own valid code, for another conversation. */
  | { readonly status: 'other_conversation'; readonly integration: string }
  /** The person's own code, for an attempt that has ended. */
  | { readonly status: 'over'; readonly integration: string }
  /** Nothing waits for a code of this person in this conversation. */
  | { readonly status: 'not_waiting' };

/** Milliseconds for which a late code is still recognised as the person's own. */
const REMEMBERED = 60 * 60_000;
const NEWEST = 20;

export interface ConfirmInput {
  readonly owner: Owner;
  readonly conversationKey: string;
  readonly code: string;
  /** Id of the message, to recognise it if the channel delivers it again. */
  readonly activityId?: string | undefined;
  /** Others can read what was typed. Default false. */
  readonly inGroup?: boolean;
}

/**
 * Ends the quarantine with the code that the browser showed, typed by the owner in the conversation that asked. Accepts the
 * code as people type it: with any dash or space, in lower case, with a full stop.
 */
export async function confirmAuthorization(services: Services, input: ConfirmInput): Promise<ConfirmOutcome> {
  const code = readConfirmationCode(input.code) ?? '';
  const open = await services.vault.authorizations.openOf(ownerKey(input.owner));
  const right = open.find((attempt) => isOpenWithCode(services, attempt) && isCodeOf(services, attempt, code));
  if (right !== undefined && input.inGroup === true) return burn(services, right);
  if (right !== undefined && right.conversation.key !== input.conversationKey) {
    return { status: 'other_conversation', integration: right.integration };
  }
  if (right !== undefined) return confirm(services, right, input);
  const waiting = open.filter((attempt) => isOpenWithCode(services, attempt));
  const { conversationKey, activityId } = input;
  const missed = { conversationKey, activityId, code };
  if (waiting.length === 0) return notWaiting(services, input.owner, missed);
  // counts against every waiting attempt, because several attempts or chats would otherwise multiply the tries
  const left = await Promise.all(waiting.map((attempt) => triesLeftAfterMiss(services, attempt, missed)));
  return { status: 'wrong', triesLeft: Math.max(...left) };
}

/** The product for which this conversation has to enter a code. */
export async function codeAwaited(
  services: Services,
  input: { readonly owner: Owner; readonly conversationKey: string },
): Promise<string | undefined> {
  const open = await services.vault.authorizations.openOf(ownerKey(input.owner));
  return open.find((attempt) => awaitsCode(services, attempt, input.conversationKey))?.integration;
}

/**
 * Ends the attempt whose code others have read, if it is this person's own. Uses no try, because a right guess gains
 * nothing.
 */
export async function burnCode(
  services: Services,
  input: { readonly owner: Owner; readonly code: string },
): Promise<ConfirmOutcome> {
  const open = await services.vault.authorizations.openOf(ownerKey(input.owner));
  const code = readConfirmationCode(input.code) ?? '';
  const own = open.find((attempt) => isOpenWithCode(services, attempt) && isCodeOf(services, attempt, code));
  return own === undefined ? { status: 'not_waiting' } : burn(services, own);
}

async function confirm(
  services: Services,
  right: Authorization,
  { activityId }: Pick<ConfirmInput, 'activityId'>,
): Promise<ConfirmOutcome> {
  if (await isWithdrawn(services, right, { tell: 'turn' })) {
    return { status: 'withdrawn', integration: right.integration };
  }
  const completed = await completeAuthorization(services, right, {
    isUnattended: false,
    ...(activityId === undefined ? {} : { activityId }),
  });
  if (completed !== undefined) return { status: 'connected', ...completed };
  const present = await services.vault.authorizations.byId(right.id);
  // a wrong code was counted just now
  if (present !== undefined && isOpenWithCode(services, present)) return confirm(services, present, { activityId });
  return { status: 'not_waiting' };
}

async function burn(services: Services, right: Authorization): Promise<ConfirmOutcome> {
  const burnt = await endWhileOpen(services, right.id, { status: 'revoked', why: 'code_seen', tell: 'told' });
  return { status: burnt === undefined ? 'over' : 'seen_by_others', integration: right.integration };
}

/** Tells apart a code of the person's own that is over, a last wrong code that is delivered again, and anybody else's code. */
async function notWaiting(
  services: Services,
  owner: Owner,
  missed: Missed & { readonly code: string },
): Promise<ConfirmOutcome> {
  const since = services.now() - REMEMBERED;
  const begun = await services.vault.authorizations.begunOf(ownerKey(owner), since, NEWEST);
  const own = begun.find((attempt) => isCodeOf(services, attempt, missed.code));
  if (own !== undefined) return { status: 'over', integration: own.integration };
  const isRepeated = begun.some((attempt) => isCounted(services, attempt, missed));
  return isRepeated ? { status: 'wrong', triesLeft: 0 } : { status: 'not_waiting' };
}

function awaitsCode(services: Services, attempt: Authorization, conversationKey: string): boolean {
  return attempt.conversation.key === conversationKey && isOpenWithCode(services, attempt);
}

function isOpenWithCode(services: Services, attempt: Authorization): boolean {
  return attempt.status === 'quarantined' && !needsSite(attempt) && services.now() < attempt.expiresAt;
}

function isCodeOf(services: Services, attempt: Authorization, code: string): boolean {
  if (!('codeMac' in attempt) || attempt.codeMac === undefined) return false;
  return services.vault.macMatches(attempt.codeMac, 'confirmation-code', `${attempt.id}/${code}`);
}
