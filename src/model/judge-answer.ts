import { AUTH_ERROR_STATUSES, type FailureKind, type Integration } from './integration.ts';

export type JudgingRules = Pick<Integration, 'statusOf' | 'judgeFailure' | 'authErrorStatuses'>;

/** What came back, as far as its meaning depends on it. */
export interface ProductAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  /** The first character of the body that is no white space; empty where there is none. */
  readonly opening: string;
  /** Parsed where it is JSON. May be a getter: it is read only where somebody has to know it. */
  readonly body: unknown;
}

/** What a call asked for: `json` unless its `responseType` or its `Accept` says otherwise, a `page` only where `Accept` names one. */
export type Wanted = 'json' | 'other' | 'page';

export interface Judgement {
  /** The status that counts. */
  readonly status: number;
  /** `unreachable`: not what an API sends: a sign-in page, a notice of maintenance, a captive portal, a challenge for people. */
  readonly kind: 'success' | 'unreachable' | FailureKind;
}

/**
 * What an answer means, for everybody who asks a product something. Without a word from the integration only 401 speaks about
 * the credential (RFC 9110 section 15.5.2); 403 is about what this person may do.
 */
export function judgeAnswer(
  answer: ProductAnswer,
  rules: JudgingRules,
  { fresh, wanted = 'json' }: { readonly fresh: boolean; readonly wanted?: Wanted },
): Judgement {
  const status = rules.statusOf?.(answer) ?? answer.status;
  if (status >= 200 && status < 300) return { status, kind: isDocumented(answer, wanted) ? 'success' : 'unreachable' };
  // a challenge for people, or a block on the way: nothing that the product's API said
  if (status === 403 && wanted === 'json' && isPage(answer)) return { status, kind: 'unreachable' };
  const kind = rules.judgeFailure?.({ status, body: answer.body, fresh });
  return { status, kind: kind ?? (speaksOfCredential(status, rules) ? 'credential' : 'other') };
}

/**
 * Whether the product itself says no to the credential. Only 401 may come as a page: it means the same from whoever sends it.
 * A page with any other status is a challenge or a block on the way.
 */
export function refusesCredential(answer: ProductAnswer, rules: JudgingRules): boolean {
  const status = rules.statusOf?.(answer) ?? answer.status;
  return speaksOfCredential(status, rules) && (status === 401 || !isPage(answer));
}

function isPage({ contentType, opening }: Pick<ProductAnswer, 'contentType' | 'opening'>): boolean {
  return opening === '<' || isHtml(contentType);
}

function speaksOfCredential(status: number, { authErrorStatuses = AUTH_ERROR_STATUSES }: JudgingRules): boolean {
  return authErrorStatuses.includes(status);
}

/**
 * Nothing at all is documented for many calls. An object or a list is JSON whatever the header calls it; a word or a number
 * only where the header says so.
 */
function isDocumented({ contentType, opening }: ProductAnswer, wanted: Wanted): boolean {
  if (wanted === 'page' || opening === '') return true;
  if (wanted === 'other') return !isHtml(contentType);
  return opening === '{' || opening === '[' || (opening !== '<' && isJson(contentType));
}

function isHtml(contentType = ''): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType);
}

function isJson(contentType = ''): boolean {
  return /^\s*[\w.+-]+\/(?:[\w.+-]+\+)?json\b/i.test(contentType);
}
