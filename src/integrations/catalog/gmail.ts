// made of gmail.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './gmail.json' with { type: 'json' };

export type GmailOptions =
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string });

/** Gmail, as of 2026-11-27. */
export function gmail(options: GmailOptions): Integration {
  return fromCatalog(definition, options);
}
