// made of gitlab.json by `npm run catalog`: change that file
import { type CatalogOptions, fromCatalog, type HostOptions } from '../from-catalog.ts';
import type { ClientsOptions } from '../tenant-clients.ts';
import type { Integration } from '../../model/integration.ts';
import definition from './gitlab.json' with { type: 'json' };

export type GitlabOptions =
  | (CatalogOptions<'system' | 'personal-token'> & { readonly clientId: string; readonly clientSecret: string } & HostOptions)
  | (CatalogOptions<'personal-token'> & { readonly ways: readonly ('personal-token')[]; readonly clientId?: never; readonly clientSecret?: never } & HostOptions)
  | (CatalogOptions<'system' | 'personal-token'> & ClientsOptions & { readonly clientId?: never; readonly clientSecret?: never } & HostOptions);

/** GitLab, as of 2026-11-27. */
export function gitlab(options: GitlabOptions): Integration {
  return fromCatalog(definition, options);
}
