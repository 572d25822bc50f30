import type { Integration } from '../model/integration.ts';
import { record, text } from '../model/json.ts';
import type { SetupGuide } from '../model/setup-guide.ts';
import { defineIntegration, type ProfileDefinition } from './define-integration.ts';

export interface GithubOptions {
  /** The deployment's OAuth app: GitHub → Settings → Developer settings → OAuth apps. */
  readonly system?: { readonly clientId: string; readonly clientSecret: string };
  /** Offer personal access tokens too. Default: true. */
  readonly personalToken?: boolean;
  /** Default: `read:user`, for public data. Only `repo` gives access to private repositories, also for writing. */
  readonly scopes?: readonly string[];
  /** A stand-in on this machine; allows plain http and loopback addresses for it. */
  readonly sandbox?: { readonly webUrl: string; readonly apiUrl: string };
}

/**
 * GitHub by OAuth app or by personal access token.
 * @see https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
 */
export function github(options: GithubOptions = {}): Integration {
  const webUrl = options.sandbox?.webUrl ?? 'https://github.com';
  const oauth = {
    method: 'oauth2',
    authorizationUrl: `${webUrl}/login/oauth/authorize`,
    tokenUrl: `${webUrl}/login/oauth/access_token`,
    scopes: options.scopes ?? ['read:user'],
    // instead of invalid_grant; the second for apps whose tokens expire
    deadGrantErrors: ['bad_verification_code', 'bad_refresh_token'],
    placements: placements('accessToken'),
  } as const;
  return defineIntegration({
    id: 'github',
    name: 'GitHub',
    baseUrl: options.sandbox?.apiUrl ?? 'https://api.github.com',
    profiles: [
      ...(options.system === undefined
        ? []
        : [{ id: 'system', title: 'Sign in to GitHub', origin: 'system', ...oauth, ...options.system } as const]),
      ...(options.personalToken === false ? [] : [PERSONAL_TOKEN]),
    ],
    customProfile: { id: 'custom', title: 'Sign in to GitHub', ...oauth },
    check: { path: '/user', account: { id: 'id', label: 'login' } },
    statusOf,
    manageUrl: 'https://github.com/settings/applications',
    scopeIncludes: { repo: ['public_repo'] },
    scopeTexts: {
      'read:user': 'Read your profile',
      'user:email': 'Read your e-mail addresses',
      public_repo: 'Read and write your public repositories',
      repo: 'Read and write all your repositories, including private ones',
    },
    setupGuides: SETUP_GUIDES,
    ...(options.sandbox === undefined ? {} : { allowInsecureLoopback: true }),
  });
}

const PERSONAL_TOKEN: ProfileDefinition = {
  id: 'personal-token',
  title: 'Personal access token',
  method: 'api_key',
  fields: [
    {
      key: 'token',
      title: 'GitHub personal access token',
      hint: 'GitHub → Settings → Developer settings → Personal access tokens',
      type: 'password',
      pattern: '^(?:ghp|github_pat)_\\w{20,500}$',
      shape: 'begin with github_pat_ or ghp_',
    },
  ],
  placements: placements('token'),
};

/** Without a version, GitHub uses the oldest one that it still supports. */
function placements(credential: 'accessToken' | 'token') {
  return [
    { in: 'header', name: 'Authorization', value: `Bearer {{${credential}}}` },
    { in: 'header', name: 'X-GitHub-Api-Version', value: '2022-11-28' },
  ] as const;
}

/** GitHub reports an exhausted rate limit with 403, which otherwise means that something is not allowed. */
function statusOf({ status, body }: { readonly status: number; readonly body: unknown }): number {
  return status === 403 && /rate limit/i.test(text(record(body).message)) ? 429 : status;
}

const SETUP_GUIDES: readonly SetupGuide[] = [
  {
    title: 'An OAuth app',
    methods: ['oauth2'],
    url: 'https://github.com/settings/developers',
    steps: [
      'Open Settings → Developer settings → OAuth apps, of your account or of your organization, and press New OAuth app.',
      'Enter this as the Authorization callback URL: {callbackUrl}',
      'Press Register application, then Generate a new client secret.',
      'Copy the client ID and the client secret into the profile. The secret is shown only once.',
    ],
    notes: [
      'An organization can require that its owners approve an app. Until they do, its private repositories stay hidden.',
      'Access does not expire. People can revoke it at Settings → Applications.',
    ],
  },
  {
    title: 'A personal access token',
    methods: ['api_key'],
    url: 'https://github.com/settings/personal-access-tokens',
    steps: [
      'Open Settings → Developer settings → Personal access tokens → Fine-grained tokens and press Generate new token.',
      'Choose the repositories, and under Permissions set Issues to Read and write. Read-only is enough to list issues.',
      'Press Generate token, copy it and paste it here. It is shown only once.',
    ],
    notes: ['A classic token works too; it needs the scope repo to see private repositories.'],
  },
];
