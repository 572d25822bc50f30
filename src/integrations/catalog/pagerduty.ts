// made of pagerduty.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './pagerduty.json' with { type: 'json' };

export type PagerdutyOptions =
  | (CatalogOptions<'system' | 'api-key'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'api-key'> & { readonly ways: readonly ('api-key')[]; readonly clientId?: never; readonly clientSecret?: never })
  | (CatalogOptions<'system' | 'api-key'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never });

/** PagerDuty, as of 2026-11-27. */
export function pagerduty(options: PagerdutyOptions): Integration {
  return fromCatalog(definition, options);
}
