// made of bigcommerce.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './bigcommerce.json' with { type: 'json' };

export type BigcommerceOptions =
  | (CatalogOptions<'api-account'>);

/** BigCommerce, as of 2026-11-27. */
export function bigcommerce(options: BigcommerceOptions = {}): Integration {
  return fromCatalog(definition, options);
}
