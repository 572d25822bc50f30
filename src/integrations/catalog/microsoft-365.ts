// made of microsoft-365.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './microsoft-365.json' with { type: 'json' };

export type Microsoft365Options =
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string });

/** Microsoft 365, as of 2026-11-27. */
export function microsoft365(options: Microsoft365Options): Integration {
  return fromCatalog(definition, options);
}
