// made of pipedrive.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './pipedrive.json' with { type: 'json' };

export type PipedriveOptions =
  | (CatalogOptions<'system' | 'api-token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'api-token'> & { readonly ways: readonly ('api-token')[]; readonly clientId?: never; readonly clientSecret?: never })
  | (CatalogOptions<'system' | 'api-token'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never });

/** Pipedrive, as of 2026-11-27. */
export function pipedrive(options: PipedriveOptions): Integration {
  return fromCatalog(definition, options);
}
