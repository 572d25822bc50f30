import type { Connection } from './connection.ts';
import { numberedName, sameName } from './shown-name.ts';
import { type Tenant, tenantName } from './tenant.ts';

export type Named = Pick<Connection, 'account' | 'site' | 'tenant'>;

/** The site, or else the customer's address or the region. */
export function placeName({ site, tenant }: Pick<Named, 'site' | 'tenant'>, declared?: Tenant): string | undefined {
  if (site !== undefined) return site.name;
  return tenant === undefined ? undefined : tenantName(tenant, declared);
}

/** The name that tells a person's connections apart: `jane@acme.example at Acme`. */
export function accountName(connection: Named, declared?: Tenant): string {
  const { label } = connection.account;
  const place = placeName(connection, declared);
  return place === undefined || place === label ? label : `${label} at ${place}`;
}

/**
 * Unique names for several connections to one product. Equal names get an addition: the customer or the region, the site's
 * host, and finally a number in the order of the list.
 */
export function accountNames(connections: readonly Named[], declared?: Tenant): readonly string[] {
  const short = connections.map((of) => ({ of, name: accountName({ account: of.account, ...siteOf(of) }) }));
  const placed = longer(short, ({ of }) => accountName(of, declared));
  const hosted = longer(placed, ({ of, name }) => {
    const host = URL.parse(of.site?.url ?? '')?.host ?? '';
    return host === '' ? name : `${name} (${host})`;
  });
  const names: string[] = [];
  for (const { name } of hosted) {
    let own = name;
    for (let number = 2; names.some((taken) => sameName(taken, own)); number += 1) own = numberedName(name, number);
    names.push(own);
  }
  return names;
}

interface Naming {
  readonly of: Named;
  readonly name: string;
}

function siteOf({ site }: Named): Pick<Named, 'site'> {
  return site === undefined ? {} : { site };
}

/** Gives longer names to those that are not unique. */
function longer(namings: readonly Naming[], more: (naming: Naming) => string): readonly Naming[] {
  return namings.map((naming) => (isAlone(namings, naming) ? naming : { ...naming, name: more(naming) }));
}

function isAlone(namings: readonly Naming[], { name }: Naming): boolean {
  return namings.filter((other) => sameName(other.name, name)).length === 1;
}
