import type { Account } from '../model/credential.ts';
import type { Integration } from '../model/integration.ts';
import { record, text } from '../model/json.ts';
import type { FormProfile, OAuth2Profile } from '../model/profile.ts';
import type { SetupGuide } from '../model/setup-guide.ts';

export interface GorgiasOptions {
  /** An app of the Gorgias partner portal; required for public apps. */
  readonly system?: { readonly clientId: string; readonly clientSecret: string };
  /** Offer e-mail address and API key too. Default: true. */
  readonly apiKey?: boolean;
  readonly scopes?: readonly string[];
  /** A stand-in on this machine, with `{tenant}` where the customer's name goes. */
  readonly sandbox?: { readonly url: string };
}

/** `offline` gives a refresh token; `write:all` is the only scope for data that the documentation names. */
const SCOPES = ['openid', 'email', 'profile', 'offline', 'write:all'];
/** Seconds. The response says `expires_in: 0`, although the token is a JWT that is valid for a day. */
const ONE_DAY = 86_400;

/**
 * Gorgias by e-mail address and API key, or by OAuth.
 * @see https://developers.gorgias.com/reference/authentication
 */
export function gorgias(options: GorgiasOptions = {}): Integration {
  const origin = options.sandbox?.url ?? 'https://{tenant}.gorgias.com';
  return {
    id: 'gorgias',
    name: 'Gorgias',
    // without /api, which the paths in Gorgias's documentation start with
    baseUrl: origin,
    tenant: {
      title: 'Gorgias subdomain',
      hint: 'The first part of your Gorgias address: acme in acme.gorgias.com',
      suffix: '.gorgias.com',
    },
    profiles: [
      ...(options.apiKey === false ? [] : [API_KEY]),
      ...(options.system === undefined ? [] : [oauthProfile(options.system, options.scopes ?? SCOPES, origin)]),
    ],
    customProfile: oauthProfile({ clientId: '', clientSecret: '' }, SCOPES, origin),
    setupGuides: SETUP_GUIDES,
    check: { method: 'GET', path: '/api/account', account: readAccount },
    refreshScope: 'offline',
    scopeTexts: {
      openid: 'See who you are',
      email: 'See your e-mail address',
      profile: 'See your name',
      offline: 'Stay connected',
      'write:all': 'Read and change tickets and customers',
    },
    ...(options.sandbox === undefined ? {} : { allowInsecureLoopback: true }),
  };
}

const API_KEY: FormProfile = {
  id: 'api-key',
  title: 'E-mail address and API key',
  method: 'basic',
  fields: [
    {
      key: 'email',
      title: 'Gorgias e-mail address',
      pattern: '^[^\\s@:]+@[^\\s@:]+$',
      shape: 'be like jane@example.com',
    },
    {
      key: 'apiKey',
      title: 'API key',
      hint: 'Settings → REST API: the password there',
      type: 'password',
      pattern: '^\\S+$',
    },
  ],
  placements: [{ in: 'header', name: 'Authorization', value: 'Basic {{basic}}' }],
};

function oauthProfile(
  client: { readonly clientId: string; readonly clientSecret: string },
  scopes: readonly string[],
  origin: string,
): OAuth2Profile {
  return {
    id: 'system',
    title: 'Sign in to Gorgias',
    method: 'oauth2',
    origin: 'system',
    ...client,
    authorizationUrl: `${origin}/oauth/authorize`,
    tokenUrl: `${origin}/oauth/token`,
    revocationUrl: `${origin}/oauth/revoke`,
    // each person has a refresh token of their own, although the account is the customer's
    revocationEnds: 'token',
    clientAuthentication: 'client_secret_basic',
    // "not enabled yet", according to Gorgias's own demo app
    pkce: false,
    scopes,
    defaultExpiresIn: ONE_DAY,
    placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
  };
}

/** The account is the customer's, not the person's: reading the current user needs another scope. */
function readAccount(body: unknown, place: { readonly tenant?: string | undefined }): Account | undefined {
  const domain = text(record(body).domain);
  if (domain === '') return undefined;
  return { id: domain, label: `${place.tenant ?? domain}.gorgias.com` };
}

const SETUP_GUIDES: readonly SetupGuide[] = [
  {
    title: 'A Gorgias API key',
    methods: ['basic'],
    steps: [
      'Sign in to Gorgias and read your subdomain off the address: acme in acme.gorgias.com.',
      'Open Settings → REST API. If there is no key yet, press Create API key.',
      'The user name there is your e-mail address, the password is the API key. Copy both and paste them here.',
    ],
    notes: ['The base API URL that Gorgias shows ends in /api/. Do not add it: the subdomain is enough.'],
  },
  {
    title: 'An app of the Gorgias partner portal',
    methods: ['oauth2'],
    url: 'https://partners.gorgias.com',
    steps: [
      'Create an app in the partner portal and open its authentication settings.',
      'Add this redirect URL: {callbackUrl}',
      'Request the scopes openid, email, profile, offline and write:all. Without offline, the connection ends after a day.',
      'Copy the client ID and the client secret into the profile.',
    ],
    notes: ['Apps for more than one Gorgias account must use OAuth: API keys are for your own account only.'],
  },
];
