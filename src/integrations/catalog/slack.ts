// made of slack.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './slack.json' with { type: 'json' };

export type SlackOptions =
  | (CatalogOptions<'system' | 'user-token'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'user-token'> & { readonly ways: readonly ('user-token')[]; readonly clientId?: never; readonly clientSecret?: never });

/** Slack, as of 2026-11-27. */
export function slack(options: SlackOptions): Integration {
  return fromCatalog(definition, options);
}
