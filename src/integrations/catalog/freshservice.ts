// made of freshservice.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './freshservice.json' with { type: 'json' };

export type FreshserviceOptions =
  | (CatalogOptions<'api-key'>);

/** Freshservice, as of 2026-11-27. */
export function freshservice(options: FreshserviceOptions = {}): Integration {
  return fromCatalog(definition, options);
}
