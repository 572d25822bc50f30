// made of quickbooks.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './quickbooks.json' with { type: 'json' };

export type QuickbooksOptions =
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string });

/** QuickBooks Online, as of 2026-11-27. */
export function quickbooks(options: QuickbooksOptions): Integration {
  return fromCatalog(definition, options);
}
