import { type DotPaths, textAt } from './json.ts';
import type { HostLists } from './listed-hosts.ts';
import { readListedOrigin } from './listed-hosts.ts';

/**
 * A value that comes with a grant, for `{{name}}` in the base URL, in placements, and, if it has `hosts`, in the
 * addresses for renewing and revoking.
 */
export interface GrantValue {
  /** The response of the token endpoint, the query of the callback, or the response of `userInfoUrl`. */
  readonly from: 'token' | 'callback' | 'userInfo';
  /** A dot path, or several, of which the first with a value counts; for `callback` the name of a parameter. */
  readonly at: DotPaths;
  /**
   * For a value that is an address or a host: the hosts that it may name. `login.acme.example` is that host,
   * `.acme.example` allows one label before it. Such a value goes at the beginning of an address.
   */
  readonly hosts?: readonly string[];
  /** For other values: an anchored pattern. Default: up to 512 visible ASCII characters. */
  readonly pattern?: string;
  /** Default true: without the value, the account is not connected. */
  readonly required?: boolean;
}

type Values = Readonly<Record<string, string>>;

/** The values from one source that are present and valid. */
export function readGrantValues(
  { grantValues = {}, allowInsecureLoopback = false }: HostLists,
  from: GrantValue['from'],
  answer: unknown,
): Values {
  const found = Object.entries(grantValues).flatMap(([name, declared]) => {
    if (declared.from !== from) return [];
    const value = usable(textOf(answer, declared.at), declared, allowInsecureLoopback);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

/** Names of the required values that are missing. */
export function missingGrantValues(
  { grantValues = {} }: Pick<HostLists, 'grantValues'>,
  values: Values = {},
  from?: GrantValue['from'],
): readonly string[] {
  return Object.entries(grantValues)
    .filter(([name, declared]) => declared.required !== false && !Object.hasOwn(values, name))
    .filter(([, declared]) => from === undefined || declared.from === from)
    .map(([name]) => name);
}

function textOf(answer: unknown, at: DotPaths): string {
  if (!(answer instanceof URLSearchParams)) return textAt(answer, at);
  return (
    [at]
      .flat()
      .map((name) => answer.get(name) ?? '')
      .find((text) => text !== '') ?? ''
  );
}

const ANYTHING = '^[\\x21-\\x7e]{1,512}$';

function usable(text: string, { hosts, pattern = ANYTHING }: GrantValue, loopback: boolean): string | undefined {
  if (text === '' || text.length > 512) return undefined;
  if (hosts !== undefined) return readListedOrigin(text, hosts, loopback);
  return new RegExp(pattern).test(text) ? text : undefined;
}
