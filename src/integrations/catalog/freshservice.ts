// made of freshservice.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './freshservice.json' with { type: 'json' };

export type FreshserviceOptions =
  | (CatalogOptions<'system' | 'api-key'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'api-key'> & { readonly ways: readonly ('api-key')[]; readonly clientId?: never; readonly clientSecret?: never })
  | (CatalogOptions<'system' | 'api-key'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never });

/** Freshservice, as of 2026-11-27. */
export function freshservice(options: FreshserviceOptions): Integration {
  return fromCatalog(definition, options);
}
