import { type FreshsalesUser, freshsalesTenants, freshsalesUsers } from './seed.ts';

/** Freshsales' address and people's keys. */
export interface FreshsalesAccess {
  /** With `/{tenant}` after it, stands for `https://{tenant}.myfreshworks.com`; the API is at `/crm/sales/api`. */
  readonly url: string;
  urlFor(tenant: string): string;
  readonly tenants: readonly string[];
  /** With their API keys; one of them may only read contacts. */
  readonly users: readonly FreshsalesUser[];
}

export function freshsalesAccess(origin: string): FreshsalesAccess {
  const url = `${origin}/freshsales`;
  return { url, urlFor: (tenant) => `${url}/${tenant}`, tenants: freshsalesTenants, users: freshsalesUsers };
}
