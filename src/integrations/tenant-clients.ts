import { record } from '../model/json.ts';

/** An app that was registered for one customer, instance or region. */
export interface TenantClient {
  readonly clientId: string;
  readonly clientSecret?: string;
  /** The customer's name in the addresses for signing in, if it is another one there, as for a Freshworks organization. */
  readonly signInAt?: string;
}

/** Options of products that give each of their customers, instances or regions an app of its own. */
export interface ClientsOptions {
  /**
   * Replace the one client. Keys are tenants: whole hosts (`acme.service-now.com`) or choices (`eu`). Nobody can sign in to a
   * tenant that is not listed.
   */
  readonly clients: Readonly<Record<string, TenantClient>>;
}

/** Profiles with a client for each tenant. Secrets stay references. */
export function withClients(profiles: readonly unknown[], clients: ClientsOptions['clients'] | undefined) {
  if (clients === undefined) return profiles;
  return profiles.map((one) => {
    const profile = record(one);
    if (profile.method !== 'oauth2' || profile.grant === 'client_credentials') return one;
    const { clientId: _, clientSecret: __, ...rest } = profile;
    const byTenant = Object.entries(clients).map(([tenant, { clientSecret, signInAt }]) => [
      tenant,
      {
        clientId: { secret: nameOf(tenant, 'clientId') },
        ...(clientSecret === undefined ? {} : { clientSecret: { secret: nameOf(tenant, 'clientSecret') } }),
        ...(signInAt === undefined ? {} : { signInAt }),
      },
    ]);
    // must not be empty, but is not used, because each tenant has its own
    return { ...rest, clientId: 'of-each-place', clientsByTenant: Object.fromEntries(byTenant) };
  });
}

/** The values of those references. */
export function clientSecrets(clients: ClientsOptions['clients'] = {}): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(clients).flatMap(([tenant, { clientId, clientSecret = '' }]) => [
      [nameOf(tenant, 'clientId'), clientId] as const,
      [nameOf(tenant, 'clientSecret'), clientSecret] as const,
    ]),
  );
}

function nameOf(tenant: string, member: 'clientId' | 'clientSecret'): string {
  return `clients.${tenant}.${member}`;
}
