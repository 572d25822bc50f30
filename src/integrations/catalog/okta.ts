// made of okta.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog, type HostOptions } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './okta.json' with { type: 'json' };

export type OktaOptions =
  | (CatalogOptions<'system' | 'api-token'> & { readonly clientId: string; readonly clientSecret: string } & HostOptions)
  | (CatalogOptions<'api-token'> & { readonly ways: readonly ('api-token')[]; readonly clientId?: never; readonly clientSecret?: never } & HostOptions)
  | (CatalogOptions<'system' | 'api-token'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never } & HostOptions);

/** Okta, as of 2026-11-27. */
export function okta(options: OktaOptions): Integration {
  return fromCatalog(definition, options);
}
