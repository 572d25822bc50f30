// made of notion.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './notion.json' with { type: 'json' };

export type NotionOptions =
  | (CatalogOptions<'system' | 'internal'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'internal'> & { readonly ways: readonly ('internal')[]; readonly clientId?: never; readonly clientSecret?: never });

/** Notion, as of 2026-11-27. */
export function notion(options: NotionOptions): Integration {
  return fromCatalog(definition, options);
}
