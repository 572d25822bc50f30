// made of hubspot.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './hubspot.json' with { type: 'json' };

export type HubspotOptions =
  | (CatalogOptions<'system' | 'private-app'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'private-app'> & { readonly ways: readonly ('private-app')[]; readonly clientId?: never; readonly clientSecret?: never });

/** HubSpot, as of 2026-11-27. */
export function hubspot(options: HubspotOptions): Integration {
  return fromCatalog(definition, options);
}
