// made of calendly.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './calendly.json' with { type: 'json' };

export type CalendlyOptions =
  | (CatalogOptions<'system' | 'personal-token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'personal-token'> & { readonly ways: readonly ('personal-token')[]; readonly clientId?: never; readonly clientSecret?: never });

/** Calendly, as of 2026-11-27. */
export function calendly(options: CalendlyOptions): Integration {
  return fromCatalog(definition, options);
}
