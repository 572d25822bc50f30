import type { Account, Site } from '../model/credential.ts';
import type { FailureKind, Integration } from '../model/integration.ts';
import { list, record, text } from '../model/json.ts';
import type { FormProfile, OAuth2Profile } from '../model/profile.ts';
import type { SetupGuide } from '../model/setup-guide.ts';

export interface JiraOptions {
  /** The deployment's OAuth 2.0 (3LO) app: developer.atlassian.com → My apps. Without it people can use API tokens only. */
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** `custom`: an app that the bot's developer entered in an authorization profile. Default: `system`. */
  readonly origin?: 'system' | 'custom';
  /** Default: read and write issues, read the person's own profile, and renewal without asking again. */
  readonly scopes?: readonly string[];
  /**
   * Offer API tokens too, sent with the person's e-mail address. For a company's own bot: Atlassian does not allow apps for
   * many customers to collect them. Default: true only if there is no app.
   * @see https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/
   */
  readonly apiToken?: boolean;
  /**
   * Stand-ins on this machine, `sitesUrl` with `{tenant}` where the site's name goes; allows plain http and loopback addresses
   * for them.
   */
  readonly sandbox?: { readonly authUrl: string; readonly gatewayUrl: string; readonly sitesUrl: string };
}

/** Without `offline_access` Atlassian issues no refresh token and the person must consent again after an hour. */
const SCOPES = ['read:jira-work', 'write:jira-work', 'read:jira-user', 'offline_access'];

/**
 * Jira Cloud by OAuth 2.0 (3LO), or by e-mail address and API token.
 * @see https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/
 */
export function jira(options: JiraOptions = {}): Integration {
  const gatewayUrl = options.sandbox?.gatewayUrl ?? 'https://api.atlassian.com';
  // an app without its settings is a mistake, which is reported at start; it does not mean that API tokens are wanted
  const hasApp = 'clientId' in options || 'clientSecret' in options;
  const { clientId = '', clientSecret, apiToken = !hasApp } = options;
  return {
    id: 'jira',
    name: 'Jira',
    baseUrl: `${gatewayUrl}/ex/jira/{{siteId}}`,
    // for API tokens; people who sign in choose a site afterwards
    tenant: {
      title: 'Jira site',
      hint: 'The first part of your Jira address: acme in acme.atlassian.net',
      suffix: '.atlassian.net',
    },
    profiles: [
      ...(hasApp ? [oauthProfile(options, { clientId, ...(clientSecret === undefined ? {} : { clientSecret }) })] : []),
      ...(apiToken ? [apiTokenProfile(options)] : []),
    ],
    customProfile: oauthProfile({ ...options, origin: 'custom' }, { clientId: '' }),
    sites: { noun: 'site', url: `${gatewayUrl}/oauth/token/accessible-resources`, read: readSites },
    check: {
      method: 'GET',
      path: '/rest/api/3/myself',
      account: readAccount,
      // a site that does not let the account in, or that is not among those of the grant
      refusedStatuses: [403, 404],
    },
    setupGuides: SETUP_GUIDES,
    manageUrl: 'https://id.atlassian.com/manage-profile/apps',
    refreshScope: 'offline_access',
    scopeTexts: {
      'read:jira-work': 'Read your projects and issues',
      'write:jira-work': 'Create, change and delete issues',
      'read:jira-user': 'See your name and e-mail address',
      offline_access: 'Stay connected, so that you are not asked every hour',
    },
    statusOf,
    judgeFailure,
    ...(options.sandbox === undefined ? {} : { allowInsecureLoopback: true }),
  };
}

type Client = Pick<OAuth2Profile, 'clientId' | 'clientSecret'>;

function oauthProfile({ origin = 'system', scopes = SCOPES, sandbox }: JiraOptions, client: Client): OAuth2Profile {
  const authUrl = sandbox?.authUrl ?? 'https://auth.atlassian.com';
  return {
    id: origin,
    title: 'Atlassian account',
    method: 'oauth2',
    origin,
    ...client,
    authorizationUrl: `${authUrl}/authorize`,
    tokenUrl: `${authUrl}/oauth/token`,
    scopes,
    // both are documented as required
    authorizationParams: { audience: 'api.atlassian.com', prompt: 'consent' },
    tokenRequestFormat: 'json',
    // no Atlassian page offers PKCE for 3LO; whether a verifier would do harm is unknown
    pkce: false,
    // returned for a dead refresh token, seen live with 403, instead of the documented invalid_grant
    deadGrantErrors: ['unauthorized_client'],
    // community.developer.atlassian.com/t/54172: 90 days without a renewal, and a year in all
    grantLifeDays: 365,
    grantIdleDays: 90,
    placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
  };
}

/** Works at the site itself; the gateway only accepts tokens with scopes. */
function apiTokenProfile({ sandbox }: JiraOptions): FormProfile {
  return {
    id: 'api-token',
    title: 'E-mail address and API token',
    method: 'basic',
    baseUrl: sandbox?.sitesUrl ?? 'https://{tenant}.atlassian.net',
    fields: [
      {
        key: 'email',
        title: 'Atlassian e-mail address',
        pattern: '^[^\\s@:]+@[^\\s@:]+$',
        shape: 'be like jane@example.com',
      },
      {
        key: 'apiToken',
        title: 'Atlassian API token',
        hint: 'At id.atlassian.com: Security → API tokens → Create API token',
        type: 'password',
        pattern: '^\\S+$',
      },
    ],
    placements: [{ in: 'header', name: 'Authorization', value: 'Basic {{basic}}' }],
  };
}

/** Entries of other products can have the same id; only a Jira scope tells them apart. */
function readSites(body: unknown): readonly Site[] | undefined {
  if (!Array.isArray(body)) return undefined;
  const sites = list(body)
    .map(record)
    .filter((entry) => list(entry.scopes).some((scope) => text(scope).includes('jira')))
    .map((entry) => ({ id: text(entry.id), name: text(entry.name), url: text(entry.url) }))
    .filter((site) => site.id !== '');
  return [...new Map(sites.map((site) => [site.id, site])).values()];
}

function readAccount(body: unknown): Account | undefined {
  const user = record(body);
  const id = text(user.accountId);
  if (id === '') return undefined;
  return { id, label: text(user.emailAddress) || text(user.displayName) || id };
}

/**
 * With a wrong, expired or revoked API token a call is anonymous, and sees what is public: the response is 200 with an empty
 * list, or 404. Only this header tells. `AUTHENTICATION_DENIED` means that the token was not checked, because a person has to
 * solve a CAPTCHA first.
 * @see https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/
 * @see https://github.com/MrRefactoring/jira.js/issues/418 a recorded response to an expired token
 */
function statusOf({ status, headers }: { readonly status: number; readonly headers: Headers }): number {
  const reason = headers['x-seraph-loginreason'] ?? '';
  if (reason.includes('AUTHENTICATION_DENIED')) return 423;
  return reason.includes('AUTHENTICATED_FAILED') ? 401 : status;
}

type Headers = Readonly<Record<string, string>>;

/** On some routes the gateway returns 403 or 404 for expired tokens, and 401 for a missing scope. */
function judgeFailure(failure: {
  readonly status: number;
  readonly body: unknown;
  readonly fresh: boolean;
}): FailureKind {
  if (failure.status === 401) {
    return text(record(failure.body).message).includes('scope does not match') ? 'scope' : 'credential';
  }
  return !failure.fresh && (failure.status === 403 || failure.status === 404) ? 'credential' : 'other';
}

const SETUP_GUIDES: readonly SetupGuide[] = [
  {
    title: 'An OAuth 2.0 (3LO) app at Atlassian',
    methods: ['oauth2'],
    url: 'https://developer.atlassian.com/console/myapps/',
    steps: [
      'Open developer.atlassian.com → your picture → Developer console, and choose Create → OAuth 2.0 integration.',
      'Permissions → Jira API → Add, then Configure: choose read:jira-work, write:jira-work and read:jira-user. Choose only what you need: too many scopes make the sign-in fail.',
      'Authorization → OAuth 2.0 (3LO) → Configure: enter this callback URL, exactly as it is: {callbackUrl}',
      'Distribution → Edit: choose Sharing. Until then only you can sign in, not even your colleagues.',
      'Settings: copy the client ID and the secret into the profile.',
    ],
    notes: [
      'Keep offline_access among the scopes of the profile. Without it Atlassian issues no refresh token, and access ends after an hour. Atlassian has no checkbox for it.',
      'The authorization URL needs audience=api.atlassian.com and prompt=consent. Both are in the profile already.',
      'People who can reach several sites choose one after signing in.',
    ],
  },
  {
    title: 'An Atlassian API token',
    methods: ['basic'],
    url: 'https://id.atlassian.com/manage-profile/security/api-tokens',
    steps: [
      'Read your site off the address: acme in acme.atlassian.net.',
      'Open id.atlassian.com → Security → API tokens and choose Create API token, not the one with scopes: that one works at another address.',
      'Give it a name and an expiry date within a year, and copy it. Atlassian shows it only once.',
      'Enter the e-mail address of the Atlassian account that created the token.',
    ],
    notes: [
      'The token can do everything that its owner can. An organization can forbid API tokens.',
      'API tokens are for a company’s own bot. Atlassian wants apps for many customers to use OAuth.',
    ],
  },
];
