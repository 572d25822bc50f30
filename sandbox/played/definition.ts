import { z } from 'zod';

/**
 * What the stand-in can play of a definition. The list is separate and strict: it refuses a definition with any other member or
 * value, because it could not play it.
 */
const word = z.string().min(1);
const secret = z.string();
const texts = z.record(z.string(), secret).default({});
const paths = z.union([word.transform((path) => [path]), z.array(word).min(1)]);
const choice = z.strictObject({ value: word, title: word, address: word.optional(), signInAt: word.optional() });
const placement = z.strictObject({ in: z.enum(['header', 'query', 'body', 'path']), name: word, value: secret });
const placements = z.array(placement);

const field = z.strictObject({
  key: word,
  title: word,
  hint: word.optional(),
  type: z.enum(['textbox', 'password']).optional(),
  required: z.boolean().optional(),
  visibility: z.enum(['visible', 'hidden', 'read-only']).optional(),
  value: secret.optional(),
  choices: z.array(choice).optional(),
  pattern: word.optional(),
  shape: word.optional(),
  stripPrefix: word.optional(),
});
export type PlayedField = z.infer<typeof field>;

const way = {
  id: word,
  title: word,
  endsOn: word.optional(),
  baseUrl: word.optional(),
};

const form = z.strictObject({
  ...way,
  method: z.literal('api_key'),
  fields: z.array(field).min(1),
  placements,
});

const basic = z.strictObject({
  ...way,
  method: z.literal('basic'),
  fields: z
    .array(field)
    .min(1)
    .default([
      { key: 'userName', title: 'User name' },
      { key: 'password', title: 'Password', type: 'password' },
    ]),
  placements: placements.default([{ in: 'header', name: 'Authorization', value: 'Basic {{basic}}' }]),
  userName: word.optional(),
  password: z.string().optional(),
});

const revocation = z.strictObject({
  url: word,
  method: z.enum(['POST', 'DELETE', 'GET']).default('POST'),
  placements,
  format: z.enum(['form', 'json']).default('form'),
  tokens: z.array(z.enum(['refresh_token', 'access_token'])).default(['refresh_token', 'access_token']),
  endedStatuses: z.array(z.int()).default([]),
});

const token = {
  ...way,
  method: z.literal('oauth2'),
  origin: z.enum(['system', 'custom']).optional(),
  clientId: secret,
  clientSecret: secret.optional(),
  tokenUrl: word,
  refreshUrl: word.optional(),
  revocationUrl: word.optional(),
  revocation: revocation.optional(),
  revocationRequest: z.enum(['rfc7009', 'delete']).default('rfc7009'),
  revocationEnds: z.enum(['token', 'grant']).default('grant'),
  refreshTokens: z.enum(['none', 'reusable', 'single_use']).default('reusable'),
  scopes: z.array(word).default([]),
  scopeSeparator: word.default(' '),
  tokenParams: texts,
  tokenHeaders: texts,
  tokenRequestFormat: z.enum(['form', 'json']).default('form'),
  clientAuthentication: z
    .enum(['client_secret_post', 'client_secret_basic', 'client_secret_as_user', 'private_key_jwt', 'none'])
    .default('client_secret_post'),
  clientKey: z
    .strictObject({
      privateKey: secret,
      id: secret.optional(),
      algorithm: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).default('RS256'),
      certificate: secret.optional(),
    })
    .optional(),
  tokenTypeIsBearer: z.boolean().default(false),
  defaultExpiresIn: z.int().positive().optional(),
  grantLifeDays: z.number().optional(),
  grantIdleDays: z.number().optional(),
  placements: placements.default([{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }]),
};

const code = z.strictObject({
  ...token,
  grant: z.literal('authorization_code').default('authorization_code'),
  authorizationUrl: word,
  authorizationParams: texts,
  optionalScopes: z.array(word).default([]),
  optionalScopeParam: word.default('scope'),
  issuer: word.optional(),
  requiresIss: z.boolean().default(false),
  callbackCheck: z.enum(['shopify_hmac']).optional(),
  pkce: z.boolean().default(true),
  deadGrantErrors: z.array(word).default([]),
});

const client = z.strictObject({
  ...token,
  grant: z.literal('client_credentials'),
  accountId: secret.optional(),
  exchange: z
    .strictObject({
      kind: z.enum(['token_exchange', 'on_behalf_of']).default('token_exchange'),
      subjectTokenType: word.default('urn:ietf:params:oauth:token-type:access_token'),
      audience: word.optional(),
      resource: word.optional(),
    })
    .optional(),
  assertion: z
    .strictObject({
      issuer: secret.optional(),
      subject: secret.optional(),
      audience: word.optional(),
      lifetime: z.int().optional(),
      scopesIn: z.enum(['parameter', 'claim']).default('parameter'),
    })
    .optional(),
});

export type FormWay = z.infer<typeof form> | z.infer<typeof basic>;
export type CodeWay = z.infer<typeof code>;
type ClientWay = z.infer<typeof client>;
export type TokenWay = CodeWay | ClientWay;
export type Way = FormWay | TokenWay;
export type PlayedPlacement = z.infer<typeof placement>;

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const codes = z.array(word).default([]);

const definition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_-]*$/),
  name: word,
  baseUrl: word,
  apis: z.record(z.string(), word).default({}),
  tenant: z
    .strictObject({
      title: word,
      hint: word.optional(),
      suffix: word.optional(),
      redirectMeansGone: z.boolean().optional(),
      suffixes: z.array(word).optional(),
      hosts: z.array(word).optional(),
      choices: z.array(choice).optional(),
    })
    .optional(),
  profiles: z
    .array(z.discriminatedUnion('method', [form, basic, z.discriminatedUnion('grant', [code, client])]))
    .min(1),
  check: z.strictObject({
    method: z.enum(['GET', 'POST']).default('GET'),
    path: word,
    body: z.union([z.record(z.string(), z.json()), z.literal('none')]).optional(),
    refusedStatuses: z.array(z.int()).optional(),
    refusedWhen: z.record(z.string(), value).optional(),
    account: z.union([
      z.strictObject({ id: paths, label: paths.optional(), role: paths.optional() }),
      z.strictObject({ value: word, label: paths.optional(), role: paths.optional() }),
      z.enum(['tenant', 'unnamed']),
    ]),
  }),
  grantValues: z
    .record(
      z.string(),
      z.strictObject({
        from: z.enum(['token', 'callback', 'userInfo']),
        at: paths,
        hosts: z.array(word).optional(),
        pattern: word.optional(),
        required: z.boolean().optional(),
      }),
    )
    .default({}),
  userInfoUrl: word.optional(),
  sites: z
    .strictObject({
      noun: word,
      url: word,
      hosts: z.array(word).optional(),
      read: z.strictObject({
        single: z.boolean().default(false),
        list: z.string().default(''),
        id: paths,
        name: paths,
        url: paths.optional(),
      }),
    })
    .optional(),
  failures: z
    .strictObject({
      at: word,
      is: z.union([z.boolean(), z.number(), z.string()]).optional(),
      code: paths.optional(),
      credential: codes,
      scope: codes,
      busy: codes,
    })
    .optional(),
  statusFrom: word.optional(),
  authErrorStatuses: z.array(z.int()).default([401]),
  refreshScope: word.optional(),
  // for people and developers; nothing to play
  customProfile: z.unknown().optional(),
  setupGuides: z.unknown().optional(),
  manageUrl: z.unknown().optional(),
  icon: z.unknown().optional(),
  scopeTexts: z.record(z.string(), z.string()).default({}),
  // what is granted is told by the names that were asked for
  scopeIncludes: z.unknown().optional(),
  verified: z.unknown().optional(),
  unverified: z.unknown().optional(),
  allowPrivateHosts: z.unknown().optional(),
});
export type PlayedDefinition = z.infer<typeof definition>;

/**
 * @param secretOf returns the value of `{ "secret": "NAME" }`
 * @throws RangeError that names what the stand-in cannot play
 */
export function readPlayed(json: unknown, secretOf: (name: string) => string): PlayedDefinition {
  const read = definition.safeParse(withGrants(withSecrets(json, secretOf)));
  if (read.success) return read.data;
  const id = typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : 'a definition';
  const lines = read.error.issues.map((issue) => {
    const what = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path;
    return `${id}: the stand-in does not play ${what.map(String).join('.')} (${issue.message})`;
  });
  throw new RangeError(lines.join('\n'));
}

function withSecrets(json: unknown, secretOf: (name: string) => string): unknown {
  if (Array.isArray(json)) return json.map((one) => withSecrets(one, secretOf));
  if (typeof json !== 'object' || json === null) return json;
  if ('secret' in json && typeof json.secret === 'string') return secretOf(json.secret);
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, withSecrets(value, secretOf)]));
}

/** A sign-in that names no grant is by code. */
function withGrants(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('profiles' in json) || !Array.isArray(json.profiles)) return json;
  const profiles: readonly unknown[] = json.profiles;
  return {
    ...json,
    profiles: profiles.map((profile) =>
      typeof profile === 'object' && profile !== null && 'method' in profile && profile.method === 'oauth2'
        ? { grant: 'authorization_code', ...profile }
        : profile,
    ),
  };
}
