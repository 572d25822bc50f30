import type { Account } from './credential.ts';
import type { HttpResponse } from './http.ts';
import { AUTH_ERROR_STATUSES, type CheckPlace, type Integration } from './integration.ts';
import { valueAt } from './json.ts';
import { judgeAnswer, type ProductAnswer, refusesCredential } from './judge-answer.ts';
import { readAnswer } from './read-answer.ts';

export type CheckJudgement =
  | { readonly status: 'ok'; readonly account: Account }
  /** The product refuses the credential. */
  | { readonly status: 'refused' }
  /**
   * Nothing is known about the credential, because the product did not respond or something else did. `retryAfter` is in
   * seconds, if the response has it.
   */
  | { readonly status: 'unreachable'; readonly retryAfter?: number }
  /** The product has no customer at the address that the person entered. */
  | { readonly status: 'no_such_tenant' };

export interface Checked extends CheckPlace {
  readonly request: { readonly url: string };
  readonly answer: HttpResponse;
}

/**
 * What the response to a check means. Only a response that the product documents as a refusal is one. A busy or broken
 * product, or a response from something else, proves nothing.
 */
export function judgeCheck(integration: Integration, { request, answer, ...place }: Checked): CheckJudgement {
  const { tenant } = place;
  const read = readAnswer(answer);
  if (tenant !== undefined && saysNobodyThere(integration, read, movedTo(request, answer))) {
    return { status: 'no_such_tenant' };
  }
  const { kind } = judgeAnswer(read, integration, { fresh: true });
  const { account, refusedWhen, refusedStatuses = [] } = integration.check;
  const { authErrorStatuses = AUTH_ERROR_STATUSES, ...rules } = integration;
  const refusing = { ...rules, authErrorStatuses: [...authErrorStatuses, ...refusedStatuses] };
  if (kind !== 'success') return refusesCredential(read, refusing) ? { status: 'refused' } : unreachable(answer);
  if (refusedWhen !== undefined && holds(read.body, refusedWhen)) return { status: 'refused' };
  const named = account(read.body, place);
  return named === undefined ? { status: 'unreachable' } : { status: 'ok', account: named };
}

/** `retry-after` is always in seconds here, because the transport converts it. */
function unreachable({ headers }: HttpResponse): CheckJudgement {
  const seconds = headers['retry-after'];
  return { status: 'unreachable', ...(seconds === undefined ? {} : { retryAfter: Number(seconds) }) };
}

/**
 * Products with an address for each customer respond with a page, instead of the API's JSON, at unknown addresses. Some
 * redirect to another host, but so does any sign-in page on the way, so only the product's definition can give a redirect
 * this meaning.
 */
function saysNobodyThere({ tenant }: Integration, answer: ProductAnswer, movedTo: 'other_host' | undefined): boolean {
  if (answer.status === 404) return answer.body === undefined;
  const means = tenant !== undefined && 'suffix' in tenant && tenant.redirectMeansGone === true;
  return means && movedTo === 'other_host';
}

function movedTo(request: Checked['request'], { status, headers }: HttpResponse): 'other_host' | undefined {
  const { location } = headers;
  if (status < 300 || status > 399 || location === undefined) return undefined;
  const target = URL.parse(location, request.url);
  return target !== null && target.host !== new URL(request.url).host ? 'other_host' : undefined;
}

function holds(body: unknown, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).every(([path, value]) => valueAt(body, path) === value);
}
