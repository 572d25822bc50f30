import { type Authorization, needsSite } from '../model/authorization.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { isWithdrawn } from './attempt-refusal.ts';
import { type Completed, completeAuthorization } from './complete-authorization.ts';
import { triesLeftAfterMiss } from './end-authorization.ts';
import type { Services } from './services.ts';

export type ConfirmOutcome =
  | ({ readonly status: 'connected' } & Completed)
  /** At 0 what was connected is revoked and deleted. */
  | { readonly status: 'wrong'; readonly triesLeft: number }
  /** The developer switched the integration off meanwhile, or took this way in away. */
  | { readonly status: 'withdrawn'; readonly integration: string }
  /** Nothing waits for a code from this person in this conversation. */
  | { readonly status: 'not_waiting' };

/** The code shown in the browser, typed by the owner in the conversation that asked, ends the quarantine. */
export async function confirmAuthorization(
  services: Services,
  input: { readonly owner: Owner; readonly conversationKey: string; readonly code: string },
): Promise<ConfirmOutcome> {
  const waiting = (await services.vault.authorizations.openOf(ownerKey(input.owner))).filter((attempt) =>
    awaitsCode(services, attempt, input.conversationKey),
  );
  if (waiting.length === 0) return { status: 'not_waiting' };
  const right = waiting.find((attempt) => isCodeOf(services, attempt, input.code));
  if (right !== undefined) {
    if (await isWithdrawn(services, right, { tell: false })) {
      return { status: 'withdrawn', integration: right.integration };
    }
    const completed = await completeAuthorization(services, right, { tell: false });
    return completed === undefined ? { status: 'not_waiting' } : { status: 'connected', ...completed };
  }
  // a wrong code counts against all that wait, or several open attempts would mean several times the tries
  const left = await Promise.all(waiting.map((attempt) => triesLeftAfterMiss(services, attempt)));
  return { status: 'wrong', triesLeft: Math.max(...left) };
}

function awaitsCode(services: Services, attempt: Authorization, conversationKey: string): boolean {
  return (
    attempt.status === 'quarantined' &&
    attempt.conversation.key === conversationKey &&
    !needsSite(attempt) &&
    services.now() < attempt.expiresAt
  );
}

function isCodeOf(services: Services, attempt: Authorization, code: string): boolean {
  if (attempt.status !== 'quarantined') return false;
  return services.vault.macMatches(attempt.codeMac, 'confirmation-code', `${attempt.id}/${code}`);
}
