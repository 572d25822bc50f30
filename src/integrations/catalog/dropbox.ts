// made of dropbox.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './dropbox.json' with { type: 'json' };

export type DropboxOptions =
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string });

/** Dropbox, as of 2026-11-27. */
export function dropbox(options: DropboxOptions): Integration {
  return fromCatalog(definition, options);
}
