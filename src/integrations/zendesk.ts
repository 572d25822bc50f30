import type { Account } from '../model/credential.ts';
import type { FailedCall, FailureKind, Integration } from '../model/integration.ts';
import { record, text } from '../model/json.ts';
import type { FormProfile, OAuth2Profile, Profile } from '../model/profile.ts';
import type { SetupGuide } from '../model/setup-guide.ts';

export interface ZendeskOptions {
  /** A global OAuth client (identifier `zdg-…`, granted by Zendesk): one for every customer. */
  readonly system?: { readonly clientId: string; readonly clientSecret?: string };
  /** Clients that customers registered themselves, by subdomain: a Zendesk client belongs to one account. */
  readonly custom?: Readonly<Record<string, { readonly clientId: string; readonly clientSecret?: string }>>;
  /** Offer API tokens too. Default: true. Zendesk creates no new ones since 2026-10-27, and all end on 2027-04-30. */
  readonly apiToken?: boolean;
  /** Default: `read write`. Never mix a broad scope with a narrower one that it includes: Zendesk then refuses the client. */
  readonly scopes?: readonly string[];
  /** A stand-in on this machine, with `{tenant}` where the customer's name goes. */
  readonly sandbox?: { readonly url: string };
}

/** Seconds; Zendesk accepts 300 to 172,800, and 604,800 to 7,776,000 for the refresh token. */
const ACCESS_TOKEN_LIFE = '86400';
const REFRESH_TOKEN_LIFE = '2592000';

/**
 * Zendesk Support by OAuth (system or custom client) or by API token.
 * @see https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
 */
export function zendesk(options: ZendeskOptions = {}): Integration {
  const origin = options.sandbox?.url ?? 'https://{tenant}.zendesk.com';
  return {
    id: 'zendesk',
    name: 'Zendesk',
    baseUrl: origin,
    tenant: {
      title: 'Zendesk subdomain',
      hint: 'The first part of your Zendesk address: acme in acme.zendesk.com',
      suffix: '.zendesk.com',
    },
    profiles: profilesOf(options, origin),
    customProfile: oauthProfile(options, origin, { clientId: '', origin: 'custom' }),
    setupGuides: SETUP_GUIDES,
    // for a wrong password Zendesk returns 200 and an anonymous user
    check: {
      method: 'GET',
      path: '/api/v2/users/me.json',
      account: readAccount,
      refusedWhen: { 'user.id': null },
      // Zendesk also issues tokens with scopes that do not exist
      refusedStatuses: [403],
    },
    manageUrl: 'https://support.zendesk.com/hc/articles/4408845965210',
    scopeTexts: {
      read: 'Read your tickets and users',
      write: 'Create and change tickets',
    },
    judgeFailure,
    ...(options.sandbox === undefined ? {} : { allowInsecureLoopback: true }),
  };
}

function profilesOf(options: ZendeskOptions, origin: string): readonly Profile[] {
  return [
    ...(options.system === undefined ? [] : [oauthProfile(options, origin, { ...options.system, origin: 'system' })]),
    ...(options.custom === undefined
      ? []
      : [oauthProfile(options, origin, { clientId: '', clientsByTenant: options.custom, origin: 'custom' })]),
    ...(options.apiToken === false ? [] : [API_TOKEN]),
  ];
}

type Client = Pick<OAuth2Profile, 'clientId' | 'clientSecret' | 'clientsByTenant' | 'origin'>;

function oauthProfile(options: ZendeskOptions, origin: string, client: Client): OAuth2Profile {
  return {
    id: client.origin,
    title: 'Sign in to Zendesk',
    method: 'oauth2',
    ...client,
    authorizationUrl: `${origin}/oauth/authorizations/new`,
    tokenUrl: `${origin}/oauth/tokens`,
    // revokes the token that makes the request; Zendesk does not offer RFC 7009
    revocationUrl: `${origin}/api/v2/oauth/tokens/current.json`,
    revocationRequest: 'delete',
    revocationEnds: 'token',
    scopes: options.scopes ?? ['read', 'write'],
    tokenRequestFormat: 'json',
    // without these, a token may never expire, or expire before it is used
    tokenParams: { expires_in: ACCESS_TOKEN_LIFE, refresh_token_expires_in: REFRESH_TOKEN_LIFE },
    placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
  };
}

const API_TOKEN: FormProfile = {
  id: 'api-token',
  title: 'API token',
  method: 'basic',
  endsOn: '2027-04-30',
  fields: [
    {
      key: 'email',
      title: 'Zendesk e-mail address',
      pattern: '^[^\\s@:]+@[^\\s@:]+$',
      shape: 'be like jane@example.com',
    },
    {
      key: 'apiToken',
      pattern: '^\\S+$',
      title: 'API token',
      hint: 'Admin Center → Apps and integrations → APIs → API tokens',
      type: 'password',
    },
  ],
  userName: '{{email}}/token',
  password: '{{apiToken}}',
  placements: [{ in: 'header', name: 'Authorization', value: 'Basic {{basic}}' }],
};

/** Without a credential, and with a wrong password, Zendesk returns 200 and "Anonymous user" without an id. */
function readAccount(body: unknown): Account | undefined {
  const user = record(record(body).user);
  const id = text(user.id);
  if (id === '') return undefined;
  const role = text(user.role);
  return { id, label: text(user.email) || text(user.name), ...(role === '' ? {} : { role }) };
}

/** For an unknown or missing scope Zendesk returns 403 on every route, as for a missing permission. */
function judgeFailure({ status }: FailedCall): FailureKind {
  return status === 401 ? 'credential' : 'other';
}

const SETUP_GUIDES: readonly SetupGuide[] = [
  {
    title: 'A Zendesk API token',
    methods: ['basic'],
    steps: [
      'Read your subdomain off the address: acme in acme.zendesk.com.',
      'Open Admin Center → Apps and integrations → APIs → API tokens, and look up or copy the token.',
      'Enter the e-mail address of the agent that the token acts for. The /token that goes after it is added for you.',
    ],
    notes: [
      'Zendesk is retiring API tokens: since 27 October 2026 nobody can create new ones, and on 30 April 2027 all of them end. Prefer OAuth.',
    ],
  },
  {
    title: 'An OAuth client at Zendesk',
    methods: ['oauth2'],
    steps: [
      'Open Admin Center → Apps and integrations → APIs → OAuth clients, and press Add OAuth client.',
      'Enter this redirect URL: {callbackUrl}',
      'Save, and copy the Identifier (not the name) as the client ID, and the secret as the client secret.',
      'Keep the scopes read and write: the built-in actions need both, and Zendesk refuses a client that mixes a broad scope with a narrower one, such as tickets:read.',
    ],
    notes: [
      'An OAuth client belongs to one Zendesk account. For people of several accounts ask Zendesk for a global client: its identifier begins with zdg-.',
      'A refresh token URL is not needed: it is the token URL.',
    ],
  },
];
