// made of typeform.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './typeform.json' with { type: 'json' };

export type TypeformOptions =
  | (CatalogOptions<'system' | 'personal-token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'personal-token'> & { readonly ways: readonly ('personal-token')[]; readonly clientId?: never; readonly clientSecret?: never })
  | (CatalogOptions<'system' | 'personal-token'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never });

/** Typeform, as of 2026-11-27. */
export function typeform(options: TypeformOptions): Integration {
  return fromCatalog(definition, options);
}
