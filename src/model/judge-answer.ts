import { AUTH_ERROR_STATUSES, type FailureKind, type Integration } from './integration.ts';

export type JudgingRules = Pick<Integration, 'statusOf' | 'judgeFailure' | 'authErrorStatuses'>;

/** The parts of a response that decide what it means. */
export interface ProductAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The first character of the body that is not white space. Empty if there is none. */
  readonly opening: string;
  /** The parsed body if it is JSON, otherwise its text or undefined. May be a getter, because it is read only when it is needed. */
  readonly body: unknown;
}

/**
 * What a call asked for: `json` unless its `responseType` or `Accept` says otherwise, and `page` only if `Accept` names one.
 */
export type Wanted = 'json' | 'other' | 'page';

export interface Judgement {
  /** The status that counts. */
  readonly status: number;
  /**
   * `unreachable`: not something an API sends, but a sign-in page, a maintenance notice, a captive portal or a bot
   * challenge.
   */
  readonly kind: 'success' | 'unreachable' | FailureKind;
}

/**
 * What a response means, for every call to a product. Unless the integration says otherwise, only 401 concerns the
 * credential (RFC 9110 section 15.5.2). 403 is about what this person may do.
 */
export function judgeAnswer(
  answer: ProductAnswer,
  rules: JudgingRules,
  { fresh, wanted = 'json' }: { readonly fresh: boolean; readonly wanted?: Wanted },
): Judgement {
  const status = rules.statusOf?.(answer) ?? answer.status;
  if (status >= 200 && status < 300) return { status, kind: isDocumented(answer, wanted) ? 'success' : 'unreachable' };
  // a bot challenge, or a block on the way; the product's API did not send this
  if (status === 403 && wanted === 'json' && isPage(answer)) return { status, kind: 'unreachable' };
  const kind = rules.judgeFailure?.({ status, body: answer.body, fresh });
  return { status, kind: kind ?? (speaksOfCredential(status, rules) ? 'credential' : 'other') };
}

/**
 * Whether the product refuses the credential. Only a 401 may come as a page, because it means the same from any sender. A
 * page with another status is a challenge or a block on the way.
 */
export function refusesCredential(answer: ProductAnswer, rules: JudgingRules): boolean {
  const status = rules.statusOf?.(answer) ?? answer.status;
  return speaksOfCredential(status, rules) && (status === 401 || !isPage(answer));
}

function isPage({ headers, opening }: ProductAnswer): boolean {
  return opening === '<' || isHtml(headers['content-type']);
}

function speaksOfCredential(status: number, { authErrorStatuses = AUTH_ERROR_STATUSES }: JudgingRules): boolean {
  return authErrorStatuses.includes(status);
}

/**
 * Many calls have no documented response. An object or a list counts as JSON whatever the header says. A word or a number
 * counts only if the header says so. A body that was cut off, or has two objects, is not JSON.
 */
function isDocumented(answer: ProductAnswer, wanted: Wanted): boolean {
  const { headers, opening } = answer;
  const contentType = headers['content-type'];
  if (wanted === 'page' || opening === '') return true;
  if (wanted === 'other') return !isHtml(contentType);
  const mayBeJson = opening === '{' || opening === '[' || (opening !== '<' && isJson(contentType));
  return mayBeJson && isParsed(answer);
}

/** What is not JSON has no body, or its text as one. */
function isParsed({ opening, body }: ProductAnswer): boolean {
  return typeof body === 'string' ? opening === '"' : body !== undefined;
}

function isHtml(contentType = ''): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType);
}

function isJson(contentType = ''): boolean {
  return /^\s*[\w.+-]+\/(?:[\w.+-]+\+)?json\b/i.test(contentType);
}
