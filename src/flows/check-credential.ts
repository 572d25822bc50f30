import { HostRefusedError, ProviderUnreachableError } from '../errors.ts';
import type { Account } from '../model/credential.ts';
import { AUTH_ERROR_STATUSES, type Integration } from '../model/integration.ts';
import { shownName } from '../model/shown-name.ts';
import { type CheckSubject, checkRequest } from './check-request.ts';
import { parsedBody } from './parsed-body.ts';
import type { Services } from './services.ts';

export type CheckOutcome =
  | { readonly status: 'ok'; readonly account: Account }
  | { readonly status: 'refused' }
  | { readonly status: 'unreachable' }
  /** The address that the person gave is nobody's at this product. */
  | { readonly status: 'no_such_tenant' };

/** One harmless call that proves the credential and names its account. The product's words go no further than here. */
export async function checkCredential(
  services: Services,
  integration: Integration,
  subject: CheckSubject,
): Promise<CheckOutcome> {
  try {
    const { request, guard } = checkRequest(integration, subject);
    const answer = await services.http.sender(guard)(request);
    return judge(integration, answer.status, parsedBody(answer.body), subject);
  } catch (error) {
    if (error instanceof ProviderUnreachableError || error instanceof HostRefusedError)
      return { status: 'unreachable' };
    throw error;
  }
}

/** A busy or broken product proves nothing against the credential. */
function judge(
  integration: Integration,
  httpStatus: number,
  body: unknown,
  place: { readonly tenant?: string | undefined },
): CheckOutcome {
  const status = integration.statusOf?.({ status: httpStatus, body }) ?? httpStatus;
  if ((integration.authErrorStatuses ?? AUTH_ERROR_STATUSES).includes(status)) return { status: 'refused' };
  if (status === 429 || status >= 500) return { status: 'unreachable' };
  // products with an address per customer answer for unknown ones with a page, not with their API's JSON
  if (status === 404 && place.tenant !== undefined && body === undefined) return { status: 'no_such_tenant' };
  const failed = status < 200 || status >= 300;
  const account = failed ? undefined : integration.check.account(body, place);
  return account === undefined
    ? { status: 'refused' }
    : { status: 'ok', account: { ...account, label: shownName(account.label) } };
}
