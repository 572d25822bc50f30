// made of confluence.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './confluence.json' with { type: 'json' };

export type ConfluenceOptions =
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string });

/** Confluence, as of 2026-11-27. */
export function confluence(options: ConfluenceOptions): Integration {
  return fromCatalog(definition, options);
}
