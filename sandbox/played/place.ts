import type { FormWay, PlayedDefinition, PlayedField } from './definition.ts';
import { exampleOfPattern } from './example-of-pattern.ts';

/** The values of names in addresses, for one of the stand-in's customers. */
export type PlaceValues = Readonly<Record<string, string>>;

/** A customer of the product: what people type, and what addresses have for it. */
export interface Customer {
  /** What people enter for it; absent if the product does not ask. */
  readonly said: string | undefined;
  readonly address: string;
  /** What OAuth addresses have for it. Customers with one of these share a sign-in. */
  readonly signInAt: string;
}

/** Two customers, so that the credential of one can be tried at the other; one where the product knows no customers. */
export function customersOf({ tenant }: PlayedDefinition): readonly Customer[] {
  if (tenant === undefined) return [{ said: undefined, address: '', signInAt: '' }];
  const { choices, hosts = [], suffixes = [] } = tenant;
  if (choices !== undefined) {
    return choices.map(({ value, address = value, signInAt = address }) => ({ said: value, address, signInAt }));
  }
  const named = (name: string): Customer => ({ said: name, address: name, signInAt: name });
  if (tenant.suffix !== undefined) return ['acme', 'globex'].map(named);
  return [...suffixes.flatMap((suffix) => [`acme${suffix}`, `globex${suffix}`]), ...hosts].map(named);
}

/** The host that a list of hosts stands for at the stand-in. */
export function hostOf(hosts: readonly string[]): string {
  const [first = ''] = hosts;
  return first.startsWith('.') ? `acme${first}` : first;
}

/** What somebody types into the form, by the pattern of each field. */
export function typedValues(way: FormWay): PlaceValues {
  return Object.fromEntries(way.fields.map((field) => [field.key, exampleOf(field)]));
}

function exampleOf({ key, value, choices, pattern, type }: PlayedField): string {
  if (value !== undefined) return value;
  if (choices !== undefined) return choices[0]?.value ?? '';
  if (pattern !== undefined) return exampleOfPattern(pattern);
  return type === 'password' || /key|token|secret|password/i.test(key) ? `played-${key}-Kq7vX2mNp4rT` : `played-${key}`;
}

/** What a field stands for in an address: a closed choice may have another text there. */
export function addressValues(way: FormWay, values: PlaceValues): PlaceValues {
  return Object.fromEntries(
    way.fields.map(({ key, choices }) => {
      const chosen = choices?.find(({ value }) => value === values[key]);
      return [key, chosen?.address ?? values[key] ?? ''];
    }),
  );
}

/** Replaces `{tenant}` and `{{name}}` in one pass; unknown names become empty. */
export function filled(template: string, values: PlaceValues): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}|\{(tenant)\}/g, (_, name?: string, tenant?: string) => {
    const key = name ?? tenant ?? '';
    return Object.hasOwn(values, key) ? (values[key] ?? '') : '';
  });
}

/** `https://api.acme.example/me?x=1` is this path and query below the product's folder. */
export function folderOf(address: string): string {
  return address.replace(/^https?:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\/[^/]+\//, '').replace(/^https:\/\//, '');
}
