// made of stripe.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './stripe.json' with { type: 'json' };

export type StripeOptions =
  | (CatalogOptions<'system' | 'restricted-key'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'restricted-key'> & { readonly ways: readonly ('restricted-key')[]; readonly clientId?: never; readonly clientSecret?: never });

/** Stripe, as of 2026-11-27. */
export function stripe(options: StripeOptions): Integration {
  return fromCatalog(definition, options);
}
