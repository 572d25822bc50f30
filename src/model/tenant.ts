import type { FieldChoice } from './field.ts';
import { isHostLabel } from './host-label.ts';
import { isListedHost } from './listed-hosts.ts';

/** The meaning of `{tenant}` in a product's addresses. */
export type Tenant = NamedTenant | HostTenant | ChosenTenant;

/** Products whose hosts begin with the customer's name. */
export interface NamedTenant {
  /** "Zendesk subdomain". */
  readonly title: string;
  readonly hint?: string;
  /** What follows the label in the product's host name: `.zendesk.com`. */
  readonly suffix: string;
  /**
   * True: if a check is redirected to another host, the person learns that nobody has this address. Set it only if the
   * product documents such a redirect for renamed or closed addresses. No product that comes with Latchkey sets it. Default:
   * such a redirect says nothing, because it may lead to a sign-in page.
   */
  readonly redirectMeansGone?: boolean;
}

/** Products whose customers' hosts have several endings, or belong to the customers: `{tenant}` is the whole host. */
export interface HostTenant {
  /** "Okta domain". */
  readonly title: string;
  readonly hint?: string;
  /** Endings that may follow one label: `.okta.com`. A name without a dot gets the first one. */
  readonly suffixes: readonly string[];
  /** Whole host names of customers, listed by the deployment. */
  readonly hosts?: readonly string[];
}

/** Products with several independent installations, for example one for each region. */
export interface ChosenTenant {
  /** "Where is your account?" */
  readonly title: string;
  readonly hint?: string;
  /** The first is the default. */
  readonly choices: readonly FieldChoice[];
}

/** The tenant as people know it: `acme.zendesk.com`, `Europe`. */
export function tenantName(tenant: string, declared: Tenant | undefined): string {
  if (declared === undefined) return tenant;
  if ('suffix' in declared) return `${tenant}${declared.suffix}`;
  if ('suffixes' in declared) return tenant;
  return declared.choices.find(({ value }) => value === tenant)?.title ?? tenant;
}

export type TenantReading =
  | { readonly ok: true; readonly tenant: string }
  | { readonly ok: false; readonly reason: 'missing' | 'foreign_host' | 'wrong_shape' | 'not_a_choice' };

/**
 * Reads `acme`, `ACME`, `acme.zendesk.com` and `https://acme.zendesk.com/agent/…` as `acme`. Refuses every other host,
 * because the person's secret would be sent there.
 */
export function readTenant(raw: string, tenant: Tenant): TenantReading {
  if ('choices' in tenant) return readChoice(raw.trim(), tenant.choices);
  const host = hostIn(raw);
  if (host === '') return { ok: false, reason: 'missing' };
  return 'suffixes' in tenant ? readHost(host, tenant) : readName(host, tenant.suffix);
}

function hostIn(raw: string): string {
  return raw
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:443$/, '');
}

function readName(host: string, suffix: string): TenantReading {
  const label = host.endsWith(suffix) ? host.slice(0, -suffix.length) : host;
  if (label.includes('.')) return { ok: false, reason: 'foreign_host' };
  return isHostLabel(label) ? { ok: true, tenant: label } : { ok: false, reason: 'wrong_shape' };
}

function readHost(host: string, { suffixes, hosts = [] }: HostTenant): TenantReading {
  if (isListedHost(host, [...suffixes, ...hosts])) return { ok: true, tenant: host };
  const [suffix] = suffixes;
  if (suffix === undefined || host.includes('.')) return { ok: false, reason: 'foreign_host' };
  return isHostLabel(host) ? { ok: true, tenant: `${host}${suffix}` } : { ok: false, reason: 'wrong_shape' };
}

function readChoice(given: string, choices: readonly FieldChoice[]): TenantReading {
  const value = given === '' ? choices[0]?.value : given;
  if (value !== undefined && choices.some((choice) => choice.value === value)) return { ok: true, tenant: value };
  return { ok: false, reason: 'not_a_choice' };
}
