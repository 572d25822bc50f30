import { ConfigurationError } from '../errors.ts';
import type { Account, Site } from '../model/credential.ts';
import type { Field } from '../model/field.ts';
import type { Check, Integration, SiteDiscovery } from '../model/integration.ts';
import { type DotPaths, text, textAt, valueAt } from '../model/json.ts';
import { problemLine } from '../model/problem.ts';
import type { ClientCredentialsProfile, FormProfile, OAuth2Profile, Placement, Profile } from '../model/profile.ts';
import { type Tenant, tenantName } from '../model/tenant.ts';
import { integrationProblems } from './check-integration.ts';
import { type FailuresDefinition, failureReaders } from './failure-readers.ts';
import { readCodeDefinition } from './read-code-definition.ts';

/**
 * An integration as data. Everything but the members that are functions can also be in a JSON file, see
 * `loadIntegrations`.
 */
export interface IntegrationDefinition extends Omit<Integration, 'profiles' | 'check' | 'sites' | 'customProfile'> {
  readonly profiles: readonly ProfileDefinition[];
  readonly check: CheckDefinition;
  readonly sites?: SitesDefinition;
  readonly customProfile?: CustomProfileDefinition;
  /** Dot path to the real status, for a product that reports failures with HTTP 200: `responseCode`. */
  readonly statusFrom?: string;
  /** How a response says that the call failed, if its status does not. */
  readonly failures?: FailuresDefinition;
}

export type ProfileDefinition =
  | ApiKeyProfileDefinition
  | BasicProfileDefinition
  | WithDefaults<OAuth2Profile>
  | WithDefaults<ClientCredentialsProfile>;

export type ApiKeyProfileDefinition = Omit<FormProfile, 'method' | 'userName' | 'password'> & {
  readonly method: 'api_key';
};

/** Default fields: `userName` and `password`. Default placement: the header `Authorization: Basic {{basic}}`. */
export type BasicProfileDefinition = Omit<FormProfile, 'method' | 'fields' | 'placements'> &
  Partial<Pick<FormProfile, 'fields' | 'placements'>> & { readonly method: 'basic' };

/** Default: no scopes, origin `custom`, and the header `Authorization: Bearer {{accessToken}}`. */
export type WithDefaults<P extends OAuth2Profile | ClientCredentialsProfile> = Omit<
  P,
  'origin' | 'scopes' | 'placements'
> &
  Partial<Pick<P, 'origin' | 'scopes' | 'placements'>>;

export type CustomProfileDefinition = Omit<WithDefaults<OAuth2Profile>, 'clientId' | 'clientSecret'>;

export interface CheckDefinition extends Pick<Check, 'path' | 'body' | 'refusedStatuses' | 'refusedWhen'> {
  /** Default: `GET`. */
  readonly method?: Check['method'];
  readonly account: AccountDefinition | Check['account'];
}

/**
 * Where the response to the check names the account. A response without the id proves nothing: the product counts as
 * unreachable. `tenant`: the response only proves that the credential works, and the account is the customer's. `unnamed`: the
 * same, without a customer.
 */
export type AccountDefinition =
  | {
      /** Dot paths; the first that leads to a string or a number counts. */
      readonly id: DotPaths;
      /** What people recognise it by. Default: the id. */
      readonly label?: DotPaths;
      readonly role?: DotPaths;
    }
  | {
      /** If the id is not in the response: the name of a grant value, or of a field that is not masked. */
      readonly value: string;
      readonly label?: DotPaths;
      readonly role?: DotPaths;
    }
  | 'tenant'
  | 'unnamed';

export interface SitesDefinition extends Pick<SiteDiscovery, 'noun' | 'url' | 'hosts'> {
  readonly read: SitePaths | SiteDiscovery['read'];
}

/** Dot paths: `list` to the list, by default the whole response; the others within an entry. */
export interface SitePaths {
  /** `list` leads to a single site, not to a list. Default: false. */
  readonly single?: boolean;
  readonly list?: string;
  readonly id: DotPaths;
  readonly name: DotPaths;
  readonly url?: DotPaths;
}

/**
 * Creates an integration from its definition.
 * @throws ConfigurationError that names every member that cannot work
 */
export function defineIntegration(definition: IntegrationDefinition): Integration {
  if (typeof definition !== 'object' || definition === null) {
    throw new ConfigurationError('this is not the definition of an integration: it must be an object');
  }
  const shape = readCodeDefinition(definition);
  const integration = shape.data === undefined ? undefined : compileDefinition(shape.data);
  const problems = [...shape.problems, ...(integration === undefined ? [] : integrationProblems(integration))];
  if (integration !== undefined && problems.length === 0) return integration;
  const name = typeof definition.id === 'string' ? definition.id : 'an integration';
  throw new ConfigurationError(problems.map((problem) => `${name}: ${problemLine(problem)}`).join('\n'));
}

/** Like `defineIntegration`, but does not look for problems. */
export function compileDefinition(definition: IntegrationDefinition): Integration {
  const { profiles, check, sites, statusFrom, failures, customProfile, tenant, ...rest } = definition;
  return {
    ...rest,
    ...(tenant === undefined ? {} : { tenant: withChoices(tenant) }),
    profiles: profiles.map(withDefaults),
    check: { method: 'GET', ...check, ...accountValueOf(check), account: accountReader(definition) },
    ...(sites === undefined ? {} : { sites: { ...sites, read: siteReader(sites.read) } }),
    ...(customProfile === undefined ? {} : { customProfile: { ...OAUTH2_DEFAULTS, clientId: '', ...customProfile } }),
    ...answerReaders(definition),
  };
}

/** If only whole hosts are listed, people choose one. */
function withChoices(tenant: Tenant): Tenant {
  if (!('suffixes' in tenant) || tenant.suffixes.length > 0) return tenant;
  const { suffixes: _, hosts = [], ...asked } = tenant;
  return { ...asked, choices: hosts.map((host) => ({ value: host, title: host })) };
}

/** Recognise failures that the HTTP status does not show. */
function answerReaders({ statusFrom, failures, ...rules }: IntegrationDefinition): AnswerReaders {
  const statusOf = statusFrom === undefined ? undefined : statusReader(statusFrom);
  if (failures === undefined) return statusOf === undefined ? {} : { statusOf };
  const readers = failureReaders(failures, rules);
  if (statusOf === undefined) return readers;
  return { ...readers, statusOf: (answer) => readers.statusOf({ ...answer, status: statusOf(answer) }) };
}

type AnswerReaders = Pick<Integration, 'statusOf' | 'judgeFailure'>;

const BASIC_FIELDS: readonly Field[] = [
  { key: 'userName', title: 'User name' },
  { key: 'password', title: 'Password', type: 'password' },
];

const OAUTH2_DEFAULTS = { origin: 'custom', scopes: [], placements: inHeader('Bearer {{accessToken}}') } as const;

/** Adds the defaults that a profile's definition can leave out. */
export function withDefaults(profile: ProfileDefinition): Profile {
  switch (profile.method) {
    case 'api_key':
      return profile;
    case 'basic':
      return { fields: BASIC_FIELDS, placements: inHeader('Basic {{basic}}'), ...profile };
    case 'oauth2':
      return { ...OAUTH2_DEFAULTS, ...profile };
  }
}

function inHeader(value: string): readonly Placement[] {
  return [{ in: 'header', name: 'Authorization', value }];
}

function accountReader({ check, name, tenant }: IntegrationDefinition): Check['account'] {
  const { account } = check;
  if (typeof account === 'function') return account;
  if (account === 'unnamed') return () => ({ id: 'unnamed', label: name });
  if (account === 'tenant') return (_body, place) => tenantAccount(tenant, place.tenant ?? '');
  return (body, { values = {} }) => {
    const id = 'value' in account ? (values[account.value] ?? '') : textAt(body, account.id);
    const role = textAt(body, account.role ?? []);
    if (id === '') return undefined;
    return { id, label: textAt(body, account.label ?? []) || id, ...(role === '' ? {} : { role }) };
  };
}

function accountValueOf({ account }: CheckDefinition): Pick<Check, 'accountValue'> {
  return typeof account === 'object' && 'value' in account ? { accountValue: account.value } : {};
}

function tenantAccount(tenant: Tenant | undefined, id: string): Account {
  return { id, label: tenantName(id, tenant) };
}

function siteReader(read: SitesDefinition['read']): SiteDiscovery['read'] {
  if (typeof read === 'function') return read;
  const siteOf = (entry: unknown): Site => ({
    id: textAt(entry, read.id),
    name: textAt(entry, read.name),
    url: textAt(entry, read.url ?? []),
  });
  return (body) => {
    const found = valueAt(body, read.list ?? '');
    const entries = read.single === true && typeof found === 'object' && found !== null ? [found] : found;
    if (!Array.isArray(entries)) return undefined;
    return entries.map(siteOf).filter(({ id }) => id !== '');
  };
}

function statusReader(path: string): NonNullable<Integration['statusOf']> {
  return ({ status, body }) => {
    const said = Number(text(valueAt(body, path)));
    return status >= 200 && status < 300 && said >= 100 && said <= 599 ? said : status;
  };
}
