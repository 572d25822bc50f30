// made of freshdesk.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './freshdesk.json' with { type: 'json' };

export type FreshdeskOptions =
  | (CatalogOptions<'api-key'>);

/** Freshdesk, as of 2026-11-27. */
export function freshdesk(options: FreshdeskOptions = {}): Integration {
  return fromCatalog(definition, options);
}
