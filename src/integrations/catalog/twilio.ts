// made of twilio.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './twilio.json' with { type: 'json' };

export type TwilioOptions =
  | (CatalogOptions<'api-key' | 'auth-token'>);

/** Twilio, as of 2026-11-27. */
export function twilio(options: TwilioOptions = {}): Integration {
  return fromCatalog(definition, options);
}
