// made of woocommerce.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog, type HostOptions } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './woocommerce.json' with { type: 'json' };

export type WoocommerceOptions =
  | (CatalogOptions<'api-key'> & HostOptions & Required<Pick<HostOptions, 'hosts'>>);

/** WooCommerce, as of 2026-11-27. */
export function woocommerce(options: WoocommerceOptions): Integration {
  return fromCatalog(definition, options);
}
