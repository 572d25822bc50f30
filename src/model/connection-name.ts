import type { Connection } from './connection.ts';
import { type Tenant, tenantName } from './tenant.ts';

type Named = Pick<Connection, 'account' | 'site' | 'tenant'>;

/** Where at the product, as people know it: the site, or else the customer's address or the region. */
export function placeName({ site, tenant }: Pick<Named, 'site' | 'tenant'>, declared?: Tenant): string | undefined {
  if (site !== undefined) return site.name;
  return tenant === undefined ? undefined : tenantName(tenant, declared);
}

/** How people tell several connections apart: `jane@acme.example at Acme`. */
export function accountName(connection: Named, declared?: Tenant): string {
  const { label } = connection.account;
  const place = placeName(connection, declared);
  return place === undefined || place === label ? label : `${label} at ${place}`;
}

/**
 * The names of several connections at one product, each of them once. Namesakes get what tells them apart: the customer or
 * the region, the host of the site, and at last a number in the order of the list.
 */
export function accountNames(connections: readonly Named[], declared?: Tenant): readonly string[] {
  const short = connections.map(({ account, site }) =>
    accountName({ account, ...(site === undefined ? {} : { site }) }),
  );
  const placed = longer(short, (index) => accountName(connections[index] ?? NOBODY, declared));
  const hosted = longer(placed, (index, name) => {
    const host = URL.parse(connections[index]?.site?.url ?? '')?.host ?? '';
    return host === '' ? name : `${name} (${host})`;
  });
  return hosted.map((name, index) => {
    const before = hosted.slice(0, index).filter((other) => sameName(other, name)).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

const NOBODY: Named = { account: { id: '', label: '' } };

/** Those that are not alone get a longer name. */
function longer(names: readonly string[], more: (index: number, name: string) => string): readonly string[] {
  return names.map((name, index) => (isAlone(names, name) ? name : more(index, name)));
}

function isAlone(names: readonly string[], name: string): boolean {
  return names.filter((other) => sameName(other, name)).length === 1;
}

/** People do not tell names apart by their case. */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
