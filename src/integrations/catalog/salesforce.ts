// made of salesforce.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog, type HostOptions } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './salesforce.json' with { type: 'json' };

export type SalesforceOptions =
  | (CatalogOptions<'system' | 'server'> & { readonly clientId: string; readonly clientSecret: string; readonly serverClientId: string; readonly serverUser: string; readonly privateKey: string } & HostOptions)
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string; readonly serverClientId?: never; readonly serverUser?: never; readonly privateKey?: never } & HostOptions)
  | (CatalogOptions<'server'> & { readonly ways: readonly ('server')[]; readonly serverClientId: string; readonly serverUser: string; readonly privateKey: string; readonly clientId?: never; readonly clientSecret?: never } & HostOptions)
  | (CatalogOptions<'system' | 'server'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never; readonly serverClientId?: string; readonly serverUser?: string; readonly privateKey?: string } & HostOptions);

/** Salesforce, as of 2026-11-27. */
export function salesforce(options: SalesforceOptions): Integration {
  return fromCatalog(definition, options);
}
