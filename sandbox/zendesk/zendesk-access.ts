import {
  globalClient,
  publicClient,
  tenantClient,
  type ZendeskUser,
  zendeskApiTokens,
  zendeskTenants,
  zendeskUsers,
} from './seed.ts';

/** Zendesk's address, clients and API tokens. */
export interface ZendeskAccess {
  /** With `/{tenant}` after it, stands for `https://{tenant}.zendesk.com`. */
  readonly url: string;
  urlFor(tenant: string): string;
  readonly tenants: readonly string[];
  /** The global client: confidential, for every account. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Acme's own clients: a confidential and a public one. */
  readonly tenantClient: { readonly tenant: string; readonly clientId: string; readonly clientSecret: string };
  readonly publicClient: { readonly tenant: string; readonly clientId: string };
  readonly users: readonly ZendeskUser[];
  /** API token by tenant, for every agent's e-mail address. */
  readonly apiTokens: Readonly<Record<string, string>>;
}

export function zendeskAccess(origin: string): ZendeskAccess {
  const url = `${origin}/zendesk`;
  return {
    url,
    urlFor: (tenant) => `${url}/${tenant}`,
    tenants: zendeskTenants,
    clientId: globalClient.identifier,
    clientSecret: globalClient.secret,
    tenantClient: {
      tenant: tenantClient.tenant,
      clientId: tenantClient.identifier,
      clientSecret: tenantClient.secret,
    },
    publicClient: { tenant: publicClient.tenant, clientId: publicClient.identifier },
    users: zendeskUsers,
    apiTokens: zendeskApiTokens,
  };
}
