// products

export { type FreshsalesOptions, freshsales } from './freshsales.ts';
export { type GithubOptions, github } from './github.ts';
export { type GorgiasOptions, gorgias } from './gorgias.ts';
export { type JiraOptions, jira } from './jira.ts';
export { type JotformOptions, jotform } from './jotform.ts';
export { type ZendeskOptions, zendesk } from './zendesk.ts';

// the catalogue, for code that lists it or chooses from it at run time

export type { CatalogEntry } from './catalog-entry.ts';
export { CATALOG } from './catalog-index.ts';
export { type CatalogOptions, fromCatalog, type HostOptions } from './from-catalog.ts';
export { readCatalog } from './read-catalog.ts';

// integrations of your own

export {
  type AccountDefinition,
  type CheckDefinition,
  defineIntegration,
  type IntegrationDefinition,
  type ProfileDefinition,
} from './define-integration.ts';
export type { SecretSource } from './integration-schema.ts';
export { type LoadOptions, loadIntegrations } from './load-integrations.ts';

// the types that they consist of

export type { GrantValue } from '../model/grant-value.ts';
export type { Check, CheckPlace, FailedCall, FailureKind, SiteDiscovery, Verified } from '../model/integration.ts';
export type { DotPaths } from '../model/json.ts';
export type {
  AuthMethodName,
  ClientCredentialsProfile,
  ClientKey,
  ClientOfTenant,
  FormProfile,
  JwtAssertion,
  OAuth2Profile,
  Placement,
  ProfileBase,
  RevocationCall,
  TokenExchange,
  TokenProfile,
} from '../model/profile.ts';
export type { SetupGuide } from '../model/setup-guide.ts';
export type { ChosenTenant, HostTenant, NamedTenant, Tenant } from '../model/tenant.ts';
export type {
  ApiKeyProfileDefinition,
  BasicProfileDefinition,
  CustomProfileDefinition,
  SitePaths,
  SitesDefinition,
  WithDefaults,
} from './define-integration.ts';
export type { FailuresDefinition } from './failure-readers.ts';
export type { HOSTS } from './jotform.ts';
export type { ClientsOptions, TenantClient } from './tenant-clients.ts';
