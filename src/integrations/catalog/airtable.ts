// made of airtable.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './airtable.json' with { type: 'json' };

export type AirtableOptions =
  | (CatalogOptions<'system' | 'personal-token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'personal-token'> & { readonly ways: readonly ('personal-token')[]; readonly clientId?: never; readonly clientSecret?: never });

/** Airtable, as of 2026-11-27. */
export function airtable(options: AirtableOptions): Integration {
  return fromCatalog(definition, options);
}
