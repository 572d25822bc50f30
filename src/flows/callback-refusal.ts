import type { EndReason } from '../model/authorization.ts';

/**
 * Why a product returned an `error` instead of a code (RFC 6749 section 4.1.2.1), classified by what can be done about it.
 * The product's own text is used only to find out whether an administrator decided, and is never shown.
 */
export function callbackRefusal(params: URLSearchParams): EndReason {
  const error = params.get('error') ?? '';
  // a response with both is invalid
  if (params.has('code')) return 'refused';
  if (ADMINISTRATOR.test(params.get('error_description') ?? '')) return 'admin_refused';
  return Object.hasOwn(REASONS, error) ? (REASONS[error] ?? 'refused') : 'refused';
}

/** Microsoft numbers its reasons: 65005 and 650xx for apps, 90094 and 90095 for consent, 50105 and 53003 for access. */
const ADMINISTRATOR =
  /\badmin(?:istrator)?\b|\bpolic(?:y|ies)\b|\borgani[sz]ation\b.*\b(?:block|restrict|approv)|AADSTS(?:650\d\d|9009\d|50105|5300\d)/i;

const REASONS: Readonly<Record<string, EndReason>> = {
  access_denied: 'denied',
  admin_policy_enforced: 'admin_refused',
  org_internal: 'admin_refused',
  server_error: 'product_failed',
  temporarily_unavailable: 'product_busy',
  invalid_scope: 'scope_refused',
  unauthorized_client: 'client_refused',
  application_suspended: 'client_refused',
  disabled_client: 'client_refused',
  invalid_client: 'misconfigured',
  invalid_request: 'misconfigured',
  unsupported_response_type: 'misconfigured',
  redirect_uri_mismatch: 'misconfigured',
};
