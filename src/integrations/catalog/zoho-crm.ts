// made of zoho-crm.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './zoho-crm.json' with { type: 'json' };

export type ZohoCrmOptions =
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'system'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never });

/** Zoho CRM, as of 2026-11-27. */
export function zohoCrm(options: ZohoCrmOptions): Integration {
  return fromCatalog(definition, options);
}
