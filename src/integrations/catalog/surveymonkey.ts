// made of surveymonkey.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './surveymonkey.json' with { type: 'json' };

export type SurveymonkeyOptions =
  | (CatalogOptions<'system' | 'private-app'> & { readonly clientId: string; readonly clientSecret: string })
  | (CatalogOptions<'private-app'> & { readonly ways: readonly ('private-app')[]; readonly clientId?: never; readonly clientSecret?: never });

/** SurveyMonkey, as of 2026-11-27. */
export function surveymonkey(options: SurveymonkeyOptions): Integration {
  return fromCatalog(definition, options);
}
