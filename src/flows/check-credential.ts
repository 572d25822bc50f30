import { HostRefusedError, ProviderUnreachableError } from '../errors.ts';
import type { Integration } from '../model/integration.ts';
import { type CheckJudgement, judgeCheck } from '../model/judge-check.ts';
import { shownName } from '../model/shown-name.ts';
import { type CheckSubject, checkRequest } from './check-request.ts';
import type { Services } from './services.ts';

export type CheckOutcome = CheckJudgement;

/** One harmless call that proves the credential and names its account. The product's words go no further than here. */
export async function checkCredential(
  services: Services,
  integration: Integration,
  subject: CheckSubject,
): Promise<CheckOutcome> {
  try {
    const { request, guard } = checkRequest(integration, subject);
    const answer = await services.http.sender(guard)(request);
    const { tenant, credential } = subject;
    return withShownName(judgeCheck(integration, { request, answer, tenant, values: credential.values }));
  } catch (error) {
    if (error instanceof ProviderUnreachableError || error instanceof HostRefusedError)
      return { status: 'unreachable' };
    throw error;
  }
}

function withShownName(outcome: CheckOutcome): CheckOutcome {
  if (outcome.status !== 'ok') return outcome;
  const { account } = outcome;
  return { status: 'ok', account: { ...account, label: shownName(account.label) } };
}
