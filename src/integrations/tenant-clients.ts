import { record } from '../model/json.ts';

/** An app that was registered for one customer, instance or region. */
export interface TenantClient {
  readonly clientId: string;
  readonly clientSecret?: string;
  /** The name of the customer in the addresses where people sign in, where that is another one: of a Freshworks organization. */
  readonly signInAt?: string;
}

/** Products that give each of their customers, instances or regions an app of its own. */
export interface ClientsOptions {
  /**
   * In place of the one client, by what the integration calls the place: a whole host (`acme.service-now.com`) or a choice
   * (`eu`). Nobody can sign in at a place that is not listed.
   */
  readonly clients: Readonly<Record<string, TenantClient>>;
}

/** The ways in with a client for each place; the secrets stay references. */
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
    // not used where each place has its own, and never empty
    return { ...rest, clientId: 'of-each-place', clientsByTenant: Object.fromEntries(byTenant) };
  });
}

/** What those references mean. */
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
