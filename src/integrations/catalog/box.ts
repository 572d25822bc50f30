// made of box.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './box.json' with { type: 'json' };

export type BoxOptions =
  | (CatalogOptions<'system' | 'bot'> & { readonly clientId: string; readonly clientSecret: string; readonly serviceClientId: string; readonly serviceClientSecret: string; readonly enterpriseId: string })
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string; readonly serviceClientId?: never; readonly serviceClientSecret?: never; readonly enterpriseId?: never })
  | (CatalogOptions<'bot'> & { readonly ways: readonly ('bot')[]; readonly serviceClientId: string; readonly serviceClientSecret: string; readonly enterpriseId: string; readonly clientId?: never; readonly clientSecret?: never });

/** Box, as of 2026-11-27. */
export function box(options: BoxOptions): Integration {
  return fromCatalog(definition, options);
}
