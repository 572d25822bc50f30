// made of intercom.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './intercom.json' with { type: 'json' };

export type IntercomOptions =
  | (CatalogOptions<'system' | 'access-token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'access-token'> & { readonly ways: readonly ('access-token')[]; readonly clientId?: never; readonly clientSecret?: never })
  | (CatalogOptions<'system' | 'access-token'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never });

/** Intercom, as of 2026-11-27. */
export function intercom(options: IntercomOptions): Integration {
  return fromCatalog(definition, options);
}
