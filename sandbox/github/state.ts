import { z } from 'zod';
import { rateWindows } from '../rate-window.ts';

const grant = { userId: z.string(), scopes: z.array(z.string()) };

const code = z
  .object({ ...grant, redirectUri: z.string(), codeChallenge: z.string().nullable(), expiresAt: z.number() })
  .readonly();

const createdIssue = z
  .object({ repository: z.string(), number: z.number(), title: z.string(), body: z.string(), author: z.string() })
  .readonly();

export const githubState = z.object({
  redirectUris: z.union([z.array(z.string()), z.literal('loopback')]),
  codes: z.record(z.string(), code),
  /** Tokens of the OAuth app; they do not expire. */
  accessTokens: z.record(z.string(), z.object(grant).readonly()),
  /** People whose personal access token was deleted. */
  revokedTokens: z.array(z.string()),
  windows: rateWindows,
  /** What organizations with single sign-on do to every call. */
  singleSignOn: z.enum(['off', 'partial_results', 'required']).default('off'),
  issues: z.array(createdIssue).default([]),
  comments: z.array(z.object({ id: z.number(), issue: z.string(), author: z.string(), body: z.string() })).default([]),
});
export type GithubState = z.infer<typeof githubState>;

export function seedGithub(): GithubState {
  return {
    redirectUris: 'loopback',
    codes: {},
    accessTokens: {},
    revokedTokens: [],
    windows: {},
    singleSignOn: 'off',
    issues: [],
    comments: [],
  };
}
