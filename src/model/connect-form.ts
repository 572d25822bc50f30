import { type Field, type FieldFaults, type FieldRules, faultsOf, readFields, visibleFields } from './field.ts';
import type { Integration } from './integration.ts';
import { maskedFields, secretKind } from './masked-fields.ts';
import type { FormProfile } from './profile.ts';
import { placeholdersOf } from './template.ts';
import { type ChosenTenant, readTenant, type Tenant } from './tenant.ts';
import { tenantOf } from './tenant-of.ts';

/**
 * The fields that a person fills in to connect with a key or a password: the product's own, preceded by the tenant if it has
 * one.
 */
export function connectFields(integration: Integration, profile: FormProfile): readonly Field[] {
  return [...askedTenantField(tenantOf(integration, profile)), ...visibleFields(maskedFields(profile))];
}

/** The field for the tenant. Undefined if there is only one choice, which `readTenant` uses for an empty entry. */
export function askedTenantField(tenant: Tenant | undefined): readonly Field[] {
  if (tenant === undefined || ('choices' in tenant && tenant.choices.length === 1)) return [];
  return [tenantField(tenant)];
}

/** Reserved for the tenant: `{tenant}` in a base URL is the value of this field. */
export const TENANT_KEY = 'tenant';

export function tenantField(tenant: Tenant): Field {
  const { title, hint } = tenant;
  if ('choices' in tenant) {
    return { key: TENANT_KEY, title, ...(hint === undefined ? {} : { hint }), choices: tenant.choices };
  }
  if ('suffixes' in tenant) {
    const [first, ...others] = tenant.suffixes.map((suffix) => suffix.slice(1));
    const ends = [first, ...others, ...(tenant.hosts ?? [])].join(', ');
    return {
      key: TENANT_KEY,
      title,
      hint: hint ?? `Your address, such as acme.${first}`,
      shape: `be an address at one of these: ${ends}`,
    };
  }
  return {
    key: TENANT_KEY,
    title,
    hint: hint ?? `The first part of your address: acme in acme${tenant.suffix}`,
    shape: `be an address at ${tenant.suffix.replace(/^\./, '')}, or its first part`,
  };
}

/** The same choices, with the values that they have where people sign in. */
export function signInField(tenant: ChosenTenant): Field {
  const choices = tenant.choices.map(({ signInAt, ...choice }) =>
    signInAt === undefined ? choice : { ...choice, address: signInAt },
  );
  return { ...tenantField(tenant), choices };
}

export type ConnectFormReading =
  | {
      readonly ok: true;
      readonly tenant: string | undefined;
      readonly values: Readonly<Record<string, string>>;
      /** Spaces or a prefix were removed from a value. */
      readonly trimmed: boolean;
    }
  | ({ readonly ok: false } & FieldFaults);

/** Reports every entry that cannot be right. Never echoes one. */
export function readConnectForm(
  integration: Integration,
  profile: FormProfile,
  given: Readonly<Record<string, unknown>>,
): ConnectFormReading {
  const tenant = tenantOf(integration, profile);
  const named = tenant === undefined ? undefined : readTenant(tenantGiven(given), tenant);
  const atTenant =
    tenant !== undefined && named?.ok === false ? [{ field: tenantField(tenant), reason: named.reason }] : [];
  const read = readFields(maskedFields(profile), given, (field) => rulesOf(profile, field));
  const refused = faultsOf([...atTenant, ...(read.ok ? [] : read.faults)]);
  if (refused !== undefined) return { ok: false, ...refused };
  if (!read.ok) return read;
  return {
    ok: true,
    tenant: named?.ok === true ? named.tenant : undefined,
    values: read.values,
    trimmed: read.trimmed.length > 0,
  };
}

/** The value given for the tenant. Clients may send anything instead of text. */
export function tenantGiven(given: Readonly<Record<string, unknown>>): string {
  const value = Object.hasOwn(given, TENANT_KEY) ? given[TENANT_KEY] : undefined;
  return typeof value === 'string' ? value : '';
}

function rulesOf(profile: FormProfile, field: Field): FieldRules {
  const secret = secretKind(profile.method, field);
  if (profile.method !== 'basic') return { secret };
  const [userName] = maskedFields(profile).filter(({ type }) => type !== 'password');
  return { secret, noColon: field.key === userName?.key, unicode: secret !== 'key' && !standsInHeader(profile, field) };
}

/** The field goes into a header unchanged, and not as part of `{{basic}}`, so it must be ASCII. */
function standsInHeader({ placements }: FormProfile, { key }: Field): boolean {
  return placements.some((placement) => placement.in === 'header' && placeholdersOf(placement.value).includes(key));
}
