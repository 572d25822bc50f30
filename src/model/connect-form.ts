import { type Field, type FieldProblem, readFields, visibleFields } from './field.ts';
import type { Integration } from './integration.ts';
import type { FormProfile } from './profile.ts';
import { readTenant, type Tenant } from './tenant.ts';

/** What a person fills in to connect by key or password: the product's own fields, after the tenant where it has one. */
export function connectFields(integration: Integration, profile: FormProfile): readonly Field[] {
  const { tenant } = integration;
  return [...(tenant === undefined ? [] : [tenantField(tenant)]), ...visibleFields(profile.fields)];
}

/** The field's key is reserved: `{tenant}` in a base URL is this. */
export const TENANT_KEY = 'tenant';

export function tenantField(tenant: Tenant): Field {
  const { title, hint } = tenant;
  if ('choices' in tenant) {
    return { key: TENANT_KEY, title, ...(hint === undefined ? {} : { hint }), choices: tenant.choices };
  }
  return {
    key: TENANT_KEY,
    title,
    hint: hint ?? `The first part of your address: acme in acme${tenant.suffix}`,
    shape: `be an address at ${tenant.suffix.replace(/^\./, '')}, or its first part`,
  };
}

export type ConnectFormReading =
  | {
      readonly ok: true;
      readonly tenant: string | undefined;
      readonly values: Readonly<Record<string, string>>;
      /** Something was around a value that does not belong to it. */
      readonly trimmed: boolean;
    }
  | { readonly ok: false; readonly field: Field; readonly reason: FieldProblem };

/** Says no to the first entry that cannot be right, and never echoes it. */
export function readConnectForm(
  integration: Integration,
  profile: FormProfile,
  given: Readonly<Record<string, unknown>>,
): ConnectFormReading {
  const { tenant } = integration;
  const named = tenant === undefined ? undefined : readTenant(String(given[TENANT_KEY] ?? ''), tenant);
  if (tenant !== undefined && named?.ok === false)
    return { ok: false, field: tenantField(tenant), reason: named.reason };
  const read = readFields(profile.fields, given, userNameField(profile));
  if (!read.ok) return { ok: false, field: read.field, reason: read.reason };
  return {
    ok: true,
    tenant: named?.ok === true ? named.tenant : undefined,
    values: read.values,
    trimmed: read.trimmed.length > 0,
  };
}

/** The user-id of Basic authentication holds no colon (RFC 7617 section 2). */
function userNameField(profile: FormProfile): string | undefined {
  return profile.method === 'basic' ? profile.fields.find((field) => field.type !== 'password')?.key : undefined;
}
