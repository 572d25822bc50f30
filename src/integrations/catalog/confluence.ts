// made of confluence.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './confluence.json' with { type: 'json' };

export type ConfluenceOptions =
  | (CatalogOptions<'system' | 'api-token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'api-token'> & { readonly ways: readonly ('api-token')[]; readonly clientId?: never; readonly clientSecret?: never })
  | (CatalogOptions<'system' | 'api-token'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never });

/** Confluence, as of 2026-11-27. */
export function confluence(options: ConfluenceOptions): Integration {
  return fromCatalog(definition, options);
}
