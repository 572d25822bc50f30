// made of bitly.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './bitly.json' with { type: 'json' };

export type BitlyOptions =
  | (CatalogOptions<'system' | 'access-token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'access-token'> & { readonly ways: readonly ('access-token')[]; readonly clientId?: never; readonly clientSecret?: never });

/** Bitly, as of 2026-11-27. */
export function bitly(options: BitlyOptions): Integration {
  return fromCatalog(definition, options);
}
