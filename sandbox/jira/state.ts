import { z } from 'zod';
import { seedIssues } from './seed.ts';

/** One grant per person and app: later consents add sites, and replace the scopes. */
const grant = z.object({ scopes: z.array(z.string()), cloudIds: z.array(z.string()) }).readonly();

const code = z
  .object({ userId: z.string(), redirectUri: z.string(), scopes: z.array(z.string()), expiresAt: z.number() })
  .readonly();

const accessToken = z.object({ userId: z.string(), scopes: z.array(z.string()), expiresAt: z.number() }).readonly();

const refreshToken = z
  .object({
    userId: z.string(),
    scopes: z.array(z.string()),
    /** When the person consented. The absolute lifetime starts here. */
    grantedAt: z.number(),
    usedAt: z.number(),
    /** When a successor was first issued. The reuse leeway starts here. */
    rotatedAt: z.number().nullable(),
  })
  .readonly();

const issue = z
  .object({
    id: z.string(),
    cloudId: z.string(),
    project: z.string(),
    number: z.number(),
    summary: z.string(),
    /** Atlassian Document Format, already checked. */
    description: z.unknown(),
    issueType: z.string(),
    status: z.string(),
    priority: z.string(),
    labels: z.array(z.string()),
    assignee: z.string().nullable(),
    reporter: z.string(),
    dueDate: z.string().nullable(),
    created: z.number(),
    updated: z.number(),
  })
  .readonly();
export type JiraIssue = z.infer<typeof issue>;

/** `issue` is an id, `author` a person of the demo. */
const comment = z.object({ id: z.string(), issue: z.string(), author: z.string(), body: z.unknown() }).readonly();

export const jiraState = z.object({
  redirectUris: z.union([z.array(z.string()), z.literal('loopback')]),
  refreshRefusal: z.enum(['invalid_grant', 'unauthorized_client']),
  grants: z.record(z.string(), grant),
  codes: z.record(z.string(), code),
  accessTokens: z.record(z.string(), accessToken),
  refreshTokens: z.record(z.string(), refreshToken),
  issues: z.array(issue),
  comments: z.array(comment).default([]),
  /** People whose API tokens were revoked. */
  revokedApiTokens: z.array(z.string()).default([]),
  /** Numbers are never reused, not even after a deletion. */
  lastIssueId: z.number(),
});
export type JiraState = z.infer<typeof jiraState>;

export function seedJira(now: number): JiraState {
  return {
    redirectUris: 'loopback',
    refreshRefusal: 'invalid_grant',
    grants: {},
    codes: {},
    accessTokens: {},
    refreshTokens: {},
    issues: seedIssues(now),
    comments: [],
    revokedApiTokens: [],
    lastIssueId: 12_000,
  };
}
