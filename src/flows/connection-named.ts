import { accountName, accountNames } from '../model/connection-name.ts';
import type { PublicIntegration } from '../model/public-profile.ts';
import { plainName, sameName } from '../model/shown-name.ts';
import type { ListedConnection } from './list-connections.ts';
import type { GrantedPlace } from './relocate-connection.ts';

/** The parts of an integration that name its connections. */
export type NamedProduct = Pick<PublicIntegration, 'id' | 'name' | 'tenant'>;

/** The product, and perhaps the connection, that a person has named. */
export type NamedConnection =
  | { readonly status: 'found'; readonly integration: NamedProduct; readonly connection: ListedConnection }
  | { readonly status: 'none'; readonly integration: NamedProduct }
  /** The person has connections there, but none of this name. */
  | {
      readonly status: 'unnamed';
      readonly integration: NamedProduct;
      readonly name: string;
      readonly connections: readonly ListedConnection[];
    }
  | {
      readonly status: 'several';
      readonly integration: NamedProduct;
      readonly connections: readonly ListedConnection[];
    }
  | { readonly status: 'unknown_product'; readonly name: string };

/**
 * Finds the connection that `jira jane@acme.example at Acme` stands for.
 *
 * @param connections all connections of the person
 */
export function connectionNamed(
  integrations: readonly NamedProduct[],
  connections: readonly ListedConnection[],
  named: string,
): NamedConnection {
  const { integration, rest } = productNamed([...integrations, ...goneProducts(integrations, connections)], named);
  if (integration === undefined) return { status: 'unknown_product', name: named.trim().slice(0, 40) };
  const there = connections.filter((connection) => connection.integration === integration.id);
  if (there.length === 0) return { status: 'none', integration };
  const wanted = rest === '' ? there : thoseNamed(there, rest, integration.tenant);
  const [connection, second] = wanted;
  if (connection === undefined) return { status: 'unnamed', integration, name: rest, connections: there };
  if (second !== undefined) return { status: 'several', integration, connections: wanted };
  return { status: 'found', integration, connection };
}

/** Products that the bot no longer has. People can still remove connections to them, by id. */
function goneProducts(
  integrations: readonly NamedProduct[],
  connections: readonly ListedConnection[],
): readonly NamedProduct[] {
  const gone = connections.filter(({ integration }) => !integrations.some(({ id }) => id === integration));
  return [...new Set(gone.map(({ integration }) => integration))].map((id) => ({ id, name: id }));
}

/** Splits `jira jane@acme.example at Acme` into the product and the rest. */
export function productNamed<Known extends NamedProduct>(
  known: readonly Known[],
  named: string,
): { readonly integration: Known | undefined; readonly rest: string } {
  const wanted = plainName(named);
  const unmarked = wanted.replace(/[\s.,!?;:…。、؟؛،]+$/, '');
  for (const integration of known) {
    for (const name of [integration.id, plainName(integration.name)]) {
      if (wanted === name || unmarked === name) return { integration, rest: '' };
      if (wanted.startsWith(`${name} `)) return { integration, rest: wanted.slice(name.length).trim() };
    }
  }
  return { integration: undefined, rest: '' };
}

/** A complete name matches exactly. A part of one may match several. */
function thoseNamed(
  connections: readonly ListedConnection[],
  wanted: string,
  declared: NamedProduct['tenant'],
): readonly ListedConnection[] {
  const whole = connections.filter(({ name }) => sameName(name, wanted));
  if (whole.length > 0) return whole;
  return connections.filter((connection) => {
    const { account, place, tenant } = connection;
    const names = [accountName(connection, declared), account.label, place, tenant];
    return names.some((name) => name !== undefined && sameName(name, wanted));
  });
}

/** The names to choose from: connections, and other sites that their access covers. */
export function namesToChoose(
  { connections, integration }: Extract<NamedConnection, { status: 'unnamed' | 'several' }>,
  alsoGranted: readonly GrantedPlace[],
): readonly string[] {
  const others = alsoGranted.filter(
    ({ account, site }) => !connections.some((one) => one.account.id === account.id && one.site?.id === site.id),
  );
  const names = accountNames([...connections, ...others], integration.tenant);
  return names.map((name, index) => connections[index]?.name ?? name);
}
