import type { Fault, Faults } from './faults.ts';
import { freshsalesUsers } from './freshsales/seed.ts';
import { revokeGithubGrants } from './github/revoke-grants.ts';
import { githubUsers } from './github/seed.ts';
import { revokeGorgiasGrants } from './gorgias/revoke-grants.ts';
import { gorgiasUsers } from './gorgias/seed.ts';
import { revokeJiraGrants } from './jira/revoke-grants.ts';
import { jiraUsers } from './jira/seed.ts';
import { setCallsLeft } from './jotform/quota.ts';
import { jotformAccounts } from './jotform/seed.ts';
import type { Journal, RecordedRequest } from './journal.ts';
import type { ProductName } from './product.ts';
import type { RedirectRegistration } from './registered-redirect.ts';
import type { World } from './world.ts';
import { revokeZendeskGrants } from './zendesk/revoke-grants.ts';
import { zendeskUsers } from './zendesk/seed.ts';

/** What no real product offers: tests control its time, its faults and its memory. */
export interface SandboxControl {
  /** Sandbox time in milliseconds. */
  now(): number;
  advance(milliseconds: number): void;
  /** Makes the next responses of a product fail. */
  failNext(product: ProductName, fault: Fault): void;
  /** How a product responds from now on, except to browsers: `{ kind: 'sign_in_page' }`. Undefined: as usual. */
  setMood(product: ProductName, mood: Omit<Fault, 'times'> | undefined): void;
  /** Revokes what a person (default: everybody) granted; at products with keys, deletes the keys. */
  revokeGrants(product: ProductName, userId?: string): void;
  /** Registered redirect URIs of a product's OAuth clients. Initially `loopback`. */
  setRedirectUris(product: OAuthProductName, registration: RedirectRegistration): void;
  /** Which of the two errors seen at Atlassian a dead refresh token gets. Initially `invalid_grant`. */
  setJiraRefreshRefusal(error: 'invalid_grant' | 'unauthorized_client'): void;
  /** Calls left today for every Jotform account, and how an exhausted quota is reported. Initially HTTP 429. */
  setJotformQuota(callsLeft: number, refusal?: 'http_429' | 'http_200'): void;
  /** 2027-04-30 at Zendesk: no API token works any more. */
  retireZendeskApiTokens(retired?: boolean): void;
  /** Status of a successful token response at Zendesk. Initially 201, as in its OpenAPI. */
  setZendeskTokenStatus(status: 200 | 201): void;
  /** Whether organizations at GitHub require single sign-on: lists leave theirs out, or every call is refused. */
  setGithubSingleSignOn(mode: 'off' | 'partial_results' | 'required'): void;
  /** Turn off for load tests: Zendesk, Gorgias and Freshsales then have no rate limits. */
  enforceRateLimits(enforced: boolean): void;
  /** Requests by product, route and detail, e.g. `{ 'jira POST /oauth/token refresh_token': 2 }`. */
  counters(): Readonly<Record<string, number>>;
  /** The last 500 requests, oldest first. */
  requests(): readonly RecordedRequest[];
  /** Forgets everything since the start, including the time that has passed. */
  reset(): void;
}

/** Products that have an OAuth client here. */
export const oauthProductNames = ['jira', 'zendesk', 'gorgias', 'github'] as const;
export type OAuthProductName = (typeof oauthProductNames)[number];

export interface ControlledParts {
  readonly world: World;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly advance: (milliseconds: number) => void;
  readonly reseed: () => void;
  readonly save: () => void;
}

export function createControl({ world, faults, journal, advance, reseed, save }: ControlledParts): SandboxControl {
  return {
    now: world.now,
    advance(milliseconds) {
      advance(milliseconds);
      save();
    },
    failNext: (product, fault) => faults.add(product, fault),
    setMood: (product, mood) => faults.setMood(product, mood),
    revokeGrants(product, userId) {
      const { userIds, revoke } = revocations[product];
      if (userId !== undefined && !userIds.includes(userId)) throw new RangeError(`${product} has no user ${userId}`);
      for (const each of userId === undefined ? userIds : [userId]) revoke(world, each);
      save();
    },
    setRedirectUris(product, registration) {
      world.state()[product].redirectUris = registration === 'loopback' ? registration : [...registration];
      save();
    },
    setJiraRefreshRefusal(error) {
      world.state().jira.refreshRefusal = error;
      save();
    },
    setJotformQuota(callsLeft, refusal = 'http_429') {
      for (const { username } of jotformAccounts) setCallsLeft(world, username, callsLeft);
      world.state().jotform.quotaRefusal = refusal;
      save();
    },
    retireZendeskApiTokens(retired = true) {
      world.state().zendesk.apiTokensRetired = retired;
      save();
    },
    setZendeskTokenStatus(status) {
      world.state().zendesk.tokenStatus = status;
      save();
    },
    setGithubSingleSignOn(mode) {
      world.state().github.singleSignOn = mode;
      save();
    },
    enforceRateLimits(enforced) {
      world.state().rateLimitsEnforced = enforced;
      save();
    },
    counters: journal.counters,
    requests: journal.requests,
    reset() {
      reseed();
      faults.clear();
      journal.clear();
      save();
    },
  };
}

interface Revocation {
  readonly userIds: readonly string[];
  readonly revoke: (world: World, userId: string) => void;
}

const revocations: Readonly<Record<ProductName, Revocation>> = {
  jira: { userIds: jiraUsers.map(({ id }) => id), revoke: revokeJiraGrants },
  jotform: {
    userIds: jotformAccounts.map(({ username }) => username),
    revoke: (world, username) => world.state().jotform.revoked.push(username),
  },
  zendesk: { userIds: zendeskUsers.map(({ id }) => id), revoke: revokeZendeskGrants },
  gorgias: { userIds: gorgiasUsers.map(({ id }) => id), revoke: revokeGorgiasGrants },
  freshsales: {
    userIds: freshsalesUsers.map(({ id }) => id),
    revoke: (world, userId) => world.state().freshsales.revokedKeys.push(userId),
  },
  github: { userIds: githubUsers.map(({ id }) => id), revoke: revokeGithubGrants },
};
