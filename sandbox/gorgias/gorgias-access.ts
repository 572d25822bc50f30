import { type GorgiasUser, gorgiasClient, gorgiasTenants, gorgiasUsers } from './seed.ts';

/** Gorgias' address, client and keys. */
export interface GorgiasAccess {
  /** With `/{tenant}` after it, stands for `https://{tenant}.gorgias.com`. */
  readonly url: string;
  urlFor(tenant: string): string;
  readonly tenants: readonly string[];
  readonly clientId: string;
  readonly clientSecret: string;
  /** With their API keys. */
  readonly users: readonly GorgiasUser[];
}

export function gorgiasAccess(origin: string): GorgiasAccess {
  const url = `${origin}/gorgias`;
  const { clientId, clientSecret } = gorgiasClient;
  return {
    url,
    urlFor: (tenant) => `${url}/${tenant}`,
    tenants: gorgiasTenants,
    clientId,
    clientSecret,
    users: gorgiasUsers,
  };
}
