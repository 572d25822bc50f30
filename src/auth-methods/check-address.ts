import { chosenAddress } from '../model/chosen-address.ts';
import type { Field } from '../model/field.ts';
import type { ListedHosts } from '../model/listed-hosts.ts';
import { isForbiddenHost } from '../model/public-address.ts';
import { placeholdersOf, replacePlaceholders, unknownName } from '../model/template.ts';

export interface AddressRules {
  /** Names that have a value when the address is used. */
  readonly known: readonly string[];
  /** Those of them that a person enters. */
  readonly fields: readonly Field[];
  /** Those of them that are replaced by a whole host from a list. */
  readonly listed?: readonly ListedHosts[];
  readonly allowInsecureLoopback: boolean;
  readonly privateHosts?: readonly string[] | undefined;
}

const ADDRESS = /^(https?):\/\/([^/?#\\@\s]+)(?:[/?][^#\\\s]*)?$/;
/** What may follow the person's part of a host: at least a name and a top-level domain. */
const FIXED_DOMAIN = /^[a-z0-9-]*(?:\.[a-z0-9-]+){2,}$/i;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/** Returns why this address is unsafe for a credential, whatever people choose or enter; undefined if it is safe. */
export function addressProblem(template: string, rules: AddressRules): string | undefined {
  const { fields, listed = [] } = rules;
  const misplaced = listed.map((one) => misplacedProblem(template, one)).find((problem) => problem !== undefined);
  if (misplaced !== undefined) return misplaced;
  for (const address of spelledOut(template, fields).flatMap((one) => withListed(one, listed))) {
    const problem = problemOf(address, rules);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The names that an address refers to, directly or through the address of a choice. */
export function addressNames(template: string, fields: readonly Field[]): readonly string[] {
  return [...new Set(spelledOut(template, fields).flatMap(placeholdersOf))];
}

/** The address with every closed choice in turn. */
function spelledOut(template: string, fields: readonly Field[]): readonly string[] {
  const names = placeholdersOf(template);
  const [field, ...others] = fields.filter(({ key, choices = [] }) => choices.length > 0 && names.includes(key));
  if (field === undefined) return [template];
  return (field.choices ?? [])
    .map(({ value }) => chosenAddress(template, [field], { [field.key]: value }))
    .flatMap((address) => spelledOut(address, others));
}

/** Text before or after a whole host would make it another host. */
function misplacedProblem(template: string, { key, as }: ListedHosts): string | undefined {
  const named = placeholdersOf(template).filter((name) => name === key).length;
  if (named === 0) return undefined;
  if (as === 'origin') {
    const begins = new RegExp(`^\\{\\{\\s*${key}\\s*\\}\\}(?:[/?]|$)`).test(template);
    return begins && named === 1 ? undefined : `{{${key}}} is an address: start with it`;
  }
  const [, , authority = ''] = ADDRESS.exec(template) ?? [];
  const whole = !placeholdersOf(authority).includes(key) || replacePlaceholders(authority, () => '') === '';
  return whole ? undefined : `{${key}} is a whole host here: write https://{${key}}/…`;
}

/** The address once for each host on the lists that it names. */
function withListed(template: string, listed: readonly ListedHosts[]): readonly string[] {
  const names = placeholdersOf(template);
  const [one, ...others] = listed.filter(({ key }) => names.includes(key));
  if (one === undefined) return [template];
  return one.hosts.flatMap((entry) => {
    const host = entry.startsWith('.') ? `x${entry}` : entry;
    const text = one.as === 'host' ? host : `https://${host}`;
    return withListed(
      replacePlaceholders(template, (name) => (name === one.key ? text : undefined)),
      others,
    );
  });
}

function problemOf(
  address: string,
  { known, fields, allowInsecureLoopback, privateHosts }: AddressRules,
): string | undefined {
  const unknown = placeholdersOf(address).find((name) => !known.includes(name));
  if (unknown !== undefined) return unknownName(unknown, known);
  const stray = /\{[^{}]*\}?|\}/.exec(filled(address))?.[0];
  if (stray !== undefined) return strayBraces(stray, known);
  const [, opening] = /^\{\{\s*(\w+)/.exec(address) ?? [];
  if (opening !== undefined) return `{{${opening}}} decides the host: list its hosts`;
  const [, scheme, authority = ''] = ADDRESS.exec(address) ?? [];
  const url = URL.parse(filled(address));
  if (scheme === undefined || url === null) {
    return 'it must be an absolute https address, without a user name and without #';
  }
  const loopback = LOOPBACK.test(authority);
  if (loopback && !allowInsecureLoopback) return 'a loopback address is only for a sandbox: set allowInsecureLoopback';
  if (loopback) return undefined;
  if (scheme !== 'https') return 'it must be https';
  if (/:\d*$/.test(authority)) return 'it must not contain a port';
  const problem = hostProblem(authority, fields);
  if (problem !== undefined || !isForbiddenHost(url.hostname, privateHosts)) return problem;
  return `${url.hostname} is not a public host, so no request may go there`;
}

/** Such braces would be sent literally, and mean nothing to a browser or a product. */
function strayBraces(stray: string, known: readonly string[]): string {
  const name = /^\{(\w+)\}$/.exec(stray)?.[1];
  return name === undefined ? `${stray} has no meaning in an address` : `${stray}: ${unknownName(name, known)}`;
}

/** What a person enters must not decide where a credential goes. */
function hostProblem(authority: string, fields: readonly Field[]): string | undefined {
  const names = placeholdersOf(authority);
  if (names.length === 0) return undefined;
  if (!FIXED_DOMAIN.test(authority.slice(authority.lastIndexOf('}') + 1))) {
    return 'the host must end in a fixed domain, as in https://{tenant}.example.com';
  }
  const loose = fields.find(({ key, pattern }) => names.includes(key) && pattern === undefined && key !== 'tenant');
  return loose === undefined ? undefined : `the field ${loose.key} is part of a host, so it needs a pattern`;
}

function filled(address: string): string {
  return replacePlaceholders(address, () => 'x');
}
