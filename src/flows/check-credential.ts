import { HostRefusedError, ProviderUnreachableError } from '../errors.ts';
import { holdsKey, tokensOf } from '../model/holds-key.ts';
import type { Integration } from '../model/integration.ts';
import { type Checked, type CheckJudgement, judgeCheck } from '../model/judge-check.ts';
import { maskedFields, secretKind } from '../model/masked-fields.ts';
import { shownName } from '../model/shown-name.ts';
import { type CheckSubject, checkRequest } from './check-request.ts';
import { profileOf, type Services } from './services.ts';

export type CheckOutcome = CheckJudgement;

/** Makes one harmless call that proves a credential and names its account. No text of the product goes any further. */
export async function checkCredential(
  services: Services,
  integration: Integration,
  subject: CheckSubject,
): Promise<CheckOutcome> {
  try {
    const { request, guard } = checkRequest(integration, subject);
    const answer = await services.http.sender(guard)(request);
    return judgeSubject(integration, subject, { request, answer });
  } catch (error) {
    if (error instanceof ProviderUnreachableError || error instanceof HostRefusedError)
      return { status: 'unreachable' };
    throw error;
  }
}

/**
 * What a response to the check means, and which account it names. Ids and names are stored and shown unchanged, so an account
 * that contains the key or the token, perhaps because the definition reads the wrong place, counts as unreachable.
 */
export function judgeSubject(
  integration: Integration,
  subject: CheckSubject,
  { request, answer }: Pick<Checked, 'request' | 'answer'>,
): CheckOutcome {
  const { tenant, credential } = subject;
  const outcome = judgeCheck(integration, { request, answer, tenant, values: credential.values });
  if (outcome.status !== 'ok') return outcome;
  const { account } = outcome;
  if (holdsKey([account.id, account.label, account.role ?? ''], keysOf(integration, subject))) {
    return { status: 'unreachable' };
  }
  return { status: 'ok', account: { ...account, label: shownName(account.label) } };
}

/** Keys and tokens. Passwords are left out: they may be any word, even one in the account's name. */
function keysOf(integration: Integration, { profile: id, credential }: CheckSubject): readonly string[] {
  if (credential.type === 'oauth2') return tokensOf(credential);
  const profile = profileOf(integration, id);
  if (profile.method === 'oauth2') return [];
  return maskedFields(profile)
    .filter((field) => secretKind(profile.method, field) === 'key')
    .map(({ key }) => credential.values[key] ?? '');
}
