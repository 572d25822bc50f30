import { ConfigurationError } from '../errors.ts';
import { tenantField } from '../model/connect-form.ts';
import type { GrantValue } from '../model/grant-value.ts';
import { isHostLabel } from '../model/host-label.ts';
import type { Integration } from '../model/integration.ts';
import { maskedFields } from '../model/masked-fields.ts';
import { below, type Problem, problemLine } from '../model/problem.ts';
import type { AnyOAuth2Profile, FormProfile, Profile } from '../model/profile.ts';
import { placeholdersOf } from '../model/template.ts';
import { readTenant, type Tenant } from '../model/tenant.ts';
import { tenantOf } from '../model/tenant-of.ts';
import { basicTemplates } from './basic.ts';
import { addressNames, addressProblem } from './check-address.ts';
import { apiAddressProblem } from './check-api-address.ts';
import { clientKeyProblems, isSigned } from './check-client-key.ts';
import { type EndpointSurroundings, endpointRules } from './check-endpoints.ts';
import { fieldProblems } from './check-fields.ts';
import { placementProblems } from './check-placements.ts';
import { revocationProblems } from './check-revocation.ts';
import { isHeaderName, isHeaderValue } from './header-syntax.ts';

/** The parts of an integration that its profiles depend on. */
export type ProfileSurroundings = Pick<Integration, 'baseUrl' | 'apis' | 'sites'> & EndpointSurroundings;

/**
 * Reports at start what would otherwise fail in front of a person: a template with a name that no field provides, a
 * credential that is placed nowhere, or an endpoint that no request may go to.
 *
 * @throws ConfigurationError
 */
export function checkProfile(profile: Profile, integration: ProfileSurroundings): void {
  const problems = profileProblems(profile, integration);
  if (problems.length > 0) throw new ConfigurationError(problems.map(problemLine).join('\n'));
}

/** The same as a list; paths are relative to the profile. */
export function profileProblems(
  profile: Profile,
  surroundings: ProfileSurroundings,
  /** True for a template of profiles that developers create: its client is entered later. */
  { template = false }: { readonly template?: boolean } = {},
): readonly Problem[] {
  const integration = asSeenBy(profile, surroundings);
  const others = [
    ...(integration.tenant === undefined ? [] : ['tenant']),
    ...(integration.sites === undefined || profile.method !== 'oauth2' ? [] : ['siteId']),
    ...(profile.method === 'oauth2' ? Object.keys(integration.grantValues ?? {}) : []),
  ];
  return [
    ...(profile.method === 'oauth2' ? oauth2Problems(profile, integration) : formProblems(profile)),
    ...(profile.method === 'oauth2' && !template ? registrationProblems(profile) : []),
    ...wayProblems(profile, surroundings),
    ...addressesProblems(profile, integration),
    ...below(['placements'], placementProblems(profile.placements, { credential: credentialNames(profile), others })),
  ];
}

/** A profile that needs no tenant cannot refer to one. */
function asSeenBy(profile: Profile, integration: ProfileSurroundings): ProfileSurroundings {
  if (tenantOf(integration, profile) === integration.tenant) return integration;
  const { tenant: _, ...others } = integration;
  return others;
}

/** Problems with what a profile sets in place of its integration. */
function wayProblems(profile: Profile, integration: ProfileSurroundings): readonly Problem[] {
  const { baseUrl } = profile;
  const text = baseUrl === undefined ? undefined : apiAddressProblem(baseUrl, integration, profile);
  return text === undefined ? [] : [{ path: ['baseUrl'], text }];
}

function addressesProblems(profile: Profile, integration: ProfileSurroundings): readonly Problem[] {
  return [
    ...fieldsOfAddressProblems(profile, integration, profile.baseUrl ?? integration.baseUrl, 'the base URL'),
    ...Object.entries(integration.apis ?? {}).flatMap(([name, address]) =>
      fieldsOfAddressProblems(profile, integration, address, `the API ${name}`),
    ),
  ];
}

const needsField = (what: string, name: string) => `${what} needs a field ${name}`;
const isNeeded = (what: string) => `${what} needs it, so it cannot be optional`;
const isSecret = (what: string) =>
  `a secret must not be part of ${what}, which errors and logs contain: use a placement in the path, or make the field a textbox`;

/** Every profile needs each field that an address refers to, and the field needs a value. */
function fieldsOfAddressProblems(
  profile: Profile,
  { tenant, sites, grantValues = {} }: ProfileSurroundings,
  address: string,
  what: string,
): readonly Problem[] {
  const fields = profile.method === 'oauth2' ? [] : profile.fields;
  const needed = placeholdersOf(address);
  const optional = fields.flatMap(({ key, required, choices }, index) =>
    required === false && choices === undefined && needed.includes(key) ? [index] : [],
  );
  const granted = [...Object.keys(grantValues), ...(sites?.hosts === undefined ? [] : ['siteUrl'])];
  const known = ['tenant', 'siteId', ...fields.map(({ key }) => key), ...(profile.method === 'oauth2' ? granted : [])];
  const named = addressNames(address, [...fields, ...(tenant === undefined ? [] : [tenantField(tenant)])]);
  const missing = named.filter((name) => !known.includes(name));
  const secrets = profile.method === 'oauth2' ? [] : maskedFields(profile).filter(({ type }) => type === 'password');
  return [
    ...secrets
      .filter(({ key }) => named.includes(key))
      .map(({ key }) => ({
        path: ['fields', fields.findIndex((field) => field.key === key)],
        text: isSecret(what),
      })),
    ...missing.map((name) => ({ path: ['fields'], text: needsField(what, name) })),
    ...optional.map((index) => ({ path: ['fields', index, 'required'], text: isNeeded(what) })),
  ];
}

function credentialNames(profile: Profile): readonly string[] {
  if (profile.method === 'oauth2') return ['accessToken'];
  const keys = profile.fields.map(({ key }) => key);
  return profile.method === 'basic' ? ['basic', ...keys] : keys;
}

function formProblems(profile: FormProfile): readonly Problem[] {
  const keys = profile.fields.map(({ key }) => key);
  const templates = profile.method === 'basic' ? Object.entries(basicTemplates(profile)) : [];
  return [
    ...below(['fields'], fieldProblems(profile.fields)),
    ...templates.flatMap(([name, template]) =>
      placeholdersOf(template)
        .filter((key) => !keys.includes(key))
        .map((key) => ({ path: [name], text: `no field provides {{${key}}}` })),
    ),
  ];
}

/** The protocol sets these; a profile's values would be overwritten silently. */
const OWN_AUTHORIZATION_PARAMS =
  /^(?:response_type|client_id|redirect_uri|state|scope|code_challenge|code_challenge_method)$/;
const OWN_TOKEN_PARAMS = /^(?:grant_type|code|redirect_uri|refresh_token|client_id|client_secret|code_verifier|scope)$/;
const OWN_TOKEN_HEADERS = /^(?:host|connection|transfer-encoding|content-length|content-type|accept)$/i;

function oauth2Problems(profile: AnyOAuth2Profile, integration: ProfileSurroundings): readonly Problem[] {
  return [
    ...endpointProblems(profile, integration),
    ...revocationProblems(profile, integration),
    ...clientKeyProblems(profile),
    ...clientProblems(profile, integration),
    ...ownProblems('tokenParams', profile.tokenParams, OWN_TOKEN_PARAMS),
    ...ownProblems('tokenHeaders', profile.tokenHeaders, OWN_TOKEN_HEADERS),
    ...headerProblems(profile.tokenHeaders),
    ...scopeProblems('scopes', profile.scopes),
    ...(profile.grant === 'client_credentials' ? [] : consentProblems(profile)),
  ];
}

function scopeProblems(member: string, scopes: readonly string[]): readonly Problem[] {
  return scopes.flatMap((scope, index) =>
    /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope)
      ? []
      : [{ path: [member, index], text: 'it must be one scope, without spaces' }],
  );
}

function consentProblems(
  profile: Extract<AnyOAuth2Profile, { readonly authorizationUrl: string }>,
): readonly Problem[] {
  const { optionalScopes = [], optionalScopeParam } = profile;
  const issuer = profile.requiresIss === true && profile.issuer === undefined;
  return [
    ...ownProblems('authorizationParams', profile.authorizationParams, OWN_AUTHORIZATION_PARAMS),
    ...scopeProblems('optionalScopes', optionalScopes),
    ...(optionalScopeParam !== undefined && /^(?!scope$)/.test(optionalScopeParam)
      ? ownProblems('optionalScopeParam', { [optionalScopeParam]: '' }, OWN_AUTHORIZATION_PARAMS)
      : []),
    ...(profile.callbackCheck !== undefined && profile.clientSecret === undefined
      ? [{ path: ['callbackCheck'], text: 'it needs the client secret' }]
      : []),
    ...(issuer ? [{ path: ['issuer'], text: 'requiresIss needs the issuer to compare iss with' }] : []),
    ...GRANT_DAYS.filter((name) => !isCountOfDays(profile[name])).map((name) => ({
      path: [name],
      text: 'it must be a whole number of days, 1 or more',
    })),
  ];
}

const GRANT_DAYS = ['grantLifeDays', 'grantIdleDays'] as const;

function isCountOfDays(days: number | undefined): boolean {
  return days === undefined || (Number.isSafeInteger(days) && days > 0);
}

function ownProblems(
  member: string,
  params: Readonly<Record<string, string>> | undefined,
  own: RegExp,
): readonly Problem[] {
  return Object.keys(params ?? {})
    .filter((name) => own.test(name))
    .map((name) => ({ path: [member, name], text: 'the protocol sets it' }));
}

/** No text quotes a value, which may be a secret. */
function headerProblems(headers: Readonly<Record<string, string>> = {}): readonly Problem[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (!isHeaderName(name)) return [{ path: ['tokenHeaders', name], text: 'it is not a header name' }];
    return isHeaderValue(value) ? [] : [{ path: ['tokenHeaders', name], text: 'a header cannot have this value' }];
  });
}

const ENDPOINTS = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'revocationUrl'] as const;

/** The sources of grant values that are known when each endpoint is called. */
const KNOWN_AT: Readonly<Record<(typeof ENDPOINTS)[number], readonly GrantValue['from'][]>> = {
  authorizationUrl: [],
  tokenUrl: ['callback'],
  refreshUrl: ['callback', 'token', 'userInfo'],
  revocationUrl: ['callback', 'token', 'userInfo'],
};

function endpointProblems(profile: AnyOAuth2Profile, integration: ProfileSurroundings): readonly Problem[] {
  const urls: Partial<Record<(typeof ENDPOINTS)[number], string>> = profile;
  return ENDPOINTS.flatMap((name) => {
    const url = urls[name];
    const text = url === undefined ? undefined : addressProblem(url, endpointRules(integration, KNOWN_AT[name]));
    return text === undefined ? [] : [{ path: [name], text }];
  });
}

function clientProblems(profile: AnyOAuth2Profile, { tenant }: ProfileSurroundings): readonly Problem[] {
  const { clientSecret, clientsByTenant, clientAuthentication, grant } = profile;
  if (clientsByTenant !== undefined) {
    if (tenant === undefined) return [{ path: ['clientsByTenant'], text: 'the integration has no tenant' }];
    return Object.entries(clientsByTenant).flatMap(([name, { signInAt }]) => [
      ...placeProblems(name, tenant),
      ...(signInAt === undefined ? [] : signInProblems(name, signInAt, tenant)),
    ]);
  }
  const signs = profile.clientKey !== undefined && (isSigned(profile) || clientAuthentication === 'private_key_jwt');
  const provesItself = signs || clientAuthentication === 'tls_client_auth';
  const needsSecret = grant === 'client_credentials' && (clientSecret === undefined || clientAuthentication === 'none');
  return needsSecret && !provesItself
    ? [{ path: ['clientSecret'], text: 'a bot that authorizes itself needs a secret' }]
    : [];
}

/** A tenant that is spelled differently would never match, so nobody could sign in with its client. */
function placeProblems(name: string, tenant: Tenant): readonly Problem[] {
  const read = readTenant(name, tenant);
  if (read.ok && read.tenant === name) return [];
  return [
    { path: ['clientsByTenant', name], text: read.ok ? `write ${read.tenant}` : 'the integration has no such tenant' },
  ];
}

function signInProblems(name: string, signInAt: string, tenant: Tenant): readonly Problem[] {
  const path = ['clientsByTenant', name, 'signInAt'];
  if (!('suffix' in tenant))
    return [{ path, text: 'it only applies to a tenant with one suffix: choices have their own' }];
  return isHostLabel(signInAt) ? [] : [{ path, text: 'it must be one label of a host name, in lower case' }];
}

/** Problems with the id and secret of the registered app, or of the app of each tenant. */
function registrationProblems(profile: AnyOAuth2Profile): readonly Problem[] {
  if (profile.clientsByTenant !== undefined) {
    return Object.entries(profile.clientsByTenant).flatMap(([tenant, client]) =>
      below(['clientsByTenant', tenant], credentialProblems({ ...profile, ...client })),
    );
  }
  return credentialProblems(profile);
}

function credentialProblems(
  profile: Pick<AnyOAuth2Profile, 'clientId' | 'clientSecret' | 'clientAuthentication'> & { readonly pkce?: boolean },
): readonly Problem[] {
  const { clientId, clientSecret, clientAuthentication } = profile;
  const missing = (path: string, text: string) => ({ path: [path], text });
  return [
    ...(isFilled(clientId) ? [] : [missing('clientId', 'it is missing: enter the client id of the OAuth app')]),
    ...(clientSecret === undefined || isFilled(clientSecret) ? [] : [missing('clientSecret', 'it is empty')]),
    ...(clientSecret === undefined && needsSecret(clientAuthentication, profile.pkce)
      ? [missing('clientSecret', 'it is missing: enter the client secret of the OAuth app')]
      : []),
  ];
}

/** Without PKCE only the secret proves which client it is (RFC 9700 section 2.1.1). */
function needsSecret(authentication: AnyOAuth2Profile['clientAuthentication'], pkce: boolean | undefined): boolean {
  if (authentication === 'none' || authentication === 'private_key_jwt' || authentication === 'tls_client_auth')
    return false;
  return authentication !== undefined || pkce === false;
}

/** JavaScript can leave out what the types require. */
function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
