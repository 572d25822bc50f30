// made of mailchimp.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './mailchimp.json' with { type: 'json' };

export type MailchimpOptions =
  | (CatalogOptions<'system' | 'api-key'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'api-key'> & { readonly ways: readonly ('api-key')[]; readonly clientId?: never; readonly clientSecret?: never });

/** Mailchimp, as of 2026-11-27. */
export function mailchimp(options: MailchimpOptions): Integration {
  return fromCatalog(definition, options);
}
