import { AUTH_ERROR_STATUSES, type Integration } from '../model/integration.ts';
import { type DotPaths, textAt, valueAt } from '../model/json.ts';

/**
 * How an answer says that the call failed, whatever its HTTP status: Slack's `{ "ok": false, "error": "invalid_auth" }`, or
 * the `errors` of GraphQL. A code that no list has is the action's own matter.
 */
export interface FailuresDefinition {
  /** Dot path: the call failed where there is something but an empty list, or where this is what is there. */
  readonly at: string;
  readonly is?: boolean | number | string;
  /** Where the code is. Default `at`. */
  readonly code?: DotPaths;
  /** Codes that say that the credential is bad. */
  readonly credential?: readonly string[];
  /** Codes that say that a permission is missing: renewing is useless. */
  readonly scope?: readonly string[];
  /** Codes that say to come back later. */
  readonly busy?: readonly string[];
}

type Kind = 'credential' | 'scope' | 'busy' | 'other';

/** The statuses that such an answer counts as; a bad credential has one that speaks of it in this integration. */
const STATUS: Readonly<Record<Exclude<Kind, 'credential'>, number>> = { scope: 403, busy: 429, other: 422 };

/** Gives the failures of a response their usual statuses, and says of which kind a refusal is. */
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
      // a status that speaks of the credential is believed, whatever is beside it
      return kind !== 'busy' && authErrorStatuses.includes(status) ? 'credential' : 'other';
    },
  };
}

/** Undefined if the answer speaks of no failure. */
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
