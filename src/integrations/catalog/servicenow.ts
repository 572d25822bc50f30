// made of servicenow.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog, type HostOptions } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './servicenow.json' with { type: 'json' };

export type ServicenowOptions =
  | (CatalogOptions<'system' | 'api-key' | 'basic'> & { readonly clientId: string; readonly clientSecret: string } & HostOptions)
  | (CatalogOptions<'api-key' | 'basic'> & { readonly ways: readonly ('api-key' | 'basic')[]; readonly clientId?: never; readonly clientSecret?: never } & HostOptions)
  | (CatalogOptions<'system' | 'api-key' | 'basic'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never } & HostOptions);

/** ServiceNow, as of 2026-11-27. */
export function servicenow(options: ServicenowOptions): Integration {
  return fromCatalog(definition, options);
}
