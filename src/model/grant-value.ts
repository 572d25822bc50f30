import { type DotPaths, textAt } from './json.ts';
import type { HostLists } from './listed-hosts.ts';
import { readListedOrigin } from './listed-hosts.ts';

/**
 * A value that comes with a grant, for `{{name}}` in the base URL, in placements, and, where it has `hosts`, in the addresses that
 * renew and revoke.
 */
export interface GrantValue {
  /** The answer of the token endpoint, the query of the callback, or the answer of `userInfoUrl`. */
  readonly from: 'token' | 'callback' | 'userInfo';
  /** Dot path, or several of which the first counts; the name of a parameter for `callback`. */
  readonly at: DotPaths;
  /**
   * The value is an address or a host, and these are the ones that it may name: `login.acme.example` itself, or
   * `.acme.example` for one label before it. An address begins with such a value.
   */
  readonly hosts?: readonly string[];
  /** Otherwise what it looks like, anchored. Default: up to 512 visible characters of ASCII. */
  readonly pattern?: string;
  /** Default true: without it nobody is connected. */
  readonly required?: boolean;
}

type Values = Readonly<Record<string, string>>;

/** Those of a source that are there and may be used. */
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

/** The names of those that are needed and are not there. */
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
