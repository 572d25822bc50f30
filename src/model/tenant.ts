import type { FieldChoice } from './field.ts';

/** What `{tenant}` is in a product's addresses. */
export type Tenant = NamedTenant | ChosenTenant;

/** Products whose hosts begin with the customer's name. */
export interface NamedTenant {
  /** "Zendesk subdomain". */
  readonly title: string;
  readonly hint?: string;
  /** What follows the label in the product's host name: `.zendesk.com`. */
  readonly suffix: string;
  /** Calls for an account that was renamed or closed are redirected to another host. Default: that says nothing. */
  readonly redirectMeansGone?: boolean;
}

/** Products with several installations that know nothing of each other, e.g. one per region. */
export interface ChosenTenant {
  /** "Where is your account?" */
  readonly title: string;
  readonly hint?: string;
  /** The first is the default. */
  readonly choices: readonly FieldChoice[];
}

/** As people know it: `acme.zendesk.com`, `Europe`. */
export function tenantName(tenant: string, declared: Tenant | undefined): string {
  if (declared === undefined) return tenant;
  if ('suffix' in declared) return `${tenant}${declared.suffix}`;
  return declared.choices.find(({ value }) => value === tenant)?.title ?? tenant;
}

export type TenantReading =
  | { readonly ok: true; readonly tenant: string }
  | { readonly ok: false; readonly reason: 'missing' | 'foreign_host' | 'wrong_shape' | 'not_a_choice' };

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * `acme`, `ACME`, `acme.zendesk.com` and `https://acme.zendesk.com/agent/…` all mean `acme`; every other host is refused,
 * because the person's secret would go there (security.md R43).
 */
export function readTenant(raw: string, tenant: Tenant): TenantReading {
  return 'choices' in tenant ? readChoice(raw.trim(), tenant.choices) : readName(raw, tenant.suffix);
}

function readName(raw: string, suffix: string): TenantReading {
  const text = raw.trim().toLowerCase();
  if (text === '') return { ok: false, reason: 'missing' };
  const host = text
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:443$/, '');
  const label = host.endsWith(suffix) ? host.slice(0, -suffix.length) : host;
  if (label.includes('.')) return { ok: false, reason: 'foreign_host' };
  if (!LABEL.test(label) || label.startsWith('xn--')) return { ok: false, reason: 'wrong_shape' };
  return { ok: true, tenant: label };
}

function readChoice(given: string, choices: readonly FieldChoice[]): TenantReading {
  const value = given === '' ? choices[0]?.value : given;
  if (value !== undefined && choices.some((choice) => choice.value === value)) return { ok: true, tenant: value };
  return { ok: false, reason: 'not_a_choice' };
}
