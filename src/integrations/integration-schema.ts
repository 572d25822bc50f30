import { z } from 'zod';
import type { IntegrationDefinition, ProfileDefinition } from './define-integration.ts';

/** The secret with this name; undefined if there is none. */
export type SecretSource = (name: string) => string | undefined;

/**
 * The shape of an integration in a JSON file: `IntegrationDefinition` without functions. Refuses unknown members. Where a
 * secret is allowed, `{ "secret": "ACME_CLIENT_SECRET" }` is replaced by what `secrets` returns for that name.
 */
export function integrationSchema(secrets: SecretSource): z.ZodType<IntegrationDefinition> {
  const text = textOrSecret(secrets);
  return z.strictObject({
    id: word,
    name: word,
    icon: word.exactOptional(),
    baseUrl: word,
    apis: z.record(z.string(), word).exactOptional(),
    tenant: tenant.exactOptional(),
    profiles: z.array(profileSchema(text)).min(1),
    check,
    grantValues: z.record(z.string(), grantValue).exactOptional(),
    userInfoUrl: word.exactOptional(),
    sites: sites.exactOptional(),
    customProfile: customProfileSchema(text).exactOptional(),
    setupGuides: z.array(setupGuide).exactOptional(),
    manageUrl: word.exactOptional(),
    scopeTexts: z.record(z.string(), z.string()).exactOptional(),
    scopeIncludes: z.record(z.string(), z.array(word)).exactOptional(),
    refreshScope: word.exactOptional(),
    statusFrom: word.exactOptional(),
    failures: failures.exactOptional(),
    authErrorStatuses: z.array(z.int()).exactOptional(),
    verified: verified.exactOptional(),
    unverified: z.array(word).exactOptional(),
    allowPrivateHosts: z.array(word).exactOptional(),
    allowInsecureLoopback: z.boolean().exactOptional(),
  });
}

/** The shape of a single profile. */
export function profileDefinitionSchema(secrets: SecretSource): z.ZodType<ProfileDefinition> {
  return profileSchema(textOrSecret(secrets));
}

const WHOLE_DAYS = 'it must be a whole number of days, 1 or more';
const word = z.string().min(1, 'it is empty');
const days = z.int(WHOLE_DAYS).positive(WHOLE_DAYS);
const paths = z.union([z.string(), z.array(z.string()).min(1)], 'expected a dot path, or a list of them');

/** A secret must not be a template: whoever can set it must not be able to refer to other values. */
function textOrSecret(secrets: SecretSource) {
  return z
    .union([z.string(), z.strictObject({ secret: word })], 'expected a string, or { "secret": "NAME" }')
    .transform((given, context) => {
      if (typeof given === 'string') return given;
      const secret: unknown = secrets(given.secret);
      if (typeof secret === 'string' && secret !== '' && !/\{\{|\{tenant\}/.test(secret)) return secret;
      context.addIssue(secretProblem(given.secret, secret));
      return z.NEVER;
    });
}

function secretProblem(name: string, secret: unknown): string {
  if (secret === undefined || secret === null || secret === '') return `there is no secret called ${name}`;
  if (typeof secret !== 'string')
    return `the secret ${name} is not a string: "secrets" must return it directly, not a promise`;
  return `the secret ${name} must not contain {{ or {tenant}`;
}

const choice = z.strictObject({
  value: word,
  title: word,
  address: word.exactOptional(),
  signInAt: word.exactOptional(),
});

const tenant = z
  .strictObject({
    title: word,
    hint: word.exactOptional(),
    suffix: word.exactOptional(),
    redirectMeansGone: z.boolean().exactOptional(),
    suffixes: z.array(word).exactOptional(),
    hosts: z.array(word).exactOptional(),
    choices: z.array(choice).exactOptional(),
  })
  .transform(({ suffix, redirectMeansGone, choices, suffixes, hosts, ...asked }, context) => {
    const gone = redirectMeansGone === undefined ? {} : { redirectMeansGone };
    const listed = suffixes !== undefined || hosts !== undefined;
    const kinds = [suffix !== undefined, choices !== undefined, listed].filter(Boolean).length;
    if (kinds === 1 && suffix !== undefined) return { ...asked, suffix, ...gone };
    if (kinds === 1 && choices !== undefined) return { ...asked, choices };
    if (kinds === 1) return { ...asked, suffixes: suffixes ?? [], ...(hosts === undefined ? {} : { hosts }) };
    context.addIssue('it needs either a suffix, or suffixes and hosts, or choices');
    return z.NEVER;
  });

const check = z.strictObject({
  method: z.enum(['GET', 'POST']).exactOptional(),
  path: word,
  body: z.union([z.record(z.string(), z.json()), z.literal('none')], 'expected an object, or "none"').exactOptional(),
  refusedStatuses: z.array(z.int()).exactOptional(),
  refusedWhen: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).exactOptional(),
  account: z.union(
    [
      z.strictObject({ id: paths, label: paths.exactOptional(), role: paths.exactOptional() }),
      z.strictObject({ value: word, label: paths.exactOptional(), role: paths.exactOptional() }),
      z.enum(['tenant', 'unnamed']),
    ],
    'expected { "id", "label", "role" } with dot paths, or { "value" } with a name, or "tenant", or "unnamed"',
  ),
});

const grantValue = z.strictObject({
  from: z.enum(['token', 'callback', 'userInfo']),
  at: paths,
  hosts: z.array(word).min(1).exactOptional(),
  pattern: word.exactOptional(),
  required: z.boolean().exactOptional(),
});

const sites = z.strictObject({
  noun: word,
  url: word,
  hosts: z.array(word).min(1).exactOptional(),
  read: z.strictObject({
    single: z.boolean().exactOptional(),
    list: z.string().exactOptional(),
    id: paths,
    name: paths,
    url: paths.exactOptional(),
  }),
});

const codes = z.array(word).min(1).exactOptional();

const failures = z.strictObject({
  at: word,
  is: z.union([z.boolean(), z.number(), z.string()]).exactOptional(),
  code: paths.exactOptional(),
  credential: codes,
  scope: codes,
  busy: codes,
});

const verified = z.strictObject({ on: z.iso.date(), sources: z.array(z.url({ protocol: /^https$/ })).min(1) });

const setupGuide = z.strictObject({
  title: word,
  methods: z.array(z.enum(['api_key', 'basic', 'oauth2'])).min(1),
  url: word.exactOptional(),
  steps: z.array(word).min(1),
  notes: z.array(word).exactOptional(),
});

type Text = ReturnType<typeof textOrSecret>;

function profileSchema(text: Text) {
  const fields = z.array(fieldSchema(text)).min(1);
  const placements = placementsSchema(text);
  const oauth2 = { ...tokenMembers(text), ...clientMembers(text) };
  return z.discriminatedUnion(
    'method',
    [
      z.strictObject({ method: z.literal('api_key'), ...base, fields, placements }),
      z.strictObject({
        method: z.literal('basic'),
        ...base,
        fields: fields.exactOptional(),
        placements: placements.exactOptional(),
        userName: word.exactOptional(),
        password: z.string().exactOptional(),
      }),
      z.discriminatedUnion(
        'grant',
        [
          z.strictObject({
            grant: z.literal('authorization_code').exactOptional(),
            ...oauth2,
            ...consentMembers(text),
          }),
          z.strictObject({
            grant: z.literal('client_credentials'),
            ...oauth2,
            assertion: assertionSchema(text).exactOptional(),
            accountId: text.pipe(word).exactOptional(),
            exchange: exchange.exactOptional(),
          }),
        ],
        LEFT_OUT.grant,
      ),
    ],
    LEFT_OUT.method,
  );
}

/** Errors for methods and grants that we leave out; docs/add-an-integration.md says why, and where they would go. */
const LEFT_OUT = {
  method: 'expected api_key, basic or oauth2; OAuth 1, Digest, Kerberos and signed requests are not supported',
  grant:
    'expected authorization_code or client_credentials; the password, implicit and device grants are not supported',
} as const;

function customProfileSchema(text: Text) {
  const grant = z.literal('authorization_code').exactOptional();
  return z.strictObject({ grant, ...tokenMembers(text), ...consentMembers(text) });
}

const base = {
  id: word,
  title: word,
  endsOn: z.iso.date().exactOptional(),
  baseUrl: word.exactOptional(),
};

function placementsSchema(text: Text) {
  return z.array(z.strictObject({ in: z.enum(['header', 'query', 'body', 'path']), name: word, value: text }));
}

function fieldSchema(text: Text) {
  return z.strictObject({
    key: word,
    title: word,
    hint: word.exactOptional(),
    type: z.enum(['textbox', 'password']).exactOptional(),
    required: z.boolean().exactOptional(),
    visibility: z.enum(['visible', 'hidden', 'read-only']).exactOptional(),
    value: text.exactOptional(),
    choices: z.array(choice).exactOptional(),
    pattern: word.exactOptional(),
    shape: word.exactOptional(),
    stripPrefix: word.exactOptional(),
  });
}

function clientMembers(text: Text) {
  return { clientId: text, clientSecret: text.exactOptional() };
}

/** Members of both grants, besides their client. */
function tokenMembers(text: Text) {
  const texts = z.record(z.string(), text).exactOptional();
  return {
    ...base,
    method: z.literal('oauth2'),
    origin: z.enum(['system', 'custom']).exactOptional(),
    clientsByTenant: z
      .record(z.string(), z.strictObject({ ...clientMembers(text), signInAt: word.exactOptional() }))
      .exactOptional(),
    tokenUrl: word,
    refreshUrl: word.exactOptional(),
    revocationUrl: word.exactOptional(),
    revocation: revocationSchema(text).exactOptional(),
    revocationRequest: z.enum(['rfc7009', 'delete']).exactOptional(),
    revocationEnds: z.enum(['token', 'grant']).exactOptional(),
    refreshTokens: z.enum(['none', 'reusable', 'single_use']).exactOptional(),
    scopes: z.array(word).exactOptional(),
    scopeSeparator: word.exactOptional(),
    tokenParams: texts,
    tokenHeaders: texts,
    tokenRequestFormat: z.enum(['form', 'json']).exactOptional(),
    clientAuthentication: z
      .enum([
        'client_secret_post',
        'client_secret_basic',
        'client_secret_as_user',
        'private_key_jwt',
        'tls_client_auth',
        'none',
      ])
      .exactOptional(),
    clientKey: clientKeySchema(text).exactOptional(),
    tokenTypeIsBearer: z.boolean().exactOptional(),
    defaultExpiresIn: z.int().positive().exactOptional(),
    placements: placementsSchema(text).exactOptional(),
  };
}

function clientKeySchema(text: Text) {
  return z.strictObject({
    privateKey: text.pipe(word),
    id: text.pipe(word).exactOptional(),
    algorithm: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).exactOptional(),
    certificate: text.pipe(word).exactOptional(),
  });
}

function assertionSchema(text: Text) {
  return z.strictObject({
    issuer: text.pipe(word).exactOptional(),
    subject: text.pipe(word).exactOptional(),
    audience: word.exactOptional(),
    lifetime: z.int().min(1).max(3600).exactOptional(),
    scopesIn: z.enum(['parameter', 'claim']).exactOptional(),
  });
}

const exchange = z.strictObject({
  kind: z.enum(['token_exchange', 'on_behalf_of']).exactOptional(),
  subjectTokenType: word.exactOptional(),
  audience: word.exactOptional(),
  resource: word.exactOptional(),
});

function revocationSchema(text: Text) {
  return z.strictObject({
    url: word,
    method: z.enum(['POST', 'DELETE', 'GET']).exactOptional(),
    placements: placementsSchema(text).min(1),
    format: z.enum(['form', 'json']).exactOptional(),
    tokens: z
      .array(z.enum(['refresh_token', 'access_token']))
      .min(1)
      .exactOptional(),
    endedStatuses: z.array(z.int()).exactOptional(),
  });
}

/** Members of the grant that a person consents to. */
function consentMembers(text: Text) {
  return {
    authorizationUrl: word,
    authorizationParams: z.record(z.string(), text).exactOptional(),
    optionalScopes: z.array(word).exactOptional(),
    optionalScopeParam: word.exactOptional(),
    callbackCheck: z.enum(['shopify_hmac']).exactOptional(),
    issuer: word.exactOptional(),
    requiresIss: z.boolean().exactOptional(),
    pkce: z.boolean().exactOptional(),
    deadGrantErrors: z.array(word).exactOptional(),
    grantLifeDays: days.exactOptional(),
    grantIdleDays: days.exactOptional(),
  };
}
