// made of figma.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './figma.json' with { type: 'json' };

export type FigmaOptions =
  | (CatalogOptions<'system' | 'personal-token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'personal-token'> & { readonly ways: readonly ('personal-token')[]; readonly clientId?: never; readonly clientSecret?: never });

/** Figma, as of 2026-11-27. */
export function figma(options: FigmaOptions): Integration {
  return fromCatalog(definition, options);
}
