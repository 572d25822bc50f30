// made of xero.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './xero.json' with { type: 'json' };

export type XeroOptions =
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string });

/** Xero, as of 2026-11-27. */
export function xero(options: XeroOptions): Integration {
  return fromCatalog(definition, options);
}
