import { AUTH_ERROR_STATUSES, type Integration } from '../model/integration.ts';
import { type DotPaths, textAt, valueAt } from '../model/json.ts';

/**
 * How a response says that the call failed, whatever its HTTP status: Slack's `{ "ok": false, "error": "invalid_auth" }`, or
 * the `errors` of GraphQL. Codes on none of the lists are left to the action.
 */
export interface FailuresDefinition {
  /** Dot path. Without `is`, the call failed if there is a value that is not an empty list, an empty string or false. */
  readonly at: string;
  /** The call failed if this is the value at `at`. */
  readonly is?: boolean | number | string;
  /** Dot path to the code. Default: `at`. */
  readonly code?: DotPaths;
  /** Codes for a bad credential. */
  readonly credential?: readonly string[];
  /** Codes for a missing permission, which a renewal does not add. */
  readonly scope?: readonly string[];
  /** Codes for a product that asks to try again later. */
  readonly busy?: readonly string[];
}

type Kind = 'credential' | 'scope' | 'busy' | 'other';

/** The statuses that such responses count as. A bad credential counts as the first of `authErrorStatuses`. */
const STATUS: Readonly<Record<Exclude<Kind, 'credential'>, number>> = { scope: 403, busy: 429, other: 422 };

/** Map the failures in a response to the usual statuses, and tell what kind a refusal is. */
export function failureReaders(
  failures: FailuresDefinition,
  { authErrorStatuses = AUTH_ERROR_STATUSES }: Pick<Integration, 'authErrorStatuses'>,
): Required<Pick<Integration, 'statusOf' | 'judgeFailure'>> {
  return {
    statusOf: ({ status, body }) => {
      const kind = kindOf(body, failures);
      if (kind === undefined || (kind === 'other' && !isSuccess(status))) return status;
      return kind === 'credential' ? (authErrorStatuses[0] ?? 401) : STATUS[kind];
    },
    judgeFailure: ({ status, body }) => {
      const kind = kindOf(body, failures);
      if (kind === 'credential' || kind === 'scope') return kind;
      // a status for a bad credential counts, whatever the body says
      return kind !== 'busy' && authErrorStatuses.includes(status) ? 'credential' : 'other';
    },
  };
}

/** Undefined if the response reports no failure. */
function kindOf(body: unknown, failures: FailuresDefinition): Kind | undefined {
  if (!saysFailed(valueAt(body, failures.at), failures.is)) return undefined;
  const code = textAt(body, failures.code ?? failures.at);
  return (['credential', 'scope', 'busy'] as const).find((kind) => failures[kind]?.includes(code)) ?? 'other';
}

function saysFailed(found: unknown, is: FailuresDefinition['is']): boolean {
  if (is !== undefined) return found === is;
  if (Array.isArray(found)) return found.length > 0;
  return found !== undefined && found !== null && found !== '' && found !== false;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
