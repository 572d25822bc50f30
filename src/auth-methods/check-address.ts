import { chosenAddress } from '../model/chosen-address.ts';
import type { Field } from '../model/field.ts';
import { isForbiddenHost } from '../model/public-address.ts';
import { placeholdersOf, replacePlaceholders, unknownName } from '../model/template.ts';

export interface AddressRules {
  /** Names that have a value when the address is used. */
  readonly known: readonly string[];
  /** Those of them that a person says. */
  readonly fields: readonly Field[];
  readonly allowInsecureLoopback: boolean;
}

const ADDRESS = /^(https?):\/\/([^/?#\\@\s]+)(?:[/?][^#\\\s]*)?$/;
/** What may follow the person's part of a host: at least a name and a top-level domain. */
const FIXED_DOMAIN = /^[a-z0-9-]*(?:\.[a-z0-9-]+){2,}$/i;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/** Why no credential may go to what this template becomes, with whatever is chosen and said; undefined where it may. */
export function addressProblem(template: string, rules: AddressRules): string | undefined {
  for (const address of spelledOut(template, rules.fields)) {
    const problem = problemOf(address, rules);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The names that an address refers to, also by what its closed choices stand for. */
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

function problemOf(address: string, { known, fields, allowInsecureLoopback }: AddressRules): string | undefined {
  const unknown = placeholdersOf(address).find((name) => !known.includes(name));
  if (unknown !== undefined) return unknownName(unknown, known);
  const [, scheme, authority = ''] = ADDRESS.exec(address) ?? [];
  const url = URL.parse(filled(address));
  if (scheme === undefined || url === null) {
    return 'it must be an absolute https address, without a user name and without #';
  }
  const loopback = LOOPBACK.test(authority);
  if (loopback && !allowInsecureLoopback) return 'this machine is for a sandbox only: set allowInsecureLoopback';
  if (loopback) return undefined;
  if (scheme !== 'https') return 'it must be https';
  if (/:\d*$/.test(authority)) return 'it must not name a port';
  const problem = hostProblem(authority, fields);
  if (problem !== undefined || !isForbiddenHost(url.hostname)) return problem;
  return `${url.hostname} is not a public host, so no request may go there`;
}

/** A person must not be able to say where a credential goes (security.md R43). */
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
