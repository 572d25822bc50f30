import type { Account, Site } from './credential.ts';
import type { GrantValue } from './grant-value.ts';
import type { OAuth2Profile, Profile } from './profile.ts';
import type { SetupGuide } from './setup-guide.ts';
import type { Tenant } from './tenant.ts';

/** All that is known of a third-party product, as data. A vendor's quirk is written in the vendor's file. */
export interface Integration {
  /** `jira`; also the last part of its redirect URI. */
  readonly id: string;
  /** `Jira`. */
  readonly name: string;
  /**
   * A picture in place of the neutral tile with the first letter: a small SVG of shapes as text, or a PNG as a data URL. Use a
   * vendor's artwork only with a licence. Up to 32,768 characters.
   */
  readonly icon?: string;
  /** Template over `{tenant}`, `{{siteId}}` and the profile's fields. Every call of an action stays below it. */
  readonly baseUrl: string;
  /**
   * Other APIs of the product, for hosts of their own, by the names that actions call them: `{ sheets: 'https://sheets.googleapis.com' }`.
   * Templates like `baseUrl`. The credential goes to these and to `baseUrl`, and nowhere else.
   */
  readonly apis?: Readonly<Record<string, string>>;
  readonly tenant?: Tenant;
  /** The first is offered by default. */
  readonly profiles: readonly Profile[];
  readonly check: Check;
  /** What comes with a grant and is needed in addresses or placements, by the name that it has there. */
  readonly grantValues?: Readonly<Record<string, GrantValue>>;
  /** Called once with the new token, for grant values `from` there. */
  readonly userInfoUrl?: string;
  /** Products where one grant reaches several places. */
  readonly sites?: SiteDiscovery;
  /** What an OAuth profile of the bot's developer begins with: everything but the client. */
  readonly customProfile?: OAuth2Profile;
  /** Where each value is found at the product, for the bot's developer. */
  readonly setupGuides?: readonly SetupGuide[];
  /** Where a person removes the access or the key manually. */
  readonly manageUrl?: string;
  /** What each scope means, in the person's words. */
  readonly scopeTexts?: Readonly<Record<string, string>>;
  /** Narrower scopes that a wider one includes, where a product grants only the wider one: `{ repo: ['public_repo'] }`. */
  readonly scopeIncludes?: Readonly<Record<string, readonly string[]>>;
  /** The scope without which there is no refresh token, so that people are asked again whenever an access token ends. */
  readonly refreshScope?: string;
  /** Statuses with which the product documents that the credential is bad. Default 401. */
  readonly authErrorStatuses?: readonly number[];
  /** Why a failed call failed, where the status alone does not tell. */
  readonly judgeFailure?: (failure: FailedCall) => FailureKind;
  /** The status that counts, where a product answers failures with HTTP 200. */
  readonly statusOf?: (answer: { readonly status: number; readonly body: unknown }) => number;
  /** When and where it was compared with the product's own documentation. */
  readonly verified?: Verified;
  /** What could not be compared, a fact each. */
  readonly unverified?: readonly string[];
  /**
   * Names of hosts that may lead to private addresses (RFC 1918, RFC 6598, RFC 4193): for products in the
   * deployment's own network. Exact names; never this machine, and never a cloud's metadata.
   */
  readonly allowPrivateHosts?: readonly string[];
  /** Plain http and loopback addresses are allowed for this integration: for a sandbox on the same machine only. */
  readonly allowInsecureLoopback?: boolean;
}

export interface Verified {
  /** ISO date. */
  readonly on: string;
  /** The pages that were read. */
  readonly sources: readonly string[];
}

/** One harmless call that proves a credential and names its account. */
export interface Check {
  readonly method: 'GET' | 'POST';
  /** Joined to the base URL. */
  readonly path: string;
  /**
   * Sent as JSON; for `POST` an empty object where there is none, so that placements in the body have one to go to. `none`:
   * a POST without a body, for products that refuse one.
   */
  readonly body?: Readonly<Record<string, unknown>> | 'none';
  /** The account; undefined where the answer is not what the product documents, so that nothing is known of the credential. */
  readonly account: (body: unknown, place: CheckPlace) => Account | undefined;
  /** Where the id of the account is a value of the grant or of the form and not of the answer: its name. */
  readonly accountValue?: string;
  /** Statuses of this call, besides `authErrorStatuses`, with which the product documents that the credential is no good. */
  readonly refusedStatuses?: readonly number[];
  /**
   * How a success says that the credential is bad: all of these values are there, by dot path. Slack says `{ ok: false }`,
   * Zendesk knows an anonymous user: `{ 'user.id': null }`.
   */
  readonly refusedWhen?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What is known of the account before the product says anything. */
export interface CheckPlace {
  readonly tenant?: string | undefined;
  /** What came with the grant, or was typed, by its name. */
  readonly values?: Readonly<Record<string, string>> | undefined;
}

export interface SiteDiscovery {
  /** What a site is called: "site". */
  readonly noun: string;
  /** Absolute; called with the new token. */
  readonly url: string;
  /** Which hosts the addresses of sites may name, for `{{siteUrl}}` in the base URL; see `GrantValue`. */
  readonly hosts?: readonly string[];
  /** Undefined where the answer is not what the product documents. */
  readonly read: (body: unknown) => readonly Site[] | undefined;
}

export interface FailedCall {
  readonly status: number;
  readonly body: unknown;
  /** By our own clock the access token should still be good. */
  readonly fresh: boolean;
}

/** `credential`: renew, else ask. `scope`: renewing is useless, a new consent is needed. `other`: the action's matter. */
export type FailureKind = 'credential' | 'scope' | 'other';

/** What speaks about the credential where an integration says nothing (RFC 9110 section 15.5.2). */
export const AUTH_ERROR_STATUSES: readonly number[] = [401];
