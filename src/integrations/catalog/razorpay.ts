// made of razorpay.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './razorpay.json' with { type: 'json' };

export type RazorpayOptions =
  | (CatalogOptions<'system' | 'api-key'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'api-key'> & { readonly ways: readonly ('api-key')[]; readonly clientId?: never; readonly clientSecret?: never });

/** Razorpay, as of 2026-11-27. */
export function razorpay(options: RazorpayOptions): Integration {
  return fromCatalog(definition, options);
}
