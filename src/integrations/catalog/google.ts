// made of google.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './google.json' with { type: 'json' };

export type GoogleOptions =
  | (CatalogOptions<'system' | 'service-account'> & { readonly clientId: string; readonly clientSecret: string; readonly serviceAccount: string; readonly privateKey: string })
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string; readonly serviceAccount?: never; readonly privateKey?: never })
  | (CatalogOptions<'service-account'> & { readonly ways: readonly ('service-account')[]; readonly serviceAccount: string; readonly privateKey: string; readonly clientId?: never; readonly clientSecret?: never });

/** Google Calendar, Drive and Sheets, as of 2026-11-27. */
export function google(options: GoogleOptions): Integration {
  return fromCatalog(definition, options);
}
