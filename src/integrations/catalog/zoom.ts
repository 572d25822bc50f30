// made of zoom.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './zoom.json' with { type: 'json' };

export type ZoomOptions =
  | (CatalogOptions<'system' | 'bot'> & { readonly clientId: string; readonly clientSecret: string; readonly serverClientId: string; readonly serverClientSecret: string; readonly accountId: string })
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string; readonly serverClientId?: never; readonly serverClientSecret?: never; readonly accountId?: never })
  | (CatalogOptions<'bot'> & { readonly ways: readonly ('bot')[]; readonly serverClientId: string; readonly serverClientSecret: string; readonly accountId: string; readonly clientId?: never; readonly clientSecret?: never });

/** Zoom, as of 2026-11-27. */
export function zoom(options: ZoomOptions): Integration {
  return fromCatalog(definition, options);
}
