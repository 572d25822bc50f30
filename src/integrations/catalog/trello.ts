// made of trello.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './trello.json' with { type: 'json' };

export type TrelloOptions =
  | (CatalogOptions<'system' | 'token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'token'> & { readonly ways: readonly ('token')[]; readonly clientId?: never; readonly clientSecret?: never });

/** Trello, as of 2026-11-27. */
export function trello(options: TrelloOptions): Integration {
  return fromCatalog(definition, options);
}
