import { AUTH_ERROR_STATUSES, type FailureKind, type Integration } from '../model/integration.ts';

export type JudgingRules = Pick<Integration, 'statusOf' | 'judgeFailure' | 'authErrorStatuses'>;

export interface Judgement {
  /** The status that counts. */
  readonly status: number;
  readonly kind: 'success' | FailureKind;
}

/**
 * What an answer means for the credential. Without a word from the integration only 401 speaks about it
 * (RFC 9110 section 15.5.2); 403 is about what this person may do.
 */
export function judgeAnswer(
  answer: { readonly status: number; readonly body: unknown },
  rules: JudgingRules,
  fresh: boolean,
): Judgement {
  const status = rules.statusOf?.(answer) ?? answer.status;
  if (status >= 200 && status < 300) return { status, kind: 'success' };
  const kind = rules.judgeFailure?.({ status, body: answer.body, fresh });
  const speaksOfCredential = (rules.authErrorStatuses ?? AUTH_ERROR_STATUSES).includes(status);
  return { status, kind: kind ?? (speaksOfCredential ? 'credential' : 'other') };
}
