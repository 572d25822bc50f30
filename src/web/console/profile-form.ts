import type { Field } from '../../model/field.ts';
import type { Integration } from '../../model/integration.ts';
import { maskedFields } from '../../model/masked-fields.ts';
import type { AnyOAuth2Profile, FormProfile, Placement, Profile } from '../../model/profile.ts';
import type { FieldError } from '../views/field-row.ts';
import type { ConsoleTexts, ProfileKind } from './texts/console-texts.ts';

/** The values in the form of a profile, by the names of its inputs. */
export type ProfileValues = Readonly<Record<string, string>>;

export const PROFILE_KINDS: readonly ProfileKind[] = ['api_key', 'basic', 'oauth2', 'client_credentials'];

/** The most rows that a form can have, including empty ones. */
const MAX_ROWS = 12;
const SPARE_ROWS = 1;

/** The names of all inputs, in the order of the form. */
export const PROFILE_FIELDS: readonly string[] = [
  'name',
  'description',
  'clientId',
  'clientSecret',
  'authorizationUrl',
  'tokenUrl',
  'scope',
  'refreshUrl',
  'authorizationParams',
  'tokenParams',
  'revocationUrl',
  'revocationEnds',
  'clientAuthentication',
  'tokenRequestFormat',
  'pkce',
  ...rowNames('fields', ['title', 'key', 'hint', 'type', 'mandatory']),
  'userName',
  'password',
  ...rowNames('placements', ['in', 'name', 'value']),
];

export function kindOf(profile: Profile): ProfileKind {
  return profile.method === 'oauth2' && profile.grant === 'client_credentials' ? profile.grant : profile.method;
}

/** The start of a new profile: the integration's default way to sign in, without a client. */
export function blankProfile(integration: Integration, kind: ProfileKind): Profile {
  const declared = integration.profiles.find((profile) => kindOf(profile) === kind);
  switch (kind) {
    case 'api_key':
      return declared ?? API_KEY;
    case 'basic':
      return declared ?? BASIC;
    case 'oauth2':
      return withoutClient(integration.customProfile ?? declared ?? OAUTH2);
    case 'client_credentials':
      return withoutClient(declared ?? asClientCredentials(integration.customProfile ?? oauth2Of(integration)));
  }
}

/** The values of a profile for its form. Secrets are left out. */
export function valuesOf(profile: Profile): ProfileValues {
  const placements = profile.placements.map((placement) => ({ ...placement }));
  if (profile.method !== 'oauth2') {
    const fields = maskedFields(profile).map((field) => ({
      title: field.title,
      key: field.key,
      hint: field.hint ?? '',
      type: field.type ?? 'textbox',
      mandatory: field.required === false ? 'no' : 'yes',
    }));
    return {
      userName: profile.userName ?? '',
      password: profile.password ?? '',
      ...numbered('fields', fields),
      ...numbered('placements', placements),
    };
  }
  const asksPerson = profile.grant !== 'client_credentials';
  return {
    clientId: profile.clientId,
    authorizationUrl: asksPerson ? profile.authorizationUrl : '',
    authorizationParams: asksPerson ? linesOf(profile.authorizationParams) : '',
    pkce: asksPerson && profile.pkce === false ? 'off' : 'on',
    tokenUrl: profile.tokenUrl,
    scope: profile.scopes.join(' '),
    refreshUrl: profile.refreshUrl ?? '',
    revocationUrl: profile.revocationUrl ?? '',
    revocationEnds: profile.revocationEnds ?? 'grant',
    tokenParams: linesOf(profile.tokenParams),
    clientAuthentication: profile.clientAuthentication ?? 'client_secret_post',
    tokenRequestFormat: profile.tokenRequestFormat ?? 'form',
    ...numbered('placements', placements),
  };
}

/** How many rows of a kind the form shows: the filled ones and some empty ones. */
export function rowCount(values: ProfileValues, list: 'fields' | 'placements'): number {
  const filled = Object.entries(values).flatMap(([name, value]) => {
    const at = new RegExp(`^${list}\\.(\\d+)\\.(?:key|name|title|value)$`).exec(name)?.[1];
    return at === undefined || value === '' ? [] : [Number(at) + 1];
  });
  return Math.min(MAX_ROWS, Math.max(0, ...filled) + SPARE_ROWS);
}

export interface ProfileReading {
  readonly profile: Profile;
  /** Inputs that could not be read. They are left out of the profile. */
  readonly errors: readonly FieldError[];
}

/** Applies the form to a profile. Everything that the form does not contain, such as a vendor's quirks, stays. */
export function readProfileForm(texts: ConsoleTexts, base: Profile, values: ProfileValues): ProfileReading {
  const placements = placementsOf(values);
  if (base.method !== 'oauth2') return { profile: readForm(base, values, placements), errors: [] };
  const params = {
    authorizationParams: paramsIn(values, 'authorizationParams'),
    tokenParams: paramsIn(values, 'tokenParams'),
  };
  const { authorizationParams = {}, tokenParams = {} } = params;
  const unread = Object.entries(params).filter(([, read]) => read === undefined);
  return {
    profile: readOAuth2(base, values, { placements, authorizationParams, tokenParams }),
    errors: unread.map(([field]) => ({ text: texts.linesProblem, field })),
  };
}

function readForm(base: FormProfile, values: ProfileValues, placements: readonly Placement[]): FormProfile {
  const { userName: _, password: __, ...rest } = base;
  const fields = filledRows(values, 'fields').map((at) => readField(base, values, at));
  return {
    ...rest,
    fields,
    placements,
    ...given('userName', values.userName),
    ...given('password', values.password),
  };
}

function readField(base: FormProfile, values: ProfileValues, at: number): Field {
  const value = (name: string) => (values[`fields.${at}.${name}`] ?? '').trim();
  const key = value('key');
  const { hint: _, required: __, ...before } = base.fields.find((field) => field.key === key) ?? {};
  return {
    ...before,
    key,
    title: value('title') === '' ? key : value('title'),
    type: value('type') === 'password' ? 'password' : 'textbox',
    ...given('hint', value('hint')),
    ...(value('mandatory') === 'no' ? { required: false } : {}),
  };
}

function readOAuth2(
  base: AnyOAuth2Profile,
  values: ProfileValues,
  read: {
    readonly placements: readonly Placement[];
    readonly authorizationParams: Readonly<Record<string, string>>;
    readonly tokenParams: Readonly<Record<string, string>>;
  },
): Profile {
  const text = (name: string) => (values[name] ?? '').trim();
  const { clientSecret: _, refreshUrl: __, clientsByTenant: ___, ...kept } = base;
  const { revocation: ____, revocationUrl: _____, revocationRequest: ______, revocationEnds: _______, ...rest } = kept;
  const authentication = text('clientAuthentication');
  const shared = {
    placements: read.placements,
    origin: 'custom' as const,
    clientId: text('clientId'),
    ...given('clientSecret', values.clientSecret),
    tokenUrl: text('tokenUrl'),
    scopes: text('scope')
      .split(/\s+/)
      .filter((scope) => scope !== ''),
    ...given('refreshUrl', values.refreshUrl),
    ...revocationOf(base, values),
    tokenParams: read.tokenParams,
    clientAuthentication:
      keyAuthentication(base) ??
      (authentication === 'none' || authentication === 'client_secret_basic' ? authentication : 'client_secret_post'),
    tokenRequestFormat: text('tokenRequestFormat') === 'json' ? 'json' : 'form',
  } as const;
  if (rest.grant === 'client_credentials') return { ...rest, ...shared };
  const { authorizationParams } = read;
  return {
    ...rest,
    ...shared,
    authorizationUrl: text('authorizationUrl'),
    authorizationParams,
    pkce: text('pkce') !== 'off',
  };
}

/** How to revoke access means nothing without an address to call. */
function revocationOf(
  { revocation, revocationRequest }: AnyOAuth2Profile,
  values: ProfileValues,
): Pick<AnyOAuth2Profile, 'revocation' | 'revocationUrl' | 'revocationRequest' | 'revocationEnds'> {
  const revocationUrl = (values.revocationUrl ?? '').trim();
  const revocationEnds = values.revocationEnds === 'token' ? 'token' : 'grant';
  if (revocationUrl === '') return revocation === undefined ? {} : { revocation, revocationEnds };
  return {
    revocationUrl,
    ...(revocationRequest === undefined ? {} : { revocationRequest }),
    revocationEnds,
  };
}

function placementsOf(values: ProfileValues): readonly Placement[] {
  return filledRows(values, 'placements').map((at) => {
    const value = (name: string) => (values[`placements.${at}.${name}`] ?? '').trim();
    return { in: placeOf(value('in')), name: value('name'), value: value('value') };
  });
}

function placeOf(text: string): Placement['in'] {
  return text === 'query' || text === 'body' || text === 'path' ? text : 'header';
}

/** Numbers of the rows that are not empty. */
export function filledRows(values: ProfileValues, list: string): readonly number[] {
  const telling = list === 'fields' ? ['key', 'title'] : ['name', 'value'];
  return Array.from({ length: MAX_ROWS }, (_, at) => at).filter((at) =>
    telling.some((name) => (values[`${list}.${at}.${name}`] ?? '').trim() !== ''),
  );
}

function given<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  const text = (value ?? '').trim();
  return text === '' ? {} : ({ [name]: text } as Record<K, string>);
}

/** Undefined if a line is not a pair. */
function paramsIn(values: ProfileValues, name: string): Readonly<Record<string, string>> | undefined {
  const lines = (values[name] ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => /^\s*([^=\s]+)\s*=\s*(.*\S)\s*$/.exec(line)).map((match) => match?.slice(1, 3));
  if (pairs.some((pair) => pair === undefined)) return undefined;
  return Object.fromEntries(pairs.map((pair) => [pair?.[0] ?? '', pair?.[1] ?? '']));
}

function linesOf(params: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(params ?? {})
    .map(([key, value]) => `${key} = ${value}`)
    .join('\n');
}

function numbered(list: string, rows: readonly Readonly<Record<string, string>>[]): ProfileValues {
  return Object.fromEntries(
    rows.flatMap((row, at) => Object.entries(row).map(([name, value]) => [`${list}.${at}.${name}`, value])),
  );
}

function rowNames(list: string, names: readonly string[]): readonly string[] {
  return Array.from({ length: MAX_ROWS }, (_, at) => names.map((name) => `${list}.${at}.${name}`)).flat();
}

function oauth2Of(integration: Integration): AnyOAuth2Profile {
  const declared = integration.profiles.find((profile) => profile.method === 'oauth2');
  return declared?.method === 'oauth2' ? declared : OAUTH2;
}

/** Keeps a way to authenticate that the form cannot show because it needs a key. */
function keyAuthentication({ clientKey, clientAuthentication: how }: AnyOAuth2Profile) {
  return clientKey !== undefined && (how === 'private_key_jwt' || how === 'tls_client_auth') ? how : undefined;
}

function asClientCredentials(profile: AnyOAuth2Profile): Profile {
  const { placements, tokenUrl, scopes } = profile;
  return { ...OAUTH2_SHARED, grant: 'client_credentials', placements, tokenUrl, scopes };
}

function withoutClient(profile: Profile): Profile {
  if (profile.method !== 'oauth2') return profile;
  const { clientSecret: _, clientsByTenant: __, clientKey: ___, ...rest } = profile;
  return { ...rest, clientId: '', origin: 'custom' };
}

const API_KEY: FormProfile = {
  id: '',
  title: '',
  method: 'api_key',
  fields: [{ key: 'key', title: 'API key', type: 'password' }],
  placements: [{ in: 'header', name: 'api_key', value: '{{key}}' }],
};

const BASIC: FormProfile = {
  id: '',
  title: '',
  method: 'basic',
  fields: [
    { key: 'user', title: 'User name' },
    { key: 'secret', title: 'Password', type: 'password' },
  ],
  placements: [{ in: 'header', name: 'Authorization', value: 'Basic {{basic}}' }],
};

const OAUTH2_SHARED = {
  id: '',
  title: '',
  method: 'oauth2',
  origin: 'custom',
  clientId: '',
  tokenUrl: '',
  scopes: [],
  placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
} as const;

const OAUTH2: AnyOAuth2Profile = { ...OAUTH2_SHARED, authorizationUrl: '' };
