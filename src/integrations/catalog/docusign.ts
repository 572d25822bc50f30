// made of docusign.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog } from '../from-catalog.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './docusign.json' with { type: 'json' };

export type DocusignOptions =
  | (CatalogOptions<'system' | 'bot'> & { readonly clientId: string; readonly clientSecret: string; readonly jwtClientId: string; readonly jwtPrivateKey: string; readonly jwtUserId: string })
  | (CatalogOptions<'system'> & { readonly clientId: string; readonly clientSecret: string; readonly jwtClientId?: never; readonly jwtPrivateKey?: never; readonly jwtUserId?: never })
  | (CatalogOptions<'bot'> & { readonly ways: readonly ('bot')[]; readonly jwtClientId: string; readonly jwtPrivateKey: string; readonly jwtUserId: string; readonly clientId?: never; readonly clientSecret?: never });

/** Docusign, as of 2026-11-27. */
export function docusign(options: DocusignOptions): Integration {
  return fromCatalog(definition, options);
}
