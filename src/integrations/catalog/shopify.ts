// made of shopify.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './shopify.json' with { type: 'json' };

export type ShopifyOptions =
  | (CatalogOptions<'system' | 'admin-token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'admin-token'> & { readonly ways: readonly ('admin-token')[]; readonly clientId?: never; readonly clientSecret?: never })
  | (CatalogOptions<'system' | 'admin-token'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never });

/** Shopify, as of 2026-11-27. */
export function shopify(options: ShopifyOptions): Integration {
  return fromCatalog(definition, options);
}
